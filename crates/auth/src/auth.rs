//! The shared parts of sign-in.

use domain::Ctx;
use kernel::{Actor, Error, Result};
use tenancy::{MasterKey, SecretKey};

use crate::{
    password::{Hasher, PasswordSettings},
    signing_key::KeyRings,
};

/// Signs people in and out. Made once per server; cheap to clone.
#[derive(Clone)]
pub struct Auth {
    master_key: MasterKey,
    pub(crate) hasher: Hasher,
    pub(crate) key_rings: KeyRings,
}

impl Auth {
    /// Sign-in with the keys of this installation. Hashes once, so takes as long as one sign-in does.
    ///
    /// Fails when argon2 cannot work with the settings.
    pub fn new(master_key: MasterKey, passwords: PasswordSettings) -> Result<Self> {
        Ok(Self { master_key, hasher: Hasher::new(passwords)?, key_rings: KeyRings::default() })
    }

    /// A key of this environment for one purpose.
    pub(crate) fn derive(&self, ctx: &Ctx, purpose: &'static str) -> SecretKey {
        self.master_key.derive(purpose, ctx.tenant_id())
    }

    /// One of this environment's keys for a purpose that has several after each other.
    pub(crate) fn derive_numbered(&self, ctx: &Ctx, purpose: &'static str, number: i32) -> SecretKey {
        self.master_key.derive_numbered(purpose, ctx.tenant_id(), number)
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
