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
        NAMES
            .iter()
            .find(|(other, _)| *other == name)
            .map(|(_, case)| *case)
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
}

#[cfg(test)]
mod tests {
    use super::Case;

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
}
