//! Who acts.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

use crate::UserId;

/// A user's default role. Own groups come beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Reads what the audit needs, until an end date.
    Auditor,
    /// Reads.
    Viewer,
    /// Reports incidents, does own tasks, reads and confirms.
    Employee,
    /// Fills and keeps the system.
    Manager,
    /// All of that, and people and settings.
    Administrator,
}

impl Role {
    /// All roles, the narrowest first.
    pub const ALL: [Self; 5] =
        [Self::Auditor, Self::Viewer, Self::Employee, Self::Manager, Self::Administrator];

    /// The name in databases, tokens and pack files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Auditor => "auditor",
            Self::Viewer => "viewer",
            Self::Employee => "employee",
            Self::Manager => "manager",
            Self::Administrator => "administrator",
        }
    }

    /// A full user may edit, export, make forms and reset a colleague's 2FA.
    #[must_use]
    pub const fn is_full_user(self) -> bool {
        matches!(self, Self::Administrator | Self::Manager)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Role {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|role| role.as_str() == text).ok_or(())
    }
}

/// Who asks a service for something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// Nobody yet: sign-in and what comes before it.
    Anonymous,
    /// A signed-in user of this environment, second factor included.
    User {
        /// Who.
        id: UserId,
        /// The role at the moment of the request.
        role: Role,
    },
    /// The product itself: packs, schedules, command line.
    System,
}

impl Actor {
    /// The user behind the action, if a person is.
    #[must_use]
    pub const fn user_id(&self) -> Option<UserId> {
        match self {
            Self::User { id, .. } => Some(*id),
            Self::Anonymous | Self::System => None,
        }
    }
}
