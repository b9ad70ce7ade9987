//! The shared parts of sign-in.

use domain::Ctx;
use kernel::{Actor, Error, Result};
use tenancy::{MasterKey, SecretKey};

use crate::{
    password::{Hasher, PasswordSettings},
    token::TokenKey,
};

/// Signs people in and out. Made once per server; cheap to clone.
#[derive(Clone)]
pub struct Auth {
    master_key: MasterKey,
    pub(crate) hasher: Hasher,
}

impl Auth {
    /// Sign-in with the keys of this installation. Hashes once, so takes as long as one sign-in does.
    ///
    /// Fails when argon2 cannot work with the settings.
    pub fn new(master_key: MasterKey, passwords: PasswordSettings) -> Result<Self> {
        Ok(Self { master_key, hasher: Hasher::new(passwords)? })
    }

    /// The key tickets and sessions of this environment are signed with.
    pub(crate) fn token_key(&self, ctx: &Ctx) -> TokenKey {
        let tenant = ctx.tenant_id();
        TokenKey::new(tenant, &self.master_key.derive("token", tenant))
    }

    /// The key shared secrets of this environment are sealed with.
    pub(crate) fn factor_key(&self, ctx: &Ctx) -> SecretKey {
        self.master_key.derive("second-factor", ctx.tenant_id())
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
