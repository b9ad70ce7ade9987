//! The authenticator app.

use kernel::Instant;
use totp_rs::{Builder, Secret};

/// The six digits an app with this secret (base32, spaces allowed) shows at `instant`.
#[must_use]
pub fn code_at(base32: &str, instant: Instant) -> String {
    let secret = Secret::try_from_base32(base32.replace(' ', "")).expect("a secret in base32");
    let totp = Builder::new().with_secret(secret).build().expect("settings every app knows");
    totp.generate(instant.timestamp().unsigned_abs()).to_string()
}

/// Six digits that are good at no moment near `instant`.
#[must_use]
pub fn wrong_code(base32: &str, instant: Instant) -> String {
    let near =
        [-60, -30, 0, 30, 60].map(|offset| code_at(base32, instant + chrono::Duration::seconds(offset)));
    let wrong = (0..10).map(|digit| digit.to_string().repeat(6)).find(|code| !near.contains(code));
    wrong.expect("ten codes cannot all be good")
}
