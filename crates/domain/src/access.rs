//! Who may do what: the role table, as data, and what widens or narrows it for one request.

use std::sync::Arc;

use kernel::{Actor, ApiTokenId, Error, FormId, GroupId, Instant, Result, Role, SessionId, UserId};

use crate::{
    Ctx,
    form::{FormDefinition, FormRight},
    grant, group,
    user::AccountKind,
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
    /// See who has access, and with what rights.
    SeePeople,
    /// Invite and archive people, give them roles, groups and rights; let consultants in.
    ManagePeople,
    /// Switch the second factor of a colleague of equal or lower role off, to be set up anew.
    ResetSecondFactor,
    /// Make tokens for programs, which may never do more than their owner.
    MakeApiTokens,
    /// Read the audit log and check its chain.
    ReadAuditLog,
    /// Decide from where and how often the environment may be reached.
    ManageFirewall,
    /// Remove records from the recycle bin for good.
    PurgeRecords,
    /// See which back-ups there are and what became of them.
    SeeBackups,
    /// Have a back-up made now, and put the environment back to one.
    RestoreBackups,
    /// Take everything the environment holds along, in one archive.
    TakeArchive,
}

impl Permission {
    /// Every permission.
    pub const ALL: [Self; 14] = [
        Self::Enter,
        Self::ManageForms,
        Self::Export,
        Self::Import,
        Self::SeePeople,
        Self::ManagePeople,
        Self::ResetSecondFactor,
        Self::MakeApiTokens,
        Self::ReadAuditLog,
        Self::ManageFirewall,
        Self::PurgeRecords,
        Self::SeeBackups,
        Self::RestoreBackups,
        Self::TakeArchive,
    ];

    /// The roles that hold it.
    #[must_use]
    pub const fn roles(self) -> &'static [Role] {
        match self {
            Self::Enter => &Role::ALL,
            Self::ManageForms
            | Self::Export
            | Self::Import
            | Self::ResetSecondFactor
            | Self::MakeApiTokens => &[Role::Manager, Role::Administrator],
            Self::SeePeople | Self::SeeBackups => &[Role::Auditor, Role::Manager, Role::Administrator],
            Self::ReadAuditLog => &[Role::Auditor, Role::Administrator],
            Self::ManagePeople
            | Self::ManageFirewall
            | Self::PurgeRecords
            | Self::RestoreBackups
            | Self::TakeArchive => &[Role::Administrator],
        }
    }

    /// Whether a program with an API token can hold it. People, access and the firewall are decided by
    /// people.
    #[must_use]
    pub const fn is_for_programs(self) -> bool {
        matches!(
            self,
            Self::Enter
                | Self::ManageForms
                | Self::Export
                | Self::Import
                | Self::ReadAuditLog
                | Self::SeeBackups
        )
    }

    /// Whether only the customer's own people can hold it.
    #[must_use]
    pub const fn is_for_members(self) -> bool {
        matches!(self, Self::ManagePeople | Self::ResetSecondFactor | Self::PurgeRecords | Self::TakeArchive)
    }

    /// Whether it is about all registers at once.
    #[must_use]
    pub const fn is_about_all(self) -> bool {
        matches!(self, Self::ManageForms | Self::TakeArchive | Self::RestoreBackups)
    }

    /// Whether it is about changing something.
    #[must_use]
    pub const fn is_for_change(self) -> bool {
        !matches!(
            self,
            Self::Enter
                | Self::Export
                | Self::SeePeople
                | Self::ReadAuditLog
                | Self::SeeBackups
                | Self::TakeArchive
        )
    }
}

/// What widens or narrows a signed-in actor's rights beside the role, as of the beginning of the request.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Access {
    /// What kind of account it is.
    pub kind: AccountKind,
    /// What the actor came with.
    pub credential: Credential,
    /// Own groups the user is in.
    pub groups: Arc<[GroupId]>,
    /// Limited to these registers: the scope of a consultant, or of an API token. `None`: not limited.
    pub forms: Option<Arc<[FormId]>>,
    /// May change no record and no setting: an API token that may only read.
    pub is_read_only: bool,
    /// Until when a fresh code counts for sensitive actions.
    pub fresh_until: Option<Instant>,
}

/// What an actor came with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Credential {
    /// Nothing: nobody, or the product itself.
    #[default]
    None,
    /// A browser's session.
    Session(SessionId),
    /// A program's token.
    ApiToken(ApiTokenId),
}

impl Access {
    /// True for a program.
    #[must_use]
    pub const fn is_program(&self) -> bool {
        matches!(self.credential, Credential::ApiToken(_))
    }

    /// Whether the permission is within what the actor came with.
    fn allows(&self, permission: Permission) -> bool {
        (!self.is_program() || permission.is_for_programs())
            && (!self.is_read_only || !permission.is_for_change())
            // Whoever is limited to some registers has no say over all of them.
            && (self.forms.is_none() || !permission.is_about_all())
            // Who comes from outside has no say over the customer's own people.
            && (self.kind == AccountKind::Member || !permission.is_for_members())
    }

    /// A right on a form, within what the actor came with.
    pub(crate) fn narrow(&self, form: FormId, right: FormRight) -> FormRight {
        match &self.forms {
            Some(forms) if !forms.contains(&form) => FormRight::None,
            _ if self.is_read_only => right.min(FormRight::View),
            _ => right,
        }
    }
}

/// What an account has beside its role: what it is, its groups, and for somebody from outside the
/// registers they are limited to. `None` when somebody from outside has no access in force.
///
/// Asked when a request is authenticated, by the product itself: nobody is signed in yet.
pub async fn beside_role(ctx: &Ctx, user: UserId, kind: AccountKind) -> Result<Option<Access>> {
    let groups = group::ids_of_user(ctx, user).await?.into();
    let access = Access { kind, groups, ..Access::default() };
    if kind == AccountKind::Member {
        return Ok(Some(access));
    }
    Ok(grant::in_force(ctx, user).await?.map(|grant| Access { forms: grant.forms.map(Into::into), ..access }))
}

/// True when the actor holds the permission, with what they came with.
#[must_use]
pub fn may(actor: Actor, access: &Access, permission: Permission) -> bool {
    match actor {
        Actor::System => true,
        Actor::User { role, .. } => permission.roles().contains(&role) && access.allows(permission),
        Actor::Anonymous => false,
    }
}

impl Ctx {
    /// True when the actor holds the permission, with what they came with.
    #[must_use]
    pub fn may(&self, permission: Permission) -> bool {
        may(self.actor(), self.access(), permission)
    }

    /// Refuses unless the actor holds the permission.
    pub fn require(&self, permission: Permission) -> Result<()> {
        match self.actor() {
            Actor::Anonymous => Err(Error::Unauthenticated),
            _ if self.may(permission) => Ok(()),
            Actor::User { .. } | Actor::System => Err(Error::Forbidden),
        }
    }

    /// Refuses unless a fresh code was shown in this session. Call it after the permission: who may not do
    /// a thing at all is not asked for a code.
    pub fn require_fresh(&self) -> Result<()> {
        match self.actor() {
            Actor::System => Ok(()),
            Actor::Anonymous => Err(Error::Unauthenticated),
            Actor::User { .. } if self.access().is_program() => Err(Error::Forbidden),
            Actor::User { .. } if self.access().fresh_until.is_some_and(|until| until > self.now()) => Ok(()),
            Actor::User { .. } => Err(Error::StepUpRequired),
        }
    }
}

/// The role's right on a form, as its definition says.
pub(crate) fn right_by_definition(actor: Actor, definition: &FormDefinition) -> FormRight {
    match actor {
        Actor::System => FormRight::Edit,
        Actor::Anonymous => FormRight::None,
        Actor::User { role, .. } => definition.right_of(role),
    }
}
