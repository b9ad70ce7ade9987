//! Seeding through the services, as the people themselves would have done it.

use std::{collections::HashMap, sync::Arc};

use anyhow::{Context, anyhow};
use auth::SecretText;
use chrono::Duration;
use domain::{
    Access, Ctx, Domain, Request, form,
    record::{self, NewRecord, RecordUpdate, ValueChanges},
    user::{self, NewUser, User},
};
use kernel::{Actor, Clock, FixedClock, Random, RecordId, SystemRandom};
use packs::{
    Pack,
    demo::{DemoEnvironment, DemoRecord},
};
use tenancy::{NewTenant, TenantEntry};

use super::{
    install,
    manifest::{ManifestEnvironment, ManifestUser},
    values::Resolver,
};
use crate::App;

/// Everybody's password in the demo: long enough, and easy to type from a screen.
const PASSWORD: &str = "waarborg-demo-2026";

pub(super) async fn environment(
    app: &App,
    pack: &Pack,
    demo: &DemoEnvironment,
) -> anyhow::Result<ManifestEnvironment> {
    let entry = find_or_create(app, demo).await?;
    let ctx = app.as_system(&entry).await?;
    install(&ctx, pack).await?;
    let mut users = HashMap::new();
    let mut listed = Vec::with_capacity(demo.users.len());
    for demo_user in &demo.users {
        let user = match user::find_by_login(&ctx, &demo_user.username).await? {
            Some(user) => user,
            None => user::create(&ctx, new_user(demo, demo_user)).await?,
        };
        app.auth.set_password(&ctx, user.id, &SecretText::from(PASSWORD)).await?;
        let secret = if demo_user.must_enroll { None } else { Some(enroll(app, &ctx, &user).await?) };
        listed.push(ManifestUser {
            login: user.username.clone(),
            password: PASSWORD.to_owned(),
            role: user.role.to_string(),
            totp_secret: secret,
        });
        users.insert(demo_user.username.clone(), user);
    }
    records(app, &entry, (demo, users)).await?;
    Ok(ManifestEnvironment {
        slug: demo.slug.clone(),
        name: demo.name.clone(),
        host: entry.host.to_string(),
        users: listed,
    })
}

/// An earlier start may have been cut off: it is gone on with.
async fn find_or_create(app: &App, demo: &DemoEnvironment) -> anyhow::Result<Arc<TenantEntry>> {
    let known = app.tenancy.list_tenants().await?;
    if let Some(entry) = known.into_iter().find(|entry| entry.slug.as_str() == demo.slug) {
        return Ok(Arc::new(entry));
    }
    let new = NewTenant {
        slug: demo.slug.clone(),
        name: demo.name.clone(),
        host: format!("{}.localhost", demo.slug),
        locale: demo.locale,
    };
    Ok(app.tenancy.create_tenant(new).await?)
}

fn new_user(demo: &DemoEnvironment, user: &packs::demo::DemoUser) -> NewUser {
    NewUser {
        username: user.username.clone(),
        email: user.email.clone(),
        display_name: user.display_name.clone(),
        role: user.role,
        locale: demo.locale,
    }
}

async fn enroll(app: &App, ctx: &Ctx, user: &User) -> anyhow::Result<String> {
    const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let mut bytes = [0_u8; 32];
    SystemRandom.fill(&mut bytes);
    // 32 letters of 5 bits: the 160 bits an authenticator app expects.
    let letter = |byte: &u8| BASE32.get(usize::from(byte % 32)).copied().map_or('A', char::from);
    let secret: String = bytes.iter().map(letter).collect();
    app.auth.enroll_with_secret(ctx, user.id, &SecretText::from(secret.clone())).await?;
    Ok(secret)
}

/// Writes the records on the days they were made, each by its maker.
async fn records(
    app: &App,
    entry: &TenantEntry,
    (demo, users): (&DemoEnvironment, HashMap<String, User>),
) -> anyhow::Result<()> {
    let today = kernel::SystemClock.now();
    let clock = Arc::new(FixedClock::at(today));
    let domain = Domain::new(Arc::clone(&clock) as Arc<dyn Clock>, Arc::new(SystemRandom));
    let db = Box::pin(app.tenancy.open(entry)).await?;
    let ctx = domain.ctx(Request {
        db,
        actor: Actor::System,
        access: Access::default(),
        locale: demo.locale,
        address: None,
    });
    if !is_empty(&ctx).await? {
        return Err(anyhow!("an earlier start was cut off; remove the demo's data folder and start again"));
    }
    let mut seeding = Seeding { ctx, clock, today, users, made: HashMap::new(), minute: 0 };
    for demo_record in &demo.records {
        let key = &demo_record.local_key;
        seeding.record(demo_record).await.with_context(|| format!("record {key}"))?;
    }
    Ok(())
}

async fn is_empty(ctx: &Ctx) -> kernel::Result<bool> {
    let forms: Vec<_> = form::list(ctx).await?.iter().map(|form| form.id).collect();
    Ok(record::counts(ctx, &forms).await?.is_empty())
}

struct Seeding {
    ctx: Ctx,
    clock: Arc<FixedClock>,
    today: kernel::Instant,
    users: HashMap<String, User>,
    made: HashMap<String, RecordId>,
    /// Counts on, so that things of one day do not all happen in one moment.
    minute: i64,
}

impl Seeding {
    async fn record(&mut self, demo: &DemoRecord) -> anyhow::Result<()> {
        let form = form::get_by_key(&self.ctx, &demo.form_key).await?;
        let later: Vec<&String> = demo.steps.iter().flat_map(|step| &step.fields).collect();
        let resolver = Resolver {
            definition: &form.definition,
            today: self.today.date_naive(),
            users: &self.users,
            made: &self.made,
        };
        let mut all = resolver.all(&demo.values)?;
        let first: ValueChanges = all.extract_if(.., |key, _| !later.contains(&key)).collect();
        let ctx = self.on(demo.created_on_days, &demo.created_by)?;
        let status = demo.steps.is_empty().then(|| demo.status.clone());
        let new = NewRecord { form_key: demo.form_key.clone(), values: first, status };
        let mut made = record::create(&ctx, new).await.map_err(in_words)?;
        for step in &demo.steps {
            let ctx = self.on(step.on_days, &step.by)?;
            let values = step.fields.iter().filter_map(|key| all.remove_entry(key)).collect();
            let update = RecordUpdate {
                id: made.id,
                version: made.version,
                values,
                status: Some(step.status.clone()),
            };
            made = record::update(&ctx, update).await.map_err(in_words)?;
        }
        self.made.insert(demo.local_key.clone(), made.id);
        Ok(())
    }

    /// The environment on that day, during office hours, as that person.
    fn on(&mut self, days: i32, username: &str) -> anyhow::Result<Ctx> {
        let user = self.users.get(username).ok_or_else(|| anyhow!("there is no user {username}"))?;
        self.minute += 7;
        let midnight = self.today.date_naive().and_time(chrono::NaiveTime::MIN).and_utc();
        let at = midnight + Duration::days(days.into()) + Duration::minutes(7 * 60 + self.minute % (9 * 60));
        self.clock.advance(at.min(self.today) - self.clock.now());
        Ok(self.ctx.acting_as(Actor::User { id: user.id, role: user.role }, user.locale))
    }
}

/// Says which fields are wrong: for whoever writes the demo's stories.
fn in_words(error: kernel::Error) -> anyhow::Error {
    match error {
        kernel::Error::Invalid(errors) => anyhow!("{:?}", errors.0),
        other => other.into(),
    }
}
