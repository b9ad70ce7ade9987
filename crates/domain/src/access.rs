//! Who may do what: the role table, as data.

use kernel::{Actor, Error, Result, Role};

use crate::{
    Ctx,
    form::{FormDefinition, FormRight},
};

/// Something a role may do in the environment as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Permission {
    /// See forms and the names of colleagues.
    Enter,
    /// Make registers and change their definitions.
    ManageForms,
    /// Make files of registers.
    Export,
    /// Read workbooks into registers.
    Import,
}

impl Permission {
    /// Every permission.
    pub const ALL: [Self; 4] = [Self::Enter, Self::ManageForms, Self::Export, Self::Import];

    /// The roles that hold it.
    #[must_use]
    pub const fn roles(self) -> &'static [Role] {
        match self {
            Self::Enter => &Role::ALL,
            Self::ManageForms | Self::Export | Self::Import => &[Role::Manager, Role::Administrator],
        }
    }
}

/// True when the actor holds the permission.
#[must_use]
pub fn may(actor: Actor, permission: Permission) -> bool {
    match actor {
        Actor::System => true,
        Actor::User { role, .. } => permission.roles().contains(&role),
        Actor::Anonymous => false,
    }
}

/// The actor's right on a form.
#[must_use]
pub fn form_right(actor: Actor, definition: &FormDefinition) -> FormRight {
    match actor {
        Actor::System => FormRight::Edit,
        Actor::Anonymous => FormRight::None,
        Actor::User { role, .. } => definition
            .rights
            .iter()
            .find(|entry| entry.role == role)
            .map_or(FormRight::None, |entry| entry.right),
    }
}

impl Ctx {
    /// Refuses unless the actor holds the permission.
    pub fn require(&self, permission: Permission) -> Result<()> {
        match self.actor() {
            Actor::Anonymous => Err(Error::Unauthenticated),
            actor if may(actor, permission) => Ok(()),
            Actor::User { .. } | Actor::System => Err(Error::Forbidden),
        }
    }
}
