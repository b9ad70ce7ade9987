use domain::{
    Ctx,
    audit::{self, AuditEntry},
    link::{self, LinkPurpose},
    user,
};
use kernel::Result;

use super::{Choice, link_invalid};
use crate::{
    Auth, NextStep, Ticket, credential,
    password::{About, Password},
    second_factor,
};

impl Auth {
    /// Takes the password of somebody who was invited to the environment of this name, and lets them go on
    /// to the second factor: the ticket opens that and nothing else.
    ///
    /// `LINK_INVALID` at `token` when the link is not good (any more); at `password` what is wrong with it.
    pub async fn accept_invitation(&self, ctx: &Ctx, choice: Choice, environment: &str) -> Result<Ticket> {
        let token = choice.token.expose();
        let found = link::find(ctx, token).await?.filter(|link| link.purpose == LinkPurpose::Invitation);
        let user = found.ok_or_else(link_invalid)?.user;
        let about = About { user: &user, environment };
        let password = Password::chosen_by(&about, choice.password.expose(), "password")
            .map_err(kernel::Error::Invalid)?;
        let hash = self.hash(ctx, password).await?;
        let next_step = ctx
            .write(async |tx| {
                let link = link::redeem(ctx, tx, token, LinkPurpose::Invitation).await?;
                if !user::activate(tx, link.user.id).await? {
                    return Err(link_invalid());
                }
                credential::save(ctx, tx, link.user.id, hash).await?;
                link::void_all(tx, link.user.id).await?;
                let entry = AuditEntry::about("user.invitation_accepted", link.user.id);
                audit::record(ctx, tx, entry).await?;
                // Whoever was away and is back may still have one.
                let factor = second_factor::find(tx.connection(), link.user.id).await?;
                Ok(match factor {
                    Some(factor) if factor.is_confirmed => NextStep::VerifySecondFactor,
                    _ => NextStep::EnrollSecondFactor,
                })
            })
            .await?;
        self.issue_ticket(ctx, user.id, next_step).await
    }
}
