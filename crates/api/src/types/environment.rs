use std::sync::Arc;

use async_graphql::{Context, ID, Json, Object};
use domain::{Ctx, Permission, user, user::User};
use kernel::Instant;
use tenancy::TenantEntry;

use super::{AccountObject, Date, LocaleName, RoleName, UserObject};
use crate::{error::Result, scope::Shared};

/// One customer's environment.
pub(crate) struct EnvironmentObject(pub Arc<TenantEntry>);

/// One customer's environment. Public: the sign-in page shows it.
#[Object(name = "Environment")]
impl EnvironmentObject {
    /// Global id.
    async fn id(&self) -> ID {
        self.0.id.to_string().into()
    }

    /// The customer's name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// The hostname, which is the environment's own.
    async fn host(&self) -> &str {
        self.0.host.as_str()
    }

    /// The demo keeps mails instead of sending them: the page /outbox shows them.
    async fn has_outbox(&self, cx: &Context<'_>) -> bool {
        cx.services().post.has_outbox
    }

    /// The language for people who have not chosen one.
    async fn locale(&self) -> LocaleName {
        self.0.locale.into()
    }
}

/// Who is signed in.
pub(crate) struct ViewerObject {
    /// The request as this person.
    pub ctx: Ctx,
    pub user: User,
}

/// Who is signed in, with what they may do in the environment as a whole.
#[Object(name = "Viewer")]
impl ViewerObject {
    /// The person.
    async fn user(&self) -> UserObject {
        UserObject(self.user.clone())
    }

    /// The role at this moment.
    async fn role(&self) -> RoleName {
        self.user.role.into()
    }

    /// The language of the interface.
    async fn locale(&self) -> LocaleName {
        self.user.locale.into()
    }

    /// May make registers and change their definitions.
    async fn can_manage_forms(&self) -> bool {
        self.ctx.may(Permission::ManageForms)
    }

    /// May make files of registers.
    async fn can_export(&self) -> bool {
        self.ctx.may(Permission::Export)
    }

    /// May read workbooks into registers.
    async fn can_import(&self) -> bool {
        self.ctx.may(Permission::Import)
    }

    /// Their own account.
    async fn account(&self) -> AccountObject {
        AccountObject(self.user.clone())
    }

    /// May see who has access, and with what rights.
    async fn can_see_people(&self) -> bool {
        self.ctx.may(Permission::SeePeople)
    }

    /// May invite and archive people, give them roles, groups and rights, and let consultants in.
    async fn can_manage_people(&self) -> bool {
        self.ctx.may(Permission::ManagePeople)
    }

    /// May switch the second factor of a colleague of equal or lower role off, to be set up anew.
    async fn can_reset_second_factors(&self) -> bool {
        self.ctx.may(Permission::ResetSecondFactor)
    }

    /// May read the audit log and check its chain.
    async fn can_read_audit_log(&self) -> bool {
        self.ctx.may(Permission::ReadAuditLog)
    }

    /// May decide from where and how often the environment may be reached.
    async fn can_manage_firewall(&self) -> bool {
        self.ctx.may(Permission::ManageFirewall)
    }

    /// May see which back-ups there are.
    async fn can_see_backups(&self) -> bool {
        self.ctx.may(Permission::SeeBackups)
    }

    /// May have a back-up made now, and put the environment back to one.
    async fn can_restore_backups(&self) -> bool {
        self.ctx.may(Permission::RestoreBackups)
    }

    /// May take everything the environment holds along, in one archive.
    async fn can_take_archive(&self) -> bool {
        self.ctx.may(Permission::TakeArchive)
    }

    /// May make tokens for programs.
    async fn can_make_api_tokens(&self) -> bool {
        self.ctx.may(Permission::MakeApiTokens)
    }

    /// The last day they may sign in: of a consultant, the operator, an auditor or somebody temporary.
    async fn access_ends_on(&self) -> Option<Date> {
        self.user.access_ends_on.map(Date)
    }

    /// Until when a fresh code counts for sensitive actions; null: show one first (`stepUp`).
    async fn fresh_until(&self) -> Option<Instant> {
        self.ctx.access().fresh_until.filter(|until| *until > self.ctx.now())
    }

    /// Can sign in with a passkey instead of a code.
    async fn has_passkey(&self, cx: &Context<'_>) -> Result<bool> {
        Ok(cx.services().auth.has_passkey(&self.ctx).await?)
    }

    /// Recovery codes that have not been used.
    async fn recovery_codes_left(&self, cx: &Context<'_>) -> Result<u64> {
        Ok(cx.services().auth.recovery_codes_left(&self.ctx).await?)
    }

    /// What they chose for themselves: theme, columns and the like, by key.
    async fn preferences(&self) -> Result<Json<serde_json::Map<String, serde_json::Value>>> {
        Ok(Json(user::preferences(&self.ctx).await?))
    }
}
