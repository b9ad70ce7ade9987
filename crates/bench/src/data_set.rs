//! An environment with a large register, made through the product's own services.

use std::{ops::ControlFlow, sync::Arc};

use anyhow::{Result, anyhow};
use auth::{SecondStep, SecretText, SignIn};
use domain::{
    Ctx,
    form::{self, Form},
    record::{self, ImportItem, ImportProgress, RecordList, ValueChanges},
    user::{self, NewUser, User},
};
use kernel::{Actor, Locale, PageRequest, RecordId, Role, UserId};
use packs::Pack;
use server::{App, demo};
use tenancy::{NewTenant, TenantEntry};

use crate::{
    api::Register,
    engine::Place,
    risk::{self, Draw},
};

/// People who own things.
const USERS: usize = 40;
/// Things that risks point to.
const ASSETS: u32 = 1_000;
/// Records per transaction.
const BATCH: u32 = 2_000;
/// Where the environment is; the product lets people sign in without TLS at `*.localhost` alone.
const HOST: &str = "bench.localhost";
const LOGIN: &str = "beheer";
const PASSWORD: &str = "metingen op de eigen machine";
/// 160 bits in base32, for an environment that lives as long as the measurements.
const SECOND_FACTOR: &str = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/// What is there to ask for, and the right to ask.
pub(crate) struct DataSet {
    /// The environment's hostname.
    pub host: String,
    /// Token of somebody who is signed in.
    pub session: String,
    /// The large register.
    pub risks: Register,
    /// The register it points to.
    pub assets: Register,
}

/// An environment with a register of risks and one of assets, and the product that has it open.
pub(crate) struct Filled {
    pub app: App,
    pub environment: Arc<TenantEntry>,
    /// The product itself.
    pub system: Ctx,
    pub administrator: User,
    pub owners: Vec<UserId>,
    pub asset_ids: Vec<RecordId>,
    pub risks: Form,
    pub assets: Form,
}

impl Filled {
    /// Makes the environment with `records` risks; `told` is called with how many there are so far.
    pub(crate) async fn make(place: &Place, records: u32, told: impl Fn(u32)) -> Result<Self> {
        let app = Box::pin(App::start(place.residence().settings()?.tenancy()?)).await?;
        let new = NewTenant {
            slug: Place::slug(),
            name: "Metingen".to_owned(),
            host: HOST.to_owned(),
            locale: Locale::Nl,
        };
        let environment = Box::pin(app.tenancy.create_tenant(new)).await?;
        let system = Box::pin(app.as_system(&environment)).await?;
        demo::install(&system, &Pack::builtin()?).await?;
        let administrator = add_user(&system, LOGIN, "Anna Beheer", Role::Administrator).await?;
        let mut owners = Vec::with_capacity(USERS);
        for n in 0..USERS {
            let user = add_user(&system, &format!("eigenaar{n}"), &risk::person(n), Role::Manager).await?;
            owners.push(user.id);
        }
        let ctx =
            system.acting_as(Actor::User { id: administrator.id, role: administrator.role }, Locale::Nl);
        let draw = Draw::new();
        let assets = form::get_by_key(&ctx, "assets").await?;
        fill(&ctx, &assets, ASSETS, (|n| risk::asset(&draw, n, &owners), |_| {})).await?;
        let asset_ids = all_ids(&ctx, &assets).await?;
        let risks = form::get_by_key(&ctx, "risks").await?;
        fill(&ctx, &risks, records, (|n| risk::risk(&draw, n, (&owners, &asset_ids)), told)).await?;
        Ok(Self { app, environment, system, administrator, owners, asset_ids, risks, assets })
    }
}

impl DataSet {
    /// Makes the environment and signs somebody in.
    pub(crate) async fn load(place: &Place, records: u32, told: impl Fn(u32)) -> Result<Self> {
        Self::of(Box::pin(Filled::make(place, records, told)).await?).await
    }

    /// Signs somebody in, and lets go of the environment.
    pub(crate) async fn of(filled: Filled) -> Result<Self> {
        let Filled { app, system, administrator, risks, assets, .. } = filled;
        let session = sign_in(&app, &system, &administrator).await?;
        drop(system);
        app.close().await;
        Ok(Self { host: HOST.to_owned(), session, risks: register(&risks), assets: register(&assets) })
    }
}

fn register(form: &Form) -> Register {
    Register { form: form.id.uuid(), prefix: form.definition.number_prefix.clone() }
}

pub(crate) async fn add_user(system: &Ctx, login: &str, name: &str, role: Role) -> Result<User> {
    let new = NewUser {
        username: login.to_owned(),
        email: format!("{login}@example.test"),
        display_name: name.to_owned(),
        role,
        locale: Locale::Nl,
    };
    user::create(system, new).await.map_err(in_words)
}

/// Makes `count` records, in as many imports as it takes.
async fn fill(
    ctx: &Ctx,
    form: &Form,
    count: u32,
    (values, told): (impl Fn(u32) -> ValueChanges, impl Fn(u32)),
) -> Result<()> {
    for first in (0..count).step_by(BATCH as usize) {
        let last = count.min(first + BATCH);
        let item = |n| ImportItem { existing: None, values: values(n), status: None };
        let items: Vec<ImportItem> = (first..last).map(item).collect();
        record::import(ctx, form, &items, &Unwatched).await.map_err(in_words)?;
        told(last);
    }
    Ok(())
}

/// A batch is short enough to wait for.
struct Unwatched;

impl ImportProgress for Unwatched {
    fn report(&self, _done: u64, _total: u64) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

async fn all_ids(ctx: &Ctx, form: &Form) -> Result<Vec<RecordId>> {
    let (filter, sort) = (record::RecordFilter::default(), record::RecordSort::default());
    let list = RecordList { form, filter: &filter, sort: &sort };
    let mut ids = Vec::new();
    let mut after = None;
    loop {
        let page = record::list(ctx, list, &PageRequest::new(Some(100), after)?).await?;
        after = page.items.last().map(|(cursor, _)| cursor.as_str().to_owned());
        ids.extend(page.items.into_iter().map(|(_, record)| record.id));
        if !page.has_next {
            return Ok(ids);
        }
    }
}

/// Signs in as people do: password, then code.
async fn sign_in(app: &App, system: &Ctx, user: &User) -> Result<String> {
    app.auth.set_password(system, user.id, &SecretText::from(PASSWORD)).await?;
    app.auth.enroll_with_secret(system, user.id, &SecretText::from(SECOND_FACTOR)).await?;
    let stranger = system.acting_as(Actor::Anonymous, Locale::Nl);
    let input = SignIn { login: LOGIN.to_owned(), password: PASSWORD.into() };
    let ticket = app.auth.sign_in(&stranger, input).await.map_err(in_words)?.token;
    let code = app.auth.current_code(system, user.id).await?;
    let step = SecondStep { ticket, code, user_agent: "waarborg-bench".to_owned() };
    let session = app.auth.verify(&stranger, step).await.map_err(in_words)?;
    Ok(session.token.expose().to_owned())
}

/// Says which values are wrong.
pub(crate) fn in_words(error: kernel::Error) -> anyhow::Error {
    match error {
        kernel::Error::Invalid(errors) => anyhow!("{:?}", errors.0),
        other => other.into(),
    }
}
