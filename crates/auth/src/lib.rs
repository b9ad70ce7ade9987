//! Signing in: a password gives a short-lived ticket, a one-time code turns it into a session.
//!
//! [`Auth`] is made once per server; its services take a [`domain::Ctx`] like those of the domain and
//! read in the same order: load, authorise, rule, save, audit. There is no session without a second
//! factor: whoever has none gets a ticket that is good for setting one up and for nothing else.
//!
//! Every attempt is counted as a failure before it is made and forgiven when it succeeds, so that
//! parallel guesses are counted too.

mod account;
mod api_token;
mod auth;
mod base32;
mod blocked;
mod chosen_password;
mod credential;
mod enrollment;
mod erasure;
mod factors;
mod passkey;
mod password;
mod people;
mod qr;
mod recovery_code;
mod replacement;
mod second_factor;
mod session;
mod sign_in;
mod signing_key;
mod step_up;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
mod throttle;
mod ticket;
mod token;
mod totp;
mod try_out;
mod verification;

#[cfg(test)]
mod tests;

pub use api_token::{ApiToken, NewApiToken};
pub use auth::Auth;
pub use chosen_password::{Choice, PasswordChange};
pub use enrollment::Enrollment;
pub use factors::{Ended, Factors, end_access, find_factors, remove_factors};
pub use kernel::SecretText;
pub use passkey::{Passkey, PasskeyStep};
pub use password::{MAX_BYTES, MAX_CHARACTERS, MIN_CHARACTERS, PasswordSettings};
pub use people::may_reset_second_factor;
pub use recovery_code::RECOVERY_CODES;
pub use session::{ABSOLUTE_LIFETIME, Authenticated, FRESHNESS, IDLE_LIFETIME, NewSession, Session};
pub use sign_in::SignIn;
pub use throttle::{FREE_ATTEMPTS, LONGEST_BLOCK, WINDOW};
pub use ticket::{NextStep, TICKET_LIFETIME, Ticket};
pub use token::LEEWAY_SECONDS;
pub use verification::SecondStep;
