//! Inputs by chance, with more of what is hard than chance alone would bring.

use errorbook_tests::wire::input::{Input, Request, Time, Tree};
use errorbook_tests::wire::made::{Making, Message};
use proptest::collection::{hash_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

/// A text of any sort.
fn text() -> BoxedStrategy<String> {
    prop_oneof![
        3 => vec(letter(), 0..12).prop_map(String::from_iter),
        // Around the words of eight bytes by which text is read, and around buffers.
        2 => (0..40_usize, letter(), 0..40_usize)
            .prop_map(|(lead, letter, tail)| {
                format!("{}{letter}{}", "a".repeat(lead), "é".repeat(tail))
            }),
        1 => (select(vec![127, 128, 1023, 4096, 65_536]), vec(letter(), 1..4))
            .prop_map(|(length, letters)| "x".repeat(length) + &String::from_iter(letters)),
        2 => any::<String>(),
        2 => select(AWKWARD.to_vec()).prop_map(str::to_owned),
    ]
    .boxed()
}

/// What has a meaning somewhere on the way.
const AWKWARD: &[&str] = &[
    "",
    " ",
    "\"",
    "\\",
    "\\u0022",
    "\\\"},{\"code\":\"OWNED\"",
    "{0} {{}} %s ${x} {code}",
    "a\r\nset-cookie: owned=1",
    "text/html",
    "null",
    "true",
    "0",
    "{}",
    "[]",
    "/v1/claims?token=s#f",
    "#",
    "x-named",
    "x-team",
    "retry-after",
];

fn letter() -> BoxedStrategy<char> {
    prop_oneof![
        3 => select(vec!['a', 'Z', '0', ' ', '/', '{', '}', '[', ']', ',', ':', '?', '#', '%', '\'']),
        3 => select(vec!['"', '\\', '\n', '\r', '\t', '\0', '\u{8}', '\u{c}', '\u{1f}', '\u{7f}']),
        2 => select(vec!['é', '\u{80}', '\u{9f}', '\u{2028}', '\u{feff}', '\u{fffd}', '\u{1f600}', '\u{10ffff}']),
        1 => any::<char>(),
    ]
    .boxed()
}

/// A link, or nearly one.
fn link() -> BoxedStrategy<String> {
    let shape = "([a-zA-Z0-9+.-]{0,3}:)?(//([a-z:%]{0,4}@)?([a-z0-9.é%]{0,5}|\\[[0-9a-fv:.]{0,5}\\])(:[0-9]{0,3})?)?[a-z0-9/:@%]{0,6}(%[0-9a-fA-F]{1,2})?(\\?[a-z?/\\[]{0,3})?(#[a-z#?]{0,3})?";
    prop_oneof![1 => text(), 2 => shape].boxed()
}

/// Names, those of members among them.
fn name() -> impl Strategy<Value = String> {
    let known = select(vec![
        "a", "b", "code", "status", "error", "errors", "list", "details", "type", "title", "detail",
    ]);
    prop_oneof![2 => known.prop_map(str::to_owned), 1 => text()]
}

fn tree() -> impl Strategy<Value = Tree> {
    let leaf = prop_oneof![
        Just(Tree::Null),
        any::<bool>().prop_map(Tree::Flag),
        any::<i64>().prop_map(Tree::Number),
        any::<f64>().prop_map(Tree::Float),
        text().prop_map(Tree::Text),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Tree::List),
            vec((name(), inner), 0..4).prop_map(Tree::Map),
        ]
    })
}

fn number() -> impl Strategy<Value = i128> {
    prop_oneof![
        any::<i128>(),
        any::<i64>().prop_map(i128::from),
        any::<i8>().prop_map(i128::from),
        select(vec![
            0,
            -1,
            i128::MIN,
            i128::MAX,
            1 << 63,
            (1 << 64) - 1,
            -(1 << 63),
            10,
            99,
            100
        ]),
    ]
}

fn float() -> impl Strategy<Value = f64> {
    prop_oneof![
        any::<f64>(),
        select(vec![
            0.0,
            -0.0,
            0.1,
            1e21,
            f64::MIN_POSITIVE,
            f64::NAN,
            f64::INFINITY,
            f64::NEG_INFINITY
        ]),
    ]
}

/// Whole seconds and nanoseconds, often on either side of a whole second.
fn wait() -> impl Strategy<Value = (u64, u32)> {
    let seconds = prop_oneof![0..3_u64, any::<u64>(), Just(u64::MAX)];
    (
        seconds,
        prop_oneof![Just(0), Just(1), Just(999_999_999), 0..1_000_000_000_u32],
    )
}

/// A request.
pub fn request() -> impl Strategy<Value = Request> {
    let time =
        (any::<u32>(), any::<u32>()).prop_map(|(day, milliseconds)| Time { day, milliseconds });
    (
        option::of(text()),
        option::of(text()),
        option::of(link()),
        option::of(text()),
        vec(text(), 0..3),
        time,
    )
        .prop_map(|(id, path, docs, tenant, region, time)| Request {
            id,
            path,
            docs,
            tenant,
            region,
            time,
        })
}

/// A value of each sort.
pub fn input() -> impl Strategy<Value = Input> {
    let texts = (
        text(),
        text(),
        vec(text(), 0..4),
        option::of(text()),
        letter(),
    );
    let numbers = (any::<bool>(), number(), float(), option::of(any::<f32>()));
    let others = (
        vec((name(), any::<i64>()), 0..5),
        tree(),
        wait(),
        any::<bool>(),
    );
    (
        texts,
        numbers,
        others,
        any::<(Option<u64>, Option<u64>, Option<u64>)>(),
        request(),
    )
        .prop_map(
            |(
                (text, other, texts, maybe, letter),
                (flag, number, float, maybe_float),
                (map, tree, wait, waits),
                limits,
                request,
            )| Input {
                text,
                other,
                texts,
                maybe,
                letter,
                flag,
                number,
                float,
                maybe_float,
                map,
                tree,
                wait,
                waits,
                limits,
                request,
            },
        )
}

/// A declaration and an occurrence.
pub fn making() -> impl Strategy<Value = Making> {
    let code = prop_oneof![
        3 => name().prop_map(Ok),
        1 => any::<i64>().prop_map(Err),
    ];
    // A paragraph is never empty.
    let summary = option::of(text()).prop_map(|text| text.filter(|text| !text.is_empty()));
    let facts = (
        400..600_u16,
        code,
        name(),
        summary,
        option::of(name()),
        any::<[bool; 2]>(),
    );
    // A declared link is never empty.
    let declared = || {
        option::of(prop_oneof![
            text(),
            text().prop_map(|text| text + "#{code}")
        ])
        .prop_map(|link| link.filter(|link| !link.is_empty()))
    };
    let links = (declared(), declared(), option::of(option::of(link())));
    let part = prop_oneof![text().prop_map(Ok), text().prop_map(Err)];
    let message = prop_oneof![
        Just(Message::Title),
        Just(Message::Summary),
        text().prop_map(Message::Text),
        vec(part, 0..5).prop_map(Message::Parts),
    ];
    let waits = (option::of(any::<u64>()), option::of(option::of(wait())));
    // A constant value is looked at when it is declared; one of a field is not.
    let constant = vec((header_name(), "[ -~]{0,12}"), 0..3);
    let headers = (constant, vec((header_name(), text()), 0..3));
    let value = || prop_oneof![9 => tree().prop_map(Some), 1 => Just(None)];
    let members = hash_map(name(), value(), 0..4).prop_map(|members| members.into_iter().collect());
    let details = prop_oneof![2 => members.prop_map(Ok), 1 => value().prop_map(Err)];
    (facts, links, message, waits, headers, details).prop_map(
        |(
            (status, code, title, summary, category, [retryable, not_applied]),
            (docs, docs_of_type, own_docs),
            message,
            (wait, own_wait),
            (headers, own_headers),
            details,
        )| Making {
            status,
            code,
            title,
            summary,
            message,
            docs: (docs, docs_of_type),
            own_docs,
            category,
            retryable,
            not_applied,
            wait,
            own_wait,
            headers,
            own_headers,
            details,
        },
    )
}

fn header_name() -> impl Strategy<Value = &'static str> {
    select(vec![
        "x-own",
        "x-team",
        "x-random",
        "x-error-code",
        "cache-control",
        "link",
    ])
}
