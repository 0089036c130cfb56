//! Whether and when a client should try again.

use super::Context;
use crate::ast;
use crate::attr::{At, Retry};
use crate::literal;
use crate::status::{is_not_applied, is_retryable};

/// What an error says of another attempt.
#[derive(Default)]
pub(crate) struct Checked {
    pub(crate) retryable: bool,
    /// Whether the request was not carried out, where the status says otherwise.
    pub(crate) not_applied: Option<bool>,
    /// Whole seconds.
    pub(crate) after: Option<u64>,
    pub(crate) max: Option<u32>,
}

pub(crate) fn check(context: &Context<'_>, variant: &ast::Variant, status: Option<u16>) -> Checked {
    let attrs = &variant.attrs;
    let mut checked = Checked {
        retryable: match (&attrs.retryable, &attrs.retry) {
            (Some(retryable), _) => retryable.value,
            (None, Some(_)) => true,
            (None, None) => status.is_some_and(is_retryable),
        },
        not_applied: attrs
            .not_applied
            .as_ref()
            .map(|at| at.value)
            .filter(|not_applied| {
                status.is_some_and(|status| is_not_applied(status) != *not_applied)
            }),
        ..Checked::default()
    };
    let Some(retry) = &attrs.retry else {
        return checked;
    };
    if let Some(At { key, value: false }) = attrs.retryable {
        context.diagnostics.error(
            key,
            "`retryable = false` cannot appear beside `retry(..)`, which says when to try again: keep one of them",
        );
    }
    read(context, retry, &mut checked);
    checked
}

fn read(context: &Context<'_>, retry: &At<Retry>, checked: &mut Checked) {
    let Retry { after, max } = &retry.value;
    if let Some(after) = after {
        checked.after = seconds(&literal::text(after));
        if checked.after.is_none() {
            context.diagnostics.error(
                after.span(),
                "`after` must be a whole number with `s`, `m` or `h`: write it as in `after = \"30s\"`",
            );
        }
    }
    if let Some(max) = max {
        checked.max = max.base10_parse().ok().filter(|attempts| *attempts > 0);
        if checked.max.is_none() {
            context.diagnostics.error(
                max.span(),
                "`max` must be a number of attempts, at least 1: write it as in `max = 3`",
            );
        }
    }
}

/// The seconds of `"30s"`, `"5m"` or `"1h"`.
fn seconds(text: &str) -> Option<u64> {
    let (number, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let factor = match unit {
        "s" => 1,
        "m" => 60,
        "h" => 3600,
        _ => return None,
    };
    if !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    number.parse::<u64>().ok()?.checked_mul(factor)
}

#[cfg(test)]
mod tests {
    use super::seconds;

    #[test]
    fn a_wait_is_a_whole_number_with_a_unit() {
        assert_eq!(seconds("30s"), Some(30));
        assert_eq!(seconds("5m"), Some(300));
        assert_eq!(seconds("1h"), Some(3600));
        for wrong in [
            "",
            "s",
            "30",
            "1.5s",
            "+1s",
            "-1s",
            "1 s",
            "1d",
            "9999999999999999999h",
            "1é",
        ] {
            assert_eq!(seconds(wrong), None, "{wrong}");
        }
    }
}
