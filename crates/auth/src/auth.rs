//! The shared parts of sign-in.

use domain::Ctx;
use kernel::{Actor, Error, Result};

use crate::{
    password::{Hasher, PasswordSettings},
    signing_key::KeyRings,
};

/// Signs people in and out. Made once per server; cheap to clone.
#[derive(Clone)]
pub struct Auth {
    pub(crate) hasher: Hasher,
    pub(crate) key_rings: KeyRings,
}

impl Auth {
    /// Hashes once, so takes as long as one sign-in does.
    ///
    /// Fails when argon2 cannot work with the settings.
    pub fn new(passwords: PasswordSettings) -> Result<Self> {
        Ok(Self { hasher: Hasher::new(passwords)?, key_rings: KeyRings::default() })
    }
}

/// Refuses everybody but the product itself: commands, seeds, schedules.
pub(crate) fn require_system(ctx: &Ctx) -> Result<()> {
    match ctx.actor() {
        Actor::System => Ok(()),
        Actor::User { .. } => Err(Error::Forbidden),
        Actor::Anonymous => Err(Error::Unauthenticated),
    }
}
