//! Tries whether people could work in a back-up that was put back.

use ::backup::Examiner;
use async_trait::async_trait;
use auth::{Auth, PasswordSettings};
use domain::Ctx;
use kernel::Result;

/// Sends a canary user in: see [`Auth::try_out`].
pub struct Canary(Auth);

impl Canary {
    /// One that checks passwords as the product does.
    pub fn new() -> Result<Self> {
        Auth::new(PasswordSettings::default()).map(Self)
    }
}

#[async_trait]
impl Examiner for Canary {
    async fn examine(&self, system: &Ctx) -> Result<Option<String>> {
        Box::pin(self.0.try_out(system)).await
    }
}
