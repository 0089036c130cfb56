use errorbook::envelope;

envelope! {}

fn main() {}
