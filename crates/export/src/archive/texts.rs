//! The texts that explain an archive to whoever opens it without us.

use super::{Making, progress::Halt};

/// Name and text, in both languages: nobody knows who reads it.
const TEXTS: [(&str, &str); 2] =
    [("README.nl.txt", include_str!("readme.nl.txt")), ("README.en.txt", include_str!("readme.en.txt"))];

pub(super) async fn put(making: &mut Making<'_>) -> Result<(), Halt> {
    let environment = making.copy.environment.clone();
    let taken_at = making.taken_at.format("%Y-%m-%d %H:%M UTC").to_string();
    let made_by = making.made_by.clone();
    making
        .bundle(move |bundle, progress| {
            for (name, text) in TEXTS {
                // Names last: nothing in them is taken for a place to fill in.
                let text = text
                    .replace("{version}", env!("CARGO_PKG_VERSION"))
                    .replace("{taken_at}", &taken_at)
                    .replace("{made_by}", &made_by)
                    .replace("{environment}", &environment);
                // Line endings that every editor knows.
                bundle.add_text(name, &text.replace('\n', "\r\n"), progress)?;
            }
            Ok(())
        })
        .await
}
