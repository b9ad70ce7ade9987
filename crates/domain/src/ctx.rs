//! One actor at work in one environment.

use std::{
    collections::HashSet,
    net::IpAddr,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
};

use chrono::NaiveDate;
use kernel::{Actor, Clock, Error, Instant, Locale, Random, Result, TenantId};
use sea_orm::{DatabaseConnection, DatabaseTransaction};
use tenancy::{SecretKey, TenantDb};

use crate::{
    Access,
    as_of::Copies,
    audit::{NoWitness, Refusals, Unpublished, Witness},
    form::{DefinitionCache, FormMemo},
    mail::Mailbox,
    record,
};

/// What all services share; made once per server.
#[derive(Clone)]
pub struct Domain {
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
    definitions: DefinitionCache,
    mailbox: Mailbox,
    witness: Arc<dyn Witness>,
    unpublished: Unpublished,
    refusals: Refusals,
    copies: Copies,
    few_records: u64,
}

/// What a [`Ctx`] is made of, besides the shared parts.
pub struct Request {
    /// The environment's database.
    pub db: TenantDb,
    /// Who asks.
    pub actor: Actor,
    /// What widens or narrows their rights beside the role.
    pub access: Access,
    /// The language answers are wanted in.
    pub locale: Locale,
    /// Where the request came from, for the audit log.
    pub address: Option<IpAddr>,
}

impl Domain {
    /// The shared parts with this clock and this source of randomness.
    #[must_use]
    pub fn new(clock: Arc<dyn Clock>, random: Arc<dyn Random>) -> Self {
        Self {
            clock,
            random,
            definitions: DefinitionCache::default(),
            mailbox: Mailbox::default(),
            witness: Arc::new(NoWitness),
            unpublished: Unpublished::default(),
            refusals: Refusals::default(),
            copies: Copies::default(),
            few_records: record::FEW_RECORDS,
        }
    }

    /// The same with another clock.
    pub(crate) fn with_clock(self, clock: Arc<dyn Clock>) -> Self {
        Self { clock, ..self }
    }

    /// The same, with a place where signed heads of audit logs are kept.
    #[must_use]
    pub fn with_witness(self, witness: Arc<dyn Witness>) -> Self {
        Self { witness, ..self }
    }

    /// The same, with another number of records that a filter names before a list is gone through. What is found
    /// does not depend on it, and a test says so.
    #[must_use]
    pub fn with_few_records(self, few_records: u64) -> Self {
        Self { few_records, ..self }
    }

    /// The environments whose audit log has grown on this server since this was last asked.
    #[must_use]
    pub fn take_unpublished(&self) -> HashSet<TenantId> {
        self.unpublished.take()
    }

    /// Has [`Domain::take_unpublished`] name an environment again.
    pub fn put_back_unpublished(&self, tenant: TenantId) {
        self.unpublished.note(tenant);
    }

    /// Now.
    #[must_use]
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// The clock, for making ids.
    #[must_use]
    pub fn clock(&self) -> &dyn Clock {
        self.clock.as_ref()
    }

    /// The source of randomness.
    #[must_use]
    pub fn random(&self) -> &dyn Random {
        self.random.as_ref()
    }

    /// Where is told which environments have a mail to send.
    #[must_use]
    pub fn mailbox(&self) -> &Mailbox {
        &self.mailbox
    }

    /// Begins a request.
    #[must_use]
    pub fn ctx(&self, request: Request) -> Ctx {
        Ctx { domain: self.clone(), request: Arc::new(request), forms: Arc::default(), vantage: Vantage::Now }
    }
}

/// One actor at work in one environment. Cheap to clone.
#[derive(Clone)]
pub struct Ctx {
    domain: Domain,
    request: Arc<Request>,
    forms: Arc<FormMemo>,
    vantage: Vantage,
}

/// What the database of a request is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Vantage {
    /// The environment's own.
    Now,
    /// A copy as it stood at the end of a day.
    EndOf(NaiveDate),
    /// What a back-up held.
    Backup,
}

impl Ctx {
    /// The environment.
    #[must_use]
    pub fn tenant_id(&self) -> TenantId {
        self.request.db.tenant_id()
    }

    /// Who asks.
    #[must_use]
    pub fn actor(&self) -> Actor {
        self.request.actor
    }

    /// What widens or narrows the actor's rights beside the role.
    #[must_use]
    pub fn access(&self) -> &Access {
        &self.request.access
    }

    /// The language answers are wanted in.
    #[must_use]
    pub fn locale(&self) -> Locale {
        self.request.locale
    }

    /// Where the request came from.
    #[must_use]
    pub fn address(&self) -> Option<IpAddr> {
        self.request.address
    }

    /// Now.
    #[must_use]
    pub fn now(&self) -> Instant {
        self.domain.clock.now()
    }

    /// The clock, for making ids.
    #[must_use]
    pub fn clock(&self) -> &dyn Clock {
        self.domain.clock.as_ref()
    }

    /// The source of randomness.
    #[must_use]
    pub fn random(&self) -> &dyn Random {
        self.domain.random.as_ref()
    }

    /// The same request by somebody else, with nothing beside the role: the product itself, a seed.
    #[must_use]
    pub fn acting_as(&self, actor: Actor, locale: Locale) -> Self {
        self.acting_with(actor, Access::default(), locale)
    }

    /// The same request by somebody who came with this: after sign-in.
    #[must_use]
    pub fn acting_with(&self, actor: Actor, access: Access, locale: Locale) -> Self {
        let Request { db, address, .. } = &*self.request;
        let acting = self.domain.ctx(Request { db: db.clone(), actor, access, locale, address: *address });
        Self { vantage: self.vantage, ..acting }
    }

    /// The environment's own key for one purpose.
    #[must_use]
    pub fn secret_key(&self, purpose: &'static str) -> SecretKey {
        self.request.db.secret_key(purpose)
    }

    /// One of the environment's own keys for a purpose that has several after each other.
    #[must_use]
    pub fn numbered_key(&self, purpose: &'static str, number: i32) -> SecretKey {
        self.request.db.numbered_key(purpose, number)
    }

    /// Where to read. Never write through it: on `SQLite` it refuses.
    #[must_use]
    pub fn read(&self) -> &DatabaseConnection {
        self.request.db.read()
    }

    /// The past day at whose end everything is seen, if it is not now.
    #[must_use]
    pub fn as_of_day(&self) -> Option<NaiveDate> {
        match self.vantage {
            Vantage::EndOf(day) => Some(day),
            Vantage::Now | Vantage::Backup => None,
        }
    }

    /// True when the database is the environment's own, and no copy of what it was.
    #[must_use]
    pub fn is_now(&self) -> bool {
        self.vantage == Vantage::Now
    }

    /// The same request, told that its database is that of a past day.
    pub(crate) fn at_end_of(self, day: NaiveDate) -> Self {
        Self { vantage: Vantage::EndOf(day), ..self }
    }

    /// The same request, told that its database is what a back-up held.
    pub(crate) fn in_a_backup(self) -> Self {
        Self { vantage: Vantage::Backup, ..self }
    }

    pub(crate) fn domain(&self) -> &Domain {
        &self.domain
    }

    pub(crate) fn database(&self) -> &TenantDb {
        &self.request.db
    }

    pub(crate) fn copies(&self) -> &Copies {
        &self.domain.copies
    }

    pub(crate) fn forms(&self) -> &FormMemo {
        &self.forms
    }

    pub(crate) fn few_records(&self) -> u64 {
        self.domain.few_records
    }

    pub(crate) fn witness(&self) -> &dyn Witness {
        self.domain.witness.as_ref()
    }

    pub(crate) fn refusals(&self) -> &Refusals {
        &self.domain.refusals
    }

    pub(crate) fn unpublished(&self) -> &Unpublished {
        &self.domain.unpublished
    }

    pub(crate) fn definitions(&self) -> &DefinitionCache {
        &self.domain.definitions
    }

    /// Runs `work` in one write transaction, committed when it returns `Ok`. The only place that
    /// opens one; do nothing slow inside it.
    pub async fn write<T, F>(&self, work: F) -> Result<T>
    where
        F: AsyncFnOnce(&WriteTx) -> Result<T>,
    {
        if !self.is_now() {
            return Err(Error::bad_request("as of", "shows the past, where nothing can be changed"));
        }
        let connection = self.request.db.begin_write().await?;
        let tx = WriteTx { connection, has_mail: AtomicBool::new(false) };
        match work(&tx).await {
            Ok(value) => {
                let has_mail = tx.has_mail.load(Ordering::Relaxed);
                tx.connection.commit().await.map_err(Error::internal)?;
                self.forms.forget();
                if has_mail {
                    self.domain.mailbox.raise_flag(self.tenant_id());
                }
                Ok(value)
            }
            Err(error) => {
                // Dropping would roll back too, but only once the connection is used again.
                if let Err(rollback) = tx.connection.rollback().await {
                    tracing::warn!(%rollback, "a transaction could not be rolled back");
                }
                Err(error)
            }
        }
    }
}

/// An open write transaction.
pub struct WriteTx {
    connection: DatabaseTransaction,
    has_mail: AtomicBool,
}

impl WriteTx {
    /// Where to read and write inside the transaction.
    #[must_use]
    pub fn connection(&self) -> &DatabaseTransaction {
        &self.connection
    }

    /// There is a mail to send once this is committed.
    pub(crate) fn note_mail(&self) {
        self.has_mail.store(true, Ordering::Relaxed);
    }
}
