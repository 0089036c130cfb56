//! From a variant's name to a code, by serde's names and algorithms.

/// A rule of `rename_all`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Case {
    Lower,
    Upper,
    Pascal,
    Camel,
    Snake,
    ScreamingSnake,
    Kebab,
    ScreamingKebab,
}

const NAMES: [(&str, Case); 8] = [
    ("lowercase", Case::Lower),
    ("UPPERCASE", Case::Upper),
    ("PascalCase", Case::Pascal),
    ("camelCase", Case::Camel),
    ("snake_case", Case::Snake),
    ("SCREAMING_SNAKE_CASE", Case::ScreamingSnake),
    ("kebab-case", Case::Kebab),
    ("SCREAMING-KEBAB-CASE", Case::ScreamingKebab),
];

impl Case {
    /// The names of all rules.
    pub(crate) fn names() -> impl Iterator<Item = &'static str> + Clone {
        NAMES.iter().map(|(name, _)| *name)
    }

    /// The rule with this name.
    pub(crate) fn find(name: &str) -> Option<Case> {
        Case::named(name).map(|(_, case)| case)
    }

    /// The name and the rule.
    pub(crate) fn named(name: &str) -> Option<(&'static str, Case)> {
        NAMES.into_iter().find(|(other, _)| *other == name)
    }

    /// Renames a variant, which is written in `PascalCase`.
    pub(crate) fn apply(self, variant: &str) -> String {
        match self {
            Case::Pascal => variant.to_owned(),
            Case::Lower => variant.to_ascii_lowercase(),
            Case::Upper => variant.to_ascii_uppercase(),
            Case::Camel => {
                let mut letters = variant.chars();
                letters.next().map_or_else(String::new, |first| {
                    first.to_ascii_lowercase().to_string() + letters.as_str()
                })
            }
            Case::Snake => {
                let mut snake = String::new();
                for (index, letter) in variant.char_indices() {
                    if index > 0 && letter.is_uppercase() {
                        snake.push('_');
                    }
                    snake.push(letter.to_ascii_lowercase());
                }
                snake
            }
            Case::ScreamingSnake => Case::Snake.apply(variant).to_ascii_uppercase(),
            Case::Kebab => Case::Snake.apply(variant).replace('_', "-"),
            Case::ScreamingKebab => Case::ScreamingSnake.apply(variant).replace('_', "-"),
        }
    }

    /// Writes a code, which is in any case, in this one.
    pub(crate) fn apply_to_code(self, code: &str) -> String {
        let words = words(code);
        if words.is_empty() {
            return code.to_owned();
        }
        let lower = words.iter().map(|word| word.to_ascii_lowercase());
        let upper = words.iter().map(|word| word.to_ascii_uppercase());
        let capital = words.iter().map(|word| {
            let end = word.chars().next().map_or(0, char::len_utf8);
            word[..end].to_ascii_uppercase() + &word[end..].to_ascii_lowercase()
        });
        match self {
            Case::Lower => lower.collect(),
            Case::Upper => upper.collect(),
            Case::Pascal => capital.collect(),
            Case::Camel => lower.take(1).chain(capital.skip(1)).collect(),
            Case::Snake => lower.collect::<Vec<_>>().join("_"),
            Case::ScreamingSnake => upper.collect::<Vec<_>>().join("_"),
            Case::Kebab => lower.collect::<Vec<_>>().join("-"),
            Case::ScreamingKebab => upper.collect::<Vec<_>>().join("-"),
        }
    }
}

/// The words of a code. They are separated by `_`, `-` or a space. Where lower-case letters are between two of
/// these, a capital begins a word, too.
fn words(code: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for part in code.split(['_', '-', ' ']) {
        let mut begin = 0;
        if part.contains(char::is_lowercase) {
            for (index, letter) in part.char_indices() {
                if letter.is_uppercase() {
                    words.push(&part[begin..index]);
                    begin = index;
                }
            }
        }
        words.push(&part[begin..]);
    }
    words.retain(|word| !word.is_empty());
    words
}

#[cfg(test)]
mod tests {
    use super::{Case, NAMES};

    #[test]
    fn every_rule_does_what_serde_does() {
        for (rule, two_words, with_digits) in [
            ("lowercase", "outcome", "http2error"),
            ("UPPERCASE", "OUTCOME", "HTTP2ERROR"),
            ("PascalCase", "OutCome", "Http2Error"),
            ("camelCase", "outCome", "http2Error"),
            ("snake_case", "out_come", "http2_error"),
            ("SCREAMING_SNAKE_CASE", "OUT_COME", "HTTP2_ERROR"),
            ("kebab-case", "out-come", "http2-error"),
            ("SCREAMING-KEBAB-CASE", "OUT-COME", "HTTP2-ERROR"),
        ] {
            let case = Case::find(rule).unwrap();
            assert_eq!(case.apply("OutCome"), two_words);
            assert_eq!(case.apply("Http2Error"), with_digits);
        }
        assert_eq!(Case::Snake.apply("IOError"), "i_o_error");
    }

    #[test]
    fn a_code_in_another_case_is_what_that_rule_makes_of_the_variant() {
        for variant in ["OutCome", "Http2Error", "A", "IOError"] {
            for (_, case) in NAMES {
                for written in [Case::ScreamingSnake, Case::Kebab, Case::Pascal, Case::Snake] {
                    let code = written.apply(variant);
                    assert_eq!(
                        case.apply_to_code(&code),
                        case.apply(variant),
                        "{code} {case:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn any_code_has_words() {
        for (code, kebab) in [
            ("HTTP_404", "http-404"),
            ("Card_Declined", "card-declined"),
            ("card declined", "card-declined"),
            ("auth/invalid.token", "auth/invalid.token"),
            ("__A--b__", "a-b"),
            ("cardDeclined", "card-declined"),
            ("ÉclairÉté", "Éclair-Été"),
            ("_-_", "_-_"),
        ] {
            assert_eq!(Case::Kebab.apply_to_code(code), kebab);
        }
    }
}
