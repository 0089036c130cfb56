//! What an error and its causes said.

use std::error::Error;
use std::fmt;

/// The texts of an error and of its causes, where the error itself cannot be kept.
#[derive(Debug)]
pub(crate) struct Told {
    text: String,
    source: Option<Box<Told>>,
}

impl Told {
    pub(crate) fn of(error: &dyn Error) -> Told {
        Told {
            text: error.to_string(),
            source: error.source().map(|source| Box::new(Told::of(source))),
        }
    }
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Error for Told {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_deref().map(|source| source as _)
    }
}
