use async_graphql::{ID, Object};
use auth::Session;
use kernel::Instant;

/// A browser somebody is signed in with.
pub(crate) struct SessionObject(pub Session);

/// A browser the viewer is signed in with.
#[Object(name = "Session")]
impl SessionObject {
    /// Global id.
    pub(crate) async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// When it began.
    async fn created_at(&self) -> Instant {
        self.0.created_at
    }

    /// When it was last in use, to the minute.
    async fn last_seen_at(&self) -> Instant {
        self.0.last_seen_at
    }

    /// When it ends at the latest.
    async fn expires_at(&self) -> Instant {
        self.0.expires_at
    }

    /// What the browser and its system are called, e.g. `Firefox, Windows`; empty when it does not say.
    async fn device(&self) -> &str {
        &self.0.device
    }

    /// What the browser says it is.
    async fn user_agent(&self) -> &str {
        &self.0.user_agent
    }

    /// The address it began at.
    async fn address(&self) -> &str {
        &self.0.address
    }

    /// The country of the address, two letters; null when it is not known.
    async fn country_code(&self) -> Option<&str> {
        self.0.country_code.as_deref()
    }

    /// It is the one that asks.
    async fn is_current(&self) -> bool {
        self.0.is_current
    }
}
