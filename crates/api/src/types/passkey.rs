use async_graphql::{ID, Object};
use auth::Passkey;
use kernel::Instant;

/// A passkey of the viewer's.
pub(crate) struct PasskeyObject(pub Passkey);

/// A passkey of the viewer's: a second way for the second factor, beside the authenticator app.
#[Object(name = "Passkey")]
impl PasskeyObject {
    /// Global id.
    pub(crate) async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// What its owner calls it.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// When it was added.
    async fn created_at(&self) -> Instant {
        self.0.created_at
    }

    /// When it was last used; null when it never was.
    async fn last_used_at(&self) -> Option<Instant> {
        self.0.last_used_at
    }
}
