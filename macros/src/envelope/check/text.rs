//! String literals: which of them may have slots in them, and which slots.

use syn::LitStr;

use super::Checker;
use crate::envelope::slot::Slot;
use crate::envelope::template::Piece;
use crate::format;
use crate::literal;

impl Checker<'_> {
    /// A string as it is, with no meaning in its braces.
    pub(super) fn plain(&self, written: &LitStr) -> Option<String> {
        if written.suffix().is_empty() {
            return Some(literal::text(written));
        }
        self.found.error(
            written.span(),
            format!(
                "a string cannot have a suffix: remove the `{}`",
                written.suffix()
            ),
        );
        None
    }

    /// A string with slots in it; it stands in `place`.
    pub(super) fn pieces(&self, written: &LitStr, place: &str) -> Option<Vec<Piece>> {
        let mut pieces = Vec::new();
        for piece in self.parts(written)? {
            pieces.extend(match piece {
                format::Piece::Literal(text) => Some(Piece::Literal(text)),
                format::Piece::Hole(hole) => self.hole(&hole, written, place).map(Piece::Slot),
            });
        }
        Some(pieces)
    }

    fn hole(&self, hole: &format::Hole, written: &LitStr, place: &str) -> Option<Slot> {
        let name = &hole.name;
        if name.is_empty() {
            self.found.error(
                written.span(),
                "`{}` must name a slot: write it as in `{code}`, or `{{}}` for literal braces",
            );
            return None;
        }
        if Slot::find(name).is_none() {
            let unknown = Slot::unknown(name);
            self.found.error(
                written.span(),
                format!("{unknown}, or `{{{{` and `}}}}` for literal braces"),
            );
            return None;
        }
        if !hole.spec.is_empty() {
            self.found.error(
                written.span(),
                format!("a slot in a string cannot have a format spec: write `{{{name}}}`"),
            );
            return None;
        }
        self.text_slot(name, written.span(), place)
    }

    /// The name of a member, which is fixed.
    pub(super) fn key_name(&self, written: &LitStr) -> Option<String> {
        let mut name = String::new();
        for part in self.parts(written)? {
            match part {
                format::Piece::Literal(text) => name.push_str(&text),
                format::Piece::Hole(hole) => {
                    let slot = Slot::find(&hole.name).filter(Slot::may_be_key);
                    let slot = slot.map_or("code".into(), |slot| slot.name);
                    self.found.error(
                        written.span(),
                        format!(
                            "a key in quotes cannot contain a slot: write `({slot}): ..` for a slot as \
                             the key, or `{{{{` and `}}}}` for literal braces"
                        ),
                    );
                    return None;
                }
            }
        }
        Some(name)
    }

    fn parts(&self, written: &LitStr) -> Option<Vec<format::Piece>> {
        match format::parse(&self.plain(written)?) {
            Ok(parts) => Some(parts),
            Err(message) => {
                self.found.error(written.span(), message);
                None
            }
        }
    }
}
