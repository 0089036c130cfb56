use errorbook::envelope;

envelope! {
    Claims: "application/json" {
        "version": 1_000,
        "mask": 0xff,
        "size": 1u8,
        "ratio": 1.,
        "letter": 'a',
        "bytes": b"json",
        "text": c"json",
    }
}

fn main() {}

// 7 mistakes
