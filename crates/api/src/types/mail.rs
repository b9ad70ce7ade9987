use ::mail::{Composed, Sender, compose};
use async_graphql::{Enum, ID, Object};
use domain::{
    link::{Link, LinkPurpose},
    mail::{self, Mail},
};
use kernel::{Actor, Error, Instant, MailId, Page, PageRequest};

use super::LocaleName;
use crate::{
    error::Result,
    scope::{Scope, Services},
};

/// What a link from a mail is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
#[graphql(name = "AccountLinkPurpose")]
pub(crate) enum AccountLinkPurposeName {
    /// Choose a first password.
    Invitation,
    /// Choose another password.
    PasswordReset,
    /// Prove that an address is one's own.
    EmailConfirmation,
}

impl From<LinkPurpose> for AccountLinkPurposeName {
    fn from(purpose: LinkPurpose) -> Self {
        match purpose {
            LinkPurpose::Invitation => Self::Invitation,
            LinkPurpose::PasswordReset => Self::PasswordReset,
            LinkPurpose::EmailConfirmation => Self::EmailConfirmation,
        }
    }
}

/// A link from a mail that is good at this moment.
pub(crate) struct AccountLinkObject(pub Link);

/// A link from a mail that is good at this moment. Whoever has the link may see it.
#[Object(name = "AccountLink")]
impl AccountLinkObject {
    /// What it is for.
    async fn purpose(&self) -> AccountLinkPurposeName {
        self.0.purpose.into()
    }

    /// The name to sign in with.
    async fn username(&self) -> &str {
        &self.0.user.username
    }

    /// First and last name.
    async fn display_name(&self) -> &str {
        &self.0.user.display_name
    }

    /// The address it was mailed to.
    async fn email(&self) -> &str {
        self.0.email.as_ref().map_or(&self.0.user.email, |email| email.as_str())
    }

    /// When it stops working.
    async fn expires_at(&self) -> Instant {
        self.0.expires_at
    }
}

/// A mail that is kept for looking at.
pub(crate) struct MailObject {
    mail: Mail,
    words: Composed,
}

/// A mail that was not sent but kept for looking at: in the demo only.
#[Object(name = "Mail")]
impl MailObject {
    /// Global id.
    pub(crate) async fn id(&self) -> ID {
        self.mail.id.to_string().into()
    }

    /// Name and address of whom it is for.
    async fn to(&self) -> String {
        format!("{} <{}>", self.mail.name, self.mail.address)
    }

    /// What it is about.
    async fn subject(&self) -> &str {
        &self.words.subject
    }

    /// When it would have been sent.
    async fn sent_at(&self) -> Instant {
        self.mail.queued_at
    }

    /// What kind of mail it is, e.g. `invitation`.
    async fn kind(&self) -> &str {
        self.mail.letter.kind()
    }

    /// What it says, as text.
    async fn text(&self) -> &str {
        &self.words.text
    }

    /// What it says, as a whole HTML document that loads nothing from elsewhere.
    async fn html(&self) -> &str {
        &self.words.html
    }

    /// The language it is written in.
    async fn locale(&self) -> LocaleName {
        self.mail.locale.into()
    }
}

/// The mails that are kept, newest first; none but in the demo, where everybody may see them.
pub(crate) async fn outbox(
    scope: &Scope,
    services: &Services,
    page: &PageRequest,
) -> Result<Page<MailObject>> {
    if !services.post.has_outbox {
        return Ok(Page { items: Vec::new(), has_next: false });
    }
    let ctx = scope.ctx.acting_as(Actor::System, scope.ctx.locale());
    let found = mail::list(&ctx, page).await?;
    let items = found.items.into_iter().map(|(cursor, mail)| Ok((cursor, in_words(scope, services, mail)?)));
    Ok(Page { items: items.collect::<Result<_>>()?, has_next: found.has_next })
}

/// One of them.
pub(crate) async fn find_in_outbox(
    scope: &Scope,
    services: &Services,
    id: MailId,
) -> Result<Option<MailObject>> {
    if !services.post.has_outbox {
        return Ok(None);
    }
    let ctx = scope.ctx.acting_as(Actor::System, scope.ctx.locale());
    match mail::get(&ctx, id).await {
        Ok(mail) => Ok(Some(in_words(scope, services, mail)?)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn in_words(scope: &Scope, services: &Services, mail: Mail) -> Result<MailObject> {
    let host = scope.environment.host.to_string();
    let address = services.post.origin.of(&host);
    let sender = Sender { environment: scope.environment.name.clone(), host, address };
    let words = compose(&mail, &sender)?;
    Ok(MailObject { mail, words })
}
