use errorbook::ApiError;

struct NotFound;

fn respond(_: &impl ApiError) {}

fn main() {
    respond(&NotFound);
}
