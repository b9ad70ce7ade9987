//! An environment with two registers and a person of each role.

use std::{collections::BTreeMap, sync::Arc};

use kernel::{
    Actor, Cursor, Error, FixedClock, Locale, PageRequest, RestoreId, Result, Role, SystemRandom, UserError,
    UserId,
};
use sea_orm::{ConnectionTrait, QueryResult, Statement};
use tenancy::{Tenancy, TenantDb, testing::TestTenancy};
use waarborg_domain::{
    Access, Ctx, Domain, Request,
    audit::{self, AuditFilter},
    form::{self, Form},
    mail::Mailbox,
    record::{
        self, NewRecord, Record, RecordFilter, RecordList, RecordSort, RecordUpdate, TakenFrom, Value,
        ValueChanges,
    },
    user::{self, NewUser},
};

use crate::{audit_chain::MemoryWitness, register};

pub(crate) struct Stage {
    pub clock: Arc<FixedClock>,
    pub witness: Arc<MemoryWitness>,
    db: TenantDb,
    domain: Domain,
    people: BTreeMap<Role, UserId>,
    // Of a second server: lives as long as it does.
    _tenancy: Option<Tenancy>,
}

/// What a statement of the test's own finds in the database of a request.
pub(crate) async fn rows(ctx: &Ctx, sql: &str) -> Vec<QueryResult> {
    let connection = ctx.read();
    let statement = Statement::from_string(connection.get_database_backend(), sql);
    connection.query_all_raw(statement).await.unwrap()
}

impl Stage {
    /// Nothing and nobody.
    pub(crate) async fn empty(test: &TestTenancy) -> Self {
        Self::empty_at(test, "acme").await
    }

    async fn empty_at(test: &TestTenancy, slug: &str) -> Self {
        let db = Box::pin(test.tenant_db(slug)).await;
        let clock = test.clock();
        let witness = Arc::new(MemoryWitness::default());
        let domain = Domain::new(clock.clone(), Arc::new(SystemRandom)).with_witness(witness.clone());
        Self { clock, witness, db, domain, people: BTreeMap::new(), _tenancy: None }
    }

    /// People alone.
    pub(crate) async fn with_people(test: &TestTenancy) -> Self {
        Self::with_people_at(test, "acme").await
    }

    /// People alone, in an environment of this name.
    pub(crate) async fn with_people_at(test: &TestTenancy, slug: &str) -> Self {
        let mut stage = Self::empty_at(test, slug).await;
        for role in Role::ALL {
            let person = user::create(&stage.system(), person(role.as_str(), role)).await.unwrap();
            stage.people.insert(role, person.id);
        }
        stage
    }

    /// The same environment on another server, which shares nothing with this one but the database, the
    /// master key and the clock.
    pub(crate) async fn on_another_server(&self, test: &TestTenancy) -> Self {
        let random = Arc::new(SystemRandom);
        let tenancy =
            Box::pin(Tenancy::start(test.config(), self.clock.clone(), random.clone())).await.unwrap();
        let entries = tenancy.list_tenants().await.unwrap();
        let entry = entries.iter().find(|entry| entry.id == self.db.tenant_id()).unwrap();
        let db = Box::pin(tenancy.open(entry)).await.unwrap();
        let witness = self.witness.clone();
        let domain = Domain::new(self.clock.clone(), random).with_witness(witness.clone());
        let people = self.people.clone();
        Self { clock: self.clock.clone(), witness, db, domain, people, _tenancy: Some(tenancy) }
    }

    /// The same people on a server that names so many records before it goes through a list.
    pub(crate) fn naming(self, few_records: u64) -> Self {
        Self { domain: self.domain.with_few_records(few_records), ..self }
    }

    pub(crate) fn mailbox(&self) -> &Mailbox {
        self.domain.mailbox()
    }

    /// People and the registers `things` and `places`.
    pub(crate) async fn new(test: &TestTenancy) -> Self {
        let stage = Self::with_people(test).await;
        let forms = [register::places(), register::things()];
        form::install(&stage.system(), register::pack(&forms)).await.unwrap();
        stage
    }

    /// So many minutes from now.
    pub(crate) fn clock_in(&self, minutes: i64) -> kernel::Instant {
        self.system().now() + chrono::Duration::minutes(minutes)
    }

    pub(crate) fn system(&self) -> Ctx {
        self.acting(Actor::System)
    }

    /// The product itself, that comes from nowhere: a command.
    pub(crate) fn without_address(&self) -> Ctx {
        self.ctx(Actor::System, None)
    }

    pub(crate) fn acting(&self, actor: Actor) -> Ctx {
        self.ctx(actor, Some("192.0.2.7".parse().unwrap()))
    }

    fn ctx(&self, actor: Actor, address: Option<std::net::IpAddr>) -> Ctx {
        let (db, access, locale) = (self.db.clone(), Access::default(), Locale::Nl);
        self.domain.ctx(Request { db, actor, access, locale, address })
    }

    pub(crate) fn of(&self, role: Role) -> Ctx {
        self.acting(Actor::User { id: self.user(role), role })
    }

    pub(crate) fn manager(&self) -> Ctx {
        self.of(Role::Manager)
    }

    pub(crate) fn user(&self, role: Role) -> UserId {
        self.people[&role]
    }

    /// A further person.
    pub(crate) async fn join(&self, username: &str, role: Role) -> Ctx {
        let joined = user::create(&self.system(), person(username, role)).await.unwrap();
        self.acting(Actor::User { id: joined.id, role })
    }

    /// What a back-up made now holds, as an administrator looks into it.
    pub(crate) async fn backup(&self) -> TakenFrom {
        let administrator = self.of(Role::Administrator);
        let taken_at = administrator.now();
        let held = administrator.in_backup(self.db.copy().await.unwrap(), taken_at).await.unwrap();
        TakenFrom { held, look: RestoreId::generate(administrator.clock(), &SystemRandom), taken_at }
    }

    pub(crate) async fn things(&self) -> Form {
        form::get_by_key(&self.system(), "things").await.unwrap()
    }

    /// A record of `things` with this title.
    pub(crate) async fn thing(&self, title: &str) -> Record {
        create(&self.manager(), "things", titled(title)).await.unwrap()
    }

    /// What a statement of the test's own finds.
    pub(crate) async fn rows(&self, sql: &str) -> Vec<QueryResult> {
        rows(&self.system(), sql).await
    }

    pub(crate) async fn number(&self, sql: &str) -> i64 {
        self.rows(sql).await[0].try_get_by_index(0).unwrap()
    }

    /// What the events of one action tell, the oldest first.
    pub(crate) async fn details(&self, action: &str) -> Vec<serde_json::Value> {
        let filter = AuditFilter { actions: Some(vec![action.to_owned()]), ..AuditFilter::default() };
        let newest = audit::list(&self.system(), &filter, &PageRequest::start(100)).await.unwrap();
        newest.into_items().into_iter().rev().map(|event| event.details.into()).collect()
    }

    /// Sequence numbers and actions of the audit log.
    pub(crate) async fn log(&self) -> Vec<(i64, String)> {
        let rows = self.rows("SELECT seq, action FROM audit_event ORDER BY seq").await;
        rows.iter().map(|row| (row.try_get_by_index(0).unwrap(), row.try_get_by_index(1).unwrap())).collect()
    }

    /// What `work` adds to the audit log.
    pub(crate) async fn logged(&self, work: impl Future) -> Vec<String> {
        let before = self.log().await.len();
        work.await;
        self.log().await.drain(before..).map(|(_, action)| action).collect()
    }
}

/// The same, with a fresh code shown.
pub(crate) fn fresh(ctx: &Ctx) -> Ctx {
    let fresh_until = Some(ctx.now() + chrono::Duration::minutes(10));
    ctx.acting_with(ctx.actor(), Access { fresh_until, ..ctx.access().clone() }, ctx.locale())
}

pub(crate) fn person(username: &str, role: Role) -> NewUser {
    NewUser {
        username: username.to_owned(),
        email: format!("{username}@acme.example"),
        display_name: format!("De {username}"),
        role,
        locale: Locale::Nl,
    }
}

pub(crate) fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

pub(crate) fn changes<const N: usize>(values: [(&str, Option<Value>); N]) -> ValueChanges {
    values.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

pub(crate) fn titled(title: &str) -> ValueChanges {
    changes([("title", Some(text(title)))])
}

pub(crate) async fn create(ctx: &Ctx, form_key: &str, values: ValueChanges) -> Result<Record> {
    record::create(ctx, NewRecord { form_key: form_key.to_owned(), values, status: None }).await
}

pub(crate) async fn change(ctx: &Ctx, record: &Record, values: ValueChanges) -> Result<Record> {
    let update = RecordUpdate { id: record.id, version: record.version, values, status: None };
    record::update(ctx, update).await
}

pub(crate) async fn move_to(ctx: &Ctx, record: &Record, status: &str) -> Result<Record> {
    let update = RecordUpdate {
        id: record.id,
        version: record.version,
        values: ValueChanges::new(),
        status: Some(status.to_owned()),
    };
    record::update(ctx, update).await
}

/// The form with the right of whoever asks.
pub(crate) async fn seen_by(ctx: &Ctx, form: &Form) -> Form {
    let found = form::find_many(ctx, &[form.id]).await.unwrap_or_default().remove(&form.id);
    found.unwrap_or_else(|| Form { right: form::FormRight::None, ..form.clone() })
}

/// Codes with the places they are at.
pub(crate) fn faults<T: std::fmt::Debug>(result: Result<T>) -> Vec<String> {
    match result {
        Err(Error::Invalid(errors)) => {
            let told = |error: UserError| format!("{} {}", error.code, error.path.join("."));
            errors.0.into_iter().map(told).collect()
        }
        other => panic!("not refused as invalid: {other:?}"),
    }
}

/// The numbers of all records of a list, page by page.
pub(crate) async fn walk(
    ctx: &Ctx,
    form: &Form,
    (filter, sort): (&RecordFilter, &RecordSort),
    first: u32,
) -> Result<Vec<i64>> {
    let mut numbers = Vec::new();
    let mut after: Option<Cursor> = None;
    loop {
        let page = PageRequest { first, after };
        let found = record::list(ctx, RecordList { form, filter, sort }, &page).await?;
        assert!(found.items.len() <= first as usize);
        numbers.extend(found.items.iter().map(|(_, record)| record.number));
        after = found.items.last().map(|(cursor, _)| cursor.clone());
        if !found.has_next {
            return Ok(numbers);
        }
    }
}

/// The numbers of the records that match, lowest first.
pub(crate) async fn matching(ctx: &Ctx, form: &Form, filter: &RecordFilter) -> Result<Vec<i64>> {
    let sort = RecordSort { by: record::SortKey::Number, descending: false };
    walk(ctx, form, (filter, &sort), 100).await
}
