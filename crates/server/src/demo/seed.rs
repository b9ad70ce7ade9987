//! Seeding through the services, as the people themselves would have done it.

use std::{collections::HashMap, sync::Arc};

use anyhow::{Context, anyhow};
use auth::SecretText;
use chrono::Duration;
use domain::{
    Access, Ctx, Domain, Request,
    form::{self, Field, FieldKind, FormDefinition},
    record::{self, NewRecord, Record, RecordUpdate, ValueChanges},
    user::{self, NewUser, User},
};
use kernel::{Actor, Clock, FixedClock, GroupId, Random, Role, SystemRandom};
use packs::{
    Pack,
    demo::{DemoEnvironment, DemoRecord, DemoStep},
};
use tenancy::{NewTenant, TenantBlobs, TenantEntry};

use super::{
    files,
    history::{self, Moment},
    install,
    manifest::{ManifestEnvironment, ManifestUser},
    people,
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
    let stage = Stage::open(app, &entry, demo).await?;
    let ctx = &stage.ctx;
    install(ctx, pack).await?;
    let mut users = HashMap::new();
    let mut listed = Vec::with_capacity(demo.users.len());
    for demo_user in &demo.users {
        let user = match user::find_by_login(ctx, &demo_user.username).await? {
            Some(user) => user,
            None => user::create(ctx, new_user(demo, demo_user)).await?,
        };
        app.auth.set_password(ctx, user.id, &SecretText::from(PASSWORD)).await?;
        let secret = if demo_user.must_enroll { None } else { Some(enroll(app, ctx, &user).await?) };
        listed.push(ManifestUser {
            login: user.username.clone(),
            password: PASSWORD.to_owned(),
            role: user.role.to_string(),
            totp_secret: secret,
        });
        users.insert(demo_user.username.clone(), user);
    }
    let groups = people::groups(ctx, demo, &users).await?;
    records(&stage, demo, (&users, &groups)).await?;
    stage.go_to_now();
    people::make(ctx, demo, &users).await?;
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

/// Writes the records on the days they were made, each by its maker, the oldest first.
async fn records(
    stage: &Stage,
    demo: &DemoEnvironment,
    (users, groups): (&HashMap<String, User>, &HashMap<String, GroupId>),
) -> anyhow::Result<()> {
    if !is_empty(&stage.ctx).await? {
        return Err(anyhow!("an earlier start was cut off; remove the demo's data folder and start again"));
    }
    let forms = form::list(&stage.ctx).await?;
    let forms =
        forms.iter().map(|form| (form.definition.key.clone(), Arc::clone(&form.definition))).collect();
    let mut seeding = Seeding { stage, users, groups, forms, made: HashMap::new() };
    let named = |demo: &DemoRecord| format!("{} {}", demo.form_key, demo.local_key);
    let mut waiting: Vec<&DemoRecord> = Vec::new();
    for moment in history::of(&demo.records) {
        seeding.happen(&moment).await.with_context(|| named(moment.record))?;
        if moment.step.is_none() {
            waiting.push(moment.record);
        }
        // At once, so that a look back finds the links of those days.
        let ready: Vec<_> = waiting.extract_if(.., |demo| seeding.is_ready(demo)).collect();
        for demo in ready {
            seeding.complete(demo, Told::Begun).await.with_context(|| named(demo))?;
        }
    }
    stage.go_to_now();
    for demo in &demo.records {
        seeding.complete(demo, Told::Whole).await.with_context(|| named(demo))?;
    }
    Ok(())
}

async fn is_empty(ctx: &Ctx) -> kernel::Result<bool> {
    let forms: Vec<_> = form::list(ctx).await?.iter().map(|form| form.id).collect();
    Ok(record::counts(ctx, &forms).await?.is_empty())
}

/// The environment with a clock of its own, which only ever goes forward.
struct Stage {
    ctx: Ctx,
    blobs: TenantBlobs,
    clock: Arc<FixedClock>,
    today: kernel::Instant,
}

impl Stage {
    async fn open(app: &App, entry: &TenantEntry, demo: &DemoEnvironment) -> anyhow::Result<Self> {
        let today = kernel::SystemClock.now();
        let clock = Arc::new(FixedClock::at(today));
        let domain = Domain::new(Arc::clone(&clock) as Arc<dyn Clock>, Arc::new(SystemRandom));
        let db = Box::pin(app.tenancy.open(entry)).await?;
        let access = Access::default();
        let ctx =
            domain.ctx(Request { db, actor: Actor::System, access, locale: demo.locale, address: None });
        let stage = Self { ctx, blobs: app.tenancy.blobs(entry), clock, today };
        stage.go_to(history::first_day(&demo.records) - 1, Duration::hours(9));
        Ok(stage)
    }

    /// Goes to a time of a day relative to that of seeding; never beyond the present.
    fn go_to(&self, days: i32, time: Duration) {
        let midnight = self.today.date_naive().and_time(chrono::NaiveTime::MIN).and_utc();
        let at = midnight + Duration::days(days.into()) + time;
        self.clock.advance(at.min(self.today) - self.clock.now());
    }

    fn go_to_now(&self) {
        self.clock.advance(self.today - self.clock.now());
    }
}

/// How much of a record's story has happened.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    /// It was made; what its steps fill in is still to come.
    Begun,
    Whole,
}

struct Seeding<'a> {
    stage: &'a Stage,
    users: &'a HashMap<String, User>,
    groups: &'a HashMap<String, GroupId>,
    forms: HashMap<String, Arc<FormDefinition>>,
    made: HashMap<String, Record>,
}

impl Seeding<'_> {
    async fn happen(&mut self, moment: &Moment<'_>) -> anyhow::Result<()> {
        self.stage.go_to(moment.day, moment.time);
        let made = match moment.step {
            None => self.create(moment.record).await,
            Some(step) => self.update(moment.record, step).await,
        };
        self.made.insert(moment.record.local_key.clone(), made?);
        Ok(())
    }

    async fn create(&self, demo: &DemoRecord) -> anyhow::Result<Record> {
        let later: Vec<&String> = demo.steps.iter().flat_map(|step| &step.fields).collect();
        let form = self.form(demo)?;
        // Who only reports may not know what the record will be linked with.
        let sees_all = self.users.get(&demo.created_by).is_some_and(|user| user.role.is_full_user());
        let waits = |key: &str| {
            let field = form.field(key);
            field.is_some_and(|field| can_wait(field) && !(sees_all && is_reference(field)))
        };
        let by = self.by(&demo.created_by)?;
        let values = self.values(&by, demo, |key| !later.contains(&key) && !waits(key)).await?;
        let status = demo.steps.is_empty().then(|| demo.status.clone());
        let new = NewRecord { form_key: demo.form_key.clone(), values, status };
        record::create(&by, new).await.map_err(in_words)
    }

    async fn update(&self, demo: &DemoRecord, step: &DemoStep) -> anyhow::Result<Record> {
        let current = self.made.get(&demo.local_key).context("a step of a record that was not made")?;
        let by = self.by(&step.by)?;
        let update = RecordUpdate {
            id: current.id,
            version: current.version,
            values: self.values(&by, demo, |key| step.fields.contains(key)).await?,
            status: Some(step.status.clone()),
        };
        record::update(&by, update).await.map_err(in_words)
    }

    /// Every record it names is there. Words of registers are not waited for: no name tells whose they are.
    fn is_ready(&self, demo: &DemoRecord) -> bool {
        let Some(form) = self.forms.get(&demo.form_key) else { return false };
        demo.values.iter().all(|(key, value)| match form.field(key) {
            Some(field) if is_reference(field) => {
                let mut names = value.as_array().into_iter().flatten().filter_map(serde_json::Value::as_str);
                names.all(|name| self.made.contains_key(name))
            }
            Some(field) => !points(field),
            None => true,
        })
    }

    fn form(&self, demo: &DemoRecord) -> anyhow::Result<Arc<FormDefinition>> {
        self.forms.get(&demo.form_key).cloned().with_context(|| format!("there is no form {}", demo.form_key))
    }

    /// Fills in the links to records, and the words of registers, once all of them are there; by somebody who
    /// sees them all.
    async fn complete(&mut self, demo: &DemoRecord, told: Told) -> anyhow::Result<()> {
        let current = self.made.get(&demo.local_key).context("a record that was not made")?;
        let form = self.form(demo)?;
        let is_told =
            |key: &String| told == Told::Whole || !demo.steps.iter().any(|step| step.fields.contains(key));
        let is_link = |key: &String| form.field(key).is_some_and(points) && is_told(key);
        for (key, value) in demo.values.iter().filter(|(key, _)| is_link(key)) {
            let is_record = form.field(key).is_some_and(is_reference);
            let mut named = value.as_array().into_iter().flatten().filter_map(serde_json::Value::as_str);
            if let Some(lacking) = named.find(|name| is_record && !self.made.contains_key(*name)) {
                anyhow::bail!("there is no record {lacking}");
            }
        }
        let editor = self.users.values().find(|user| user.role == Role::Administrator);
        let editor = self.by(&editor.context("nobody looks after the environment")?.username)?;
        let values = self.values(&editor, demo, is_link).await?;
        if values.iter().all(|(key, value)| current.values.get(key) == value.as_ref()) {
            return Ok(());
        }
        let update = RecordUpdate { id: current.id, version: current.version, values, status: None };
        let updated = record::update(&editor, update).await.map_err(in_words)?;
        self.made.insert(demo.local_key.clone(), updated);
        Ok(())
    }

    /// The record's values of some fields. Links to records that are made later are left out for now.
    async fn values(
        &self,
        by: &Ctx,
        demo: &DemoRecord,
        is_wanted: impl Fn(&String) -> bool,
    ) -> anyhow::Result<ValueChanges> {
        let form = self.form(demo)?;
        let resolver = Resolver {
            definition: &form,
            today: self.stage.today.date_naive(),
            users: self.users,
            made: &self.made,
            groups: self.groups,
            files: files::keep(by, &self.stage.blobs, (&form, demo, &is_wanted)).await?,
        };
        let wanted = demo.values.iter().filter(|(key, _)| is_wanted(key));
        resolver.all(&wanted.map(|(key, value)| (key.clone(), value.clone())).collect())
    }

    fn by(&self, username: &str) -> anyhow::Result<Ctx> {
        let user = self.users.get(username).ok_or_else(|| anyhow!("there is no user {username}"))?;
        Ok(self.stage.ctx.acting_as(Actor::User { id: user.id, role: user.role }, user.locale))
    }
}

/// Holds what other records are or say, and need not do so from the beginning.
fn can_wait(field: &Field) -> bool {
    points(field) && !field.required && field.required_when.is_none()
}

/// Holds what other records are or say.
fn points(field: &Field) -> bool {
    is_reference(field) || matches!(field.kind, FieldKind::DynamicChoice { .. })
}

fn is_reference(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Reference { .. })
}

/// Says which fields are wrong: for whoever writes the demo's stories.
fn in_words(error: kernel::Error) -> anyhow::Error {
    match error {
        kernel::Error::Invalid(errors) => anyhow!("{:?}", errors.0),
        other => other.into(),
    }
}
