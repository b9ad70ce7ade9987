use async_graphql::{Context, Enum, Object};
use domain::form::Status;

use super::{LocaleName, field::say};

/// What a status means to dashboards and overdue counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "StatusKind", remote = "domain::form::StatusKind")]
pub(crate) enum StatusKindName {
    /// Nobody works on it yet.
    Open,
    /// Somebody works on it.
    Active,
    /// Nothing is left to do.
    Done,
}

/// A step in a record's life.
pub(crate) struct StatusObject(pub Status);

/// A step in a record's life.
#[Object(name = "Status")]
impl StatusObject {
    /// Unique in the form and never changed.
    async fn key(&self) -> &str {
        &self.0.key
    }

    /// What is shown.
    async fn label(&self, cx: &Context<'_>, locale: Option<LocaleName>) -> String {
        say(cx, &self.0.label, locale)
    }

    /// Open, being worked on, or done.
    async fn kind(&self) -> StatusKindName {
        self.0.kind.into()
    }

    /// A colour name of the design system.
    async fn colour(&self) -> &str {
        &self.0.colour
    }

    /// Statuses a record may go to from here.
    async fn next_keys(&self) -> &[String] {
        &self.0.next
    }
}
