//! Links in mails, and passwords people choose themselves.

use domain::{
    Ctx, link,
    mail::{self, Letter, Mail},
    user::{self, User},
};
use kernel::{Actor, Cursor, PageRequest, Role};
use sea_orm::{
    ConnectionTrait, ExprTrait,
    sea_query::{Expr, Query},
};
use serde_json::json;
use waarborg_tests::Environment;

use super::{Belongings, Example, example};

/// One that nobody tries first.
const NEW_PASSWORD: &str = "paarse fietsen zingen zacht";

/// The secrets of links that were mailed.
pub(super) struct Links {
    pub(super) invitation: String,
    pub(super) reset: String,
    pub(super) confirmation: String,
    pub(super) cursor: String,
}

impl Links {
    pub(super) async fn make(environment: &Environment) -> Self {
        let ctx = environment.ctx(Actor::System).await;
        let person = async || environment.add_person(Role::Viewer).await.id;
        let (new, forgetful, moving) = (person().await, person().await, person().await);
        let invite = Query::update()
            .table("app_user")
            .value("status", "invited")
            .and_where(Expr::col("id").eq(new.uuid()))
            .to_owned();
        ctx.write(async |tx| {
            tx.connection().execute(&invite).await.map_err(kernel::Error::internal)?;
            Ok(())
        })
        .await
        .unwrap();
        let (new_user, forgetful_user, moving_user) = (
            user::get(&ctx, new).await.unwrap(),
            user::get(&ctx, forgetful).await.unwrap(),
            user::get(&ctx, moving).await.unwrap(),
        );
        let address = format!("{}@elders.example", moving_user.username).parse().unwrap();
        ctx.write(async |tx| {
            link::send_invitation(&ctx, tx, &new_user).await?;
            link::send_password_reset(&ctx, tx, Some(&forgetful_user)).await?;
            link::send_email_confirmation(&ctx, tx, &moving_user, &address).await
        })
        .await
        .unwrap();
        // All of one moment, and so in any order; others have mails waiting, too.
        let waiting = waiting(&ctx).await;
        let cursor = waiting.first().map(|(cursor, _)| cursor.as_str().to_owned());
        let secret = |wanted: &str, user: &User| {
            let is_theirs = |mail: &Mail| mail.letter.kind() == wanted && mail.name == user.display_name;
            let found = waiting.iter().find(|(_, mail)| is_theirs(mail));
            match found.map(|(_, mail)| &mail.letter) {
                Some(
                    Letter::Invitation { token, .. }
                    | Letter::PasswordReset { token, .. }
                    | Letter::EmailConfirmation { token, .. },
                ) => token.expose().to_owned(),
                _ => panic!("no mail of kind {wanted}"),
            }
        };
        Self {
            invitation: secret("invitation", &new_user),
            reset: secret("password_reset", &forgetful_user),
            confirmation: secret("email_confirmation", &moving_user),
            cursor: cursor.expect("a mail"),
        }
    }
}

pub(super) fn examples(own: &Belongings) -> Vec<Example> {
    const LINK: &str = "query($token: String!) { accountLink(token: $token) { username purpose } }";
    let choice = |token: &str| json!({ "input": { "token": token, "password": NEW_PASSWORD } });
    vec![
        example(("accountLink", "of an invitation"), LINK, json!({ "token": own.invitation })),
        example(("accountLink", "of a forgotten password"), LINK, json!({ "token": own.reset })),
        example(("accountLink", "of a new address"), LINK, json!({ "token": own.confirmation })),
        example(
            ("outbox", "empty but in the demo"),
            "query($after: String) { outbox(after: $after) { nodes { subject } } }",
            json!({ "after": own.mail_cursor }),
        ),
        example(
            ("requestPasswordReset", ""),
            "mutation($login: String!) { requestPasswordReset(input: { login: $login }) { userErrors { code } } }",
            json!({ "login": own.login }),
        ),
        example(
            ("acceptInvitation", ""),
            "mutation($input: ChoosePasswordInput!) { acceptInvitation(input: $input) { userErrors { code } } }",
            choice(&own.invitation),
        ),
        example(
            ("resetPassword", ""),
            "mutation($input: ChoosePasswordInput!) { resetPassword(input: $input) { userErrors { code } } }",
            choice(&own.reset),
        ),
        example(
            ("changePassword", "to one that is too short"),
            "mutation($input: ChangePasswordInput!) { changePassword(input: $input) { userErrors { code } } }",
            json!({ "input": { "currentPassword": waarborg_tests::PASSWORD, "newPassword": "kort" } }),
        ),
        example(
            ("confirmEmail", ""),
            "mutation($token: String!) {
                confirmEmail(input: { token: $token }) { isConfirmed userErrors { code } } }",
            json!({ "token": own.confirmation }),
        ),
    ]
}

/// All mails that wait.
async fn waiting(ctx: &Ctx) -> Vec<(Cursor, Mail)> {
    let (mut all, mut page) = (Vec::new(), PageRequest::start(100));
    loop {
        let found = mail::list(ctx, &page).await.unwrap();
        page.after = found.items.last().map(|(cursor, _)| cursor.clone());
        all.extend(found.items);
        if !found.has_next {
            return all;
        }
    }
}
