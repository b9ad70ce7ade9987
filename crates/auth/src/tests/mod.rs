//! Sign-in as its users see it, on both engines.

mod api_token;
mod chosen_password;
mod enrollment;
mod factors;
mod own_session;
mod passkey;
mod people;
mod recovery_code;
mod replacement;
mod session;
mod sign_in;
mod signing_key;
mod step_up;
mod throttling;
mod verification;

use std::{net::IpAddr, sync::Arc};

use chrono::Duration;
use domain::{
    Access, Ctx, Domain, Request,
    audit::{self, AuditFilter},
    user::{self, NewUser, User},
};
use kernel::{Actor, Error, FixedClock, Locale, PageRequest, Role, SystemRandom, UserId};
use sea_orm::{ConnectionTrait, Statement, entity::prelude::*};
use tenancy::{Tenancy, TenantDb, testing::TestTenancy};

use crate::{Auth, Enrollment, NewSession, PasswordSettings, SecondStep, SecretText, SignIn, Ticket};

const PASSWORD: &str = "correct horse battery staple";
/// The cheapest argon2id there is: these tests are about everything but its cost.
const CHEAP: PasswordSettings = PasswordSettings { memory_kib: 8, passes: 1, parallel: 4, queue: 1_000 };

/// An environment whose people sign in.
#[derive(Clone)]
struct Stage {
    auth: Auth,
    clock: Arc<FixedClock>,
    domain: Domain,
    db: TenantDb,
    // Of a second server: lives as long as it does.
    _tenancy: Option<Tenancy>,
}

impl Stage {
    async fn new(test: &TestTenancy) -> Self {
        Self::at(test, "acme", CHEAP).await
    }

    async fn at(test: &TestTenancy, slug: &str, passwords: PasswordSettings) -> Self {
        let clock = test.clock();
        Self {
            auth: Auth::new(passwords).unwrap(),
            domain: Domain::new(clock.clone(), Arc::new(SystemRandom)),
            db: Box::pin(test.tenant_db(slug)).await,
            clock,
            _tenancy: None,
        }
    }

    /// The same environment on another server, which shares nothing with this one but the database, the
    /// master key and the clock.
    async fn on_another_server(&self, test: &TestTenancy) -> Self {
        let random = Arc::new(SystemRandom);
        let tenancy =
            Box::pin(Tenancy::start(test.config(), self.clock.clone(), random.clone())).await.unwrap();
        let entries = tenancy.list_tenants().await.unwrap();
        let entry = entries.iter().find(|entry| entry.id == self.db.tenant_id()).unwrap();
        Self {
            auth: Auth::new(CHEAP).unwrap(),
            domain: Domain::new(self.clock.clone(), random),
            db: Box::pin(tenancy.open(entry)).await.unwrap(),
            clock: self.clock.clone(),
            _tenancy: Some(tenancy),
        }
    }

    fn ctx(&self, actor: Actor, address: Option<IpAddr>) -> Ctx {
        self.domain.ctx(Request {
            db: self.db.clone(),
            actor,
            access: Access::default(),
            locale: Locale::Nl,
            address,
        })
    }

    /// Somebody who has not signed in.
    fn stranger(&self) -> Ctx {
        self.ctx(Actor::Anonymous, None)
    }

    fn system(&self) -> Ctx {
        self.ctx(Actor::System, None)
    }

    /// Whoever has this session, as a request of theirs finds them now.
    async fn holder(&self, session: &NewSession) -> Ctx {
        let found =
            self.auth.authenticate(&self.stranger(), &session.token).await.unwrap().expect("a good session");
        let actor = Actor::User { id: found.user_id, role: found.role };
        self.stranger().acting_with(actor, found.access, found.locale)
    }

    fn pass(&self, seconds: i64) {
        self.clock.advance(Duration::seconds(seconds));
    }

    /// A user with [`PASSWORD`] and no second factor.
    async fn user(&self, name: &str) -> User {
        let new = NewUser {
            username: name.to_owned(),
            email: format!("{name}@example.test"),
            display_name: name.to_owned(),
            role: Role::Employee,
            locale: Locale::Nl,
        };
        let user = user::create(&self.system(), new).await.unwrap();
        self.auth.set_password(&self.system(), user.id, &PASSWORD.into()).await.unwrap();
        user
    }

    /// A user with [`PASSWORD`] and a second factor whose codes were never used.
    async fn enrolled(&self, name: &str) -> User {
        let user = self.user(name).await;
        let secret = crate::totp::grouped(&crate::totp::new_secret(&SystemRandom));
        self.auth.enroll_with_secret(&self.system(), user.id, &secret).await.unwrap();
        user
    }

    async fn set_role(&self, user: UserId, role: Role) {
        use crate::account::{Column, Entity};
        self.system()
            .write(async |tx| {
                let update = Entity::update_many().col_expr(Column::Role, Expr::value(role.as_str()));
                update.filter(Column::Id.eq(user.uuid())).exec(tx.connection()).await.map_err(Error::internal)
            })
            .await
            .unwrap();
    }

    async fn sign_in(&self, login: &str, password: &str) -> Result<Ticket, Error> {
        self.sign_in_as(&self.stranger(), login, password).await
    }

    async fn sign_in_as(&self, ctx: &Ctx, login: &str, password: &str) -> Result<Ticket, Error> {
        self.auth.sign_in(ctx, SignIn { login: login.to_owned(), password: password.into() }).await
    }

    async fn ticket(&self, login: &str) -> Ticket {
        self.ticket_for(login, PASSWORD).await
    }

    async fn ticket_for(&self, login: &str, password: &str) -> Ticket {
        self.sign_in(login, password).await.unwrap()
    }

    async fn verify(&self, ticket: &Ticket, code: &str) -> Result<NewSession, Error> {
        self.auth.verify(&self.stranger(), step(ticket, code)).await
    }

    async fn begin(&self, ticket: &Ticket) -> Result<Enrollment, Error> {
        self.auth.begin_enrollment(&self.stranger(), &ticket.token, "Zorg & Zo").await
    }

    async fn confirm(&self, ticket: &Ticket, code: &str) -> Result<NewSession, Error> {
        self.auth.confirm_enrollment(&self.stranger(), step(ticket, code)).await
    }

    /// What the user's authenticator app shows now.
    async fn code(&self, user: UserId) -> String {
        self.auth.current_code(&self.system(), user).await.unwrap().expose().to_owned()
    }

    /// A code that is not the user's at this moment.
    async fn wrong_code(&self, user: UserId) -> String {
        let factor = crate::second_factor::find(self.db.read(), user).await.unwrap().unwrap();
        let stage = crate::second_factor::Stage::Confirmed;
        let secret = crate::second_factor::unseal(&self.system(), (user, stage), &factor.sealed).unwrap();
        wrong_code(&secret, &self.clock)
    }

    async fn session(&self, user: &User) -> NewSession {
        let ticket = self.ticket(&user.username).await;
        self.verify(&ticket, &self.code(user.id).await).await.unwrap()
    }

    async fn set_status(&self, user: UserId, status: &str) {
        use crate::account::{Column, Entity};
        self.system()
            .write(async |tx| {
                let update = Entity::update_many().col_expr(Column::Status, Expr::value(status));
                update.filter(Column::Id.eq(user.uuid())).exec(tx.connection()).await.map_err(Error::internal)
            })
            .await
            .unwrap();
    }

    /// The actions of the audit log with their details, the oldest first.
    async fn audit(&self) -> Vec<(String, String)> {
        let mut log = Vec::new();
        let mut page = PageRequest::start(100);
        loop {
            let found = audit::list(&self.system(), &AuditFilter::default(), &page).await.unwrap();
            let next = found.items.last().map(|(cursor, _)| cursor.clone());
            let has_next = found.has_next;
            log.extend(
                found
                    .into_items()
                    .into_iter()
                    .map(|event| (event.action, serde_json::Value::Object(event.details).to_string())),
            );
            if !has_next {
                log.reverse();
                return log;
            }
            page.after = next;
        }
    }

    /// The kinds of the mails that wait, the oldest first.
    async fn mails(&self) -> Vec<&'static str> {
        let page = PageRequest::new(Some(100), None).unwrap();
        let waiting = domain::mail::list(&self.system(), &page).await.unwrap();
        waiting.items.iter().rev().map(|(_, mail)| mail.letter.kind()).collect()
    }

    async fn audited(&self, action: &str) -> usize {
        self.audit().await.iter().filter(|(found, _)| found == action).count()
    }
}

fn step(ticket: &Ticket, code: &str) -> SecondStep {
    SecondStep { ticket: ticket.token.clone(), code: code.into(), user_agent: "Test/1.0".to_owned() }
}

/// The secret of an enrolment, as typed by its owner.
fn typed_secret(enrollment: &Enrollment) -> totp_rs::Secret {
    let text = enrollment.secret_text.expose().replace(' ', "");
    totp_rs::Secret::try_from_base32(&text).unwrap()
}

fn code_of(enrollment: &Enrollment, clock: &FixedClock) -> String {
    let now = kernel::Clock::now(clock);
    crate::totp::code_at(&typed_secret(enrollment), now).unwrap().expose().to_owned()
}

fn wrong_code(secret: &totp_rs::Secret, clock: &FixedClock) -> String {
    let now = kernel::Clock::now(clock);
    let is_wrong = |text: &String| {
        let code = crate::totp::Code::parse(&SecretText::from(text.as_str())).ok().unwrap();
        crate::totp::matching_step(secret, &code, now).unwrap().is_none()
    };
    ["111111", "222222", "333333", "444444"].map(str::to_owned).into_iter().find(is_wrong).unwrap()
}

/// What a client hears.
fn heard<T>(result: Result<T, Error>) -> String {
    match result {
        Ok(_) => "ok".to_owned(),
        Err(Error::Invalid(errors)) => {
            let each = errors.0.iter().map(|e| format!("{} {:?} {:?}", e.code, e.path, e.params));
            each.collect::<Vec<_>>().join(", ")
        }
        Err(Error::Throttled { retry_after_seconds }) => format!("wait {retry_after_seconds}"),
        Err(error) => format!("{error:?}"),
    }
}

const BAD_CREDENTIALS: &str = r#"INVALID_CREDENTIALS ["password"] {}"#;
const BAD_CODE: &str = r#"INVALID_CODE ["code"] {}"#;
