//! Passwords their owners choose: through a link in a mail, or when signed in.
//!
//! No link signs anybody in. An invitation gives a ticket for setting up the second factor, a reset gives
//! nothing: the next sign-in asks for the code. Waiting after failures goes on through all of it.

mod change;
mod invitation;
mod reset;

use domain::{
    Ctx, WriteTx,
    mail::{self, Letter, Recipient},
    user::User,
};
use kernel::{Error, Result};

use crate::{Auth, SecretText, password::Password};

pub use change::PasswordChange;

/// A password chosen through a link.
#[derive(Debug, Clone)]
pub struct Choice {
    /// The link's secret.
    pub token: SecretText,
    /// The password.
    pub password: SecretText,
}

impl Auth {
    /// The hash of a password that has passed its rules.
    async fn hash(&self, ctx: &Ctx, password: Password) -> Result<String> {
        let turn = self.hasher.turn().await?;
        self.hasher.hash(turn, password, ctx.random()).await
    }

    /// Whether the password fits.
    async fn fits(&self, password: Password, phc: Option<&str>) -> Result<bool> {
        let turn = self.hasher.turn().await?;
        self.hasher.verify(turn, password, phc).await
    }
}

/// Tells the owner that the password is another one now.
async fn tell_owner(ctx: &Ctx, tx: &WriteTx, user: &User) -> Result<()> {
    mail::queue(ctx, tx, &Recipient::of(user)?, &Letter::PasswordChanged {}).await
}

fn link_invalid() -> Error {
    Error::invalid("LINK_INVALID", &["token"])
}
