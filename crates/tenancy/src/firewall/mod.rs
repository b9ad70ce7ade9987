//! The firewall every environment has of its own.
//!
//! Rules and limits are an environment's data: they are changed, audited and backed up in its own
//! database. What is enforced here is a compiled copy, published to the control database and kept in
//! memory on every server, so that a request is refused before anything of the environment is opened.
//!
//! Counts are this server's own; who is kept out for asking too much is kept out of all servers. Both
//! are written to the control database in batches, never while a request waits, and read at the start.

mod gate;
mod meter;
mod network;
mod policy;
mod subject;
mod tally;

use std::{
    collections::HashMap,
    fmt,
    net::IpAddr,
    sync::{Arc, PoisonError, RwLock},
    time::Duration,
};

use kernel::{Clock, Error, Instant, Result, TenantId};
use tokio::sync::{Mutex, OwnedSemaphorePermit};

pub use gate::Visitor;
pub use meter::Cost;
pub use network::{BadNetwork, Network, parse_address};
pub use policy::{Channel, Decision, FirewallLimits, FirewallPolicy, OnTrip, PolicyRule, Reason, RuleAction};
pub use subject::Subject;
pub use tally::Refusals;

use crate::control::ControlDatabase;
pub(crate) use gate::Block;
use gate::Gate;

/// How often publishing tries anew when another server publishes at the same moment.
const ATTEMPTS: usize = 5;
/// How long an environment's own rules are trusted to be the published ones, in minutes.
const TRUSTED_MINUTES: i64 = 10;

/// What an operator decides for all environments.
#[derive(Debug, Clone)]
pub struct FirewallConfig {
    /// The limits of environments without their own; also the most that run at the same time.
    pub limits: FirewallLimits,
    /// How long a request waits for a place among those that are worked on.
    pub patience: Duration,
}

impl Default for FirewallConfig {
    fn default() -> Self {
        Self { limits: FirewallLimits::default(), patience: Duration::from_secs(2) }
    }
}

/// Why a request goes no further. Nothing in it tells of rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refusal {
    /// Why, for the log.
    pub reason: Reason,
    /// Seconds to wait before it makes sense to try again, when that may be told.
    pub retry_after: Option<u64>,
}

impl Refusal {
    /// True when whoever asked may not come in at all; false when they asked too much.
    #[must_use]
    pub const fn is_by_rule(&self) -> bool {
        matches!(self.reason, Reason::DeniedByRule | Reason::NotOnAllowList)
    }
}

/// A request's place among those that are worked on; given back when it is dropped.
#[derive(Debug)]
pub struct Place(#[allow(dead_code, reason = "kept until it is dropped")] OwnedSemaphorePermit);

/// The gates of all environments. Cheap to clone.
#[derive(Clone)]
pub struct Firewall(Arc<Inner>);

struct Inner {
    config: FirewallConfig,
    clock: Arc<dyn Clock>,
    control: ControlDatabase,
    gates: RwLock<HashMap<TenantId, Arc<Gate>>>,
    /// How far this server has read; one reader at a time.
    seen: Mutex<Seen>,
    /// When this server last compared an environment's own rules with the published ones.
    compared: std::sync::Mutex<HashMap<TenantId, Instant>>,
    /// Environments whose lines of refusals may have become too many.
    to_sweep: std::sync::Mutex<std::collections::HashSet<TenantId>>,
    swept_at: std::sync::Mutex<Option<Instant>>,
}

/// The last changes this server has read.
#[derive(Debug, Default)]
struct Seen {
    policy: i64,
    block: i64,
}

impl Firewall {
    /// Reads what is published and what was counted before a restart.
    pub(crate) async fn start(
        config: FirewallConfig,
        clock: Arc<dyn Clock>,
        control: ControlDatabase,
    ) -> Result<Self> {
        let firewall = Self(Arc::new(Inner {
            config,
            clock,
            control,
            gates: RwLock::default(),
            seen: Mutex::default(),
            compared: std::sync::Mutex::default(),
            to_sweep: std::sync::Mutex::default(),
            swept_at: std::sync::Mutex::default(),
        }));
        firewall.refresh().await?;
        let now = firewall.now();
        for (tenant, subject, empty_at) in firewall.0.control.levels(now).await? {
            firewall.gate(tenant).restore_level(subject, empty_at, now);
        }
        Ok(firewall)
    }

    /// Lets a request in, or says why not: by the rules, and by how much its address asks.
    pub fn admit(&self, tenant: TenantId, visitor: Visitor, cost: Cost) -> Result<(), Refusal> {
        self.gate(tenant).admit(visitor, cost, self.now())
    }

    /// Counts a request of an account or a token, once it is known whose it is.
    pub fn charge(&self, tenant: TenantId, visitor: Visitor, charge: (Subject, Cost)) -> Result<(), Refusal> {
        self.gate(tenant).charge(visitor, charge, self.now())
    }

    /// Counts what a request turned out to take beside what was counted before.
    pub fn settle(&self, tenant: TenantId, subjects: &[Subject], cost: Cost) {
        let (gate, now) = (self.gate(tenant), self.now());
        for subject in subjects.iter().filter(|_| cost > Cost::NONE) {
            gate.settle((*subject, cost), now);
        }
    }

    /// A place among the requests of the environment that are worked on, if need be after a short wait.
    pub async fn place(&self, tenant: TenantId, visitor: Visitor) -> Result<Place, Refusal> {
        let gate = self.gate(tenant);
        gate.place(visitor, (self.0.config.patience, self.now())).await.map(Place)
    }

    /// What every environment has that decided nothing else.
    #[must_use]
    pub fn default_limits(&self) -> FirewallLimits {
        self.0.config.limits
    }

    /// What is in force for an environment on this server.
    #[must_use]
    pub fn policy(&self, tenant: TenantId) -> Arc<FirewallPolicy> {
        self.gate(tenant).policy()
    }

    /// Until when an address is kept out of an environment for having asked too much.
    #[must_use]
    pub fn blocked_until(&self, tenant: TenantId, address: IpAddr) -> Option<Instant> {
        self.gate(tenant).blocked_until(Subject::address(address), self.now())
    }

    /// Who is kept out of an environment for having asked too much, with until when.
    #[must_use]
    pub fn blocks(&self, tenant: TenantId) -> Vec<(Subject, Instant)> {
        self.gate(tenant).blocks(self.now())
    }

    /// Publishes an environment's own rules. `truth` reads them from its database, anew with every
    /// attempt: whoever publishes last has read last.
    pub async fn publish<F>(&self, tenant: TenantId, truth: impl Fn() -> F) -> Result<()>
    where
        F: Future<Output = Result<FirewallPolicy>>,
    {
        for _ in 0..ATTEMPTS {
            let before = self.0.control.policy_change(tenant).await?;
            let policy = truth().await?;
            if self.0.control.publish_policy(tenant, before, (&policy, self.now())).await? {
                self.note_compared(tenant);
                return self.refresh().await;
            }
        }
        Err(Error::Unavailable("the control database"))
    }

    /// True when it is time to compare an environment's own rules with the published ones: after a
    /// start, and every so often. Says so once.
    #[must_use]
    pub fn is_comparison_due(&self, tenant: TenantId) -> bool {
        let (now, mut compared) = (self.now(), lock(&self.0.compared));
        let trusted = chrono::TimeDelta::minutes(TRUSTED_MINUTES);
        let is_due = compared.get(&tenant).is_none_or(|at| *at + trusted <= now);
        if is_due {
            compared.insert(tenant, now);
        }
        is_due
    }

    /// Has the environment's own rules compared with the published ones at the next occasion.
    pub fn distrust(&self, tenant: TenantId) {
        lock(&self.0.compared).remove(&tenant);
    }

    /// An environment's refusals by hour, the latest first: at most `limit` lines behind `after`.
    pub async fn refusals(
        &self,
        tenant: TenantId,
        since: Option<Instant>,
        (after, limit): (Option<Refusals>, u64),
    ) -> Result<Vec<Refusals>> {
        // What this server counted a moment ago belongs to the answer.
        self.flush().await?;
        self.0.control.refusals(tenant, since, (after, limit)).await
    }

    /// How many lines [`Firewall::refusals`] has in all.
    pub async fn count_refusals(&self, tenant: TenantId, since: Option<Instant>) -> Result<u64> {
        self.0.control.count_refusals(tenant, since).await
    }

    /// How many refusals there were in the hours from `from` until `until`, and from how many addresses.
    pub async fn refusals_between(
        &self,
        tenant: TenantId,
        from: Instant,
        until: Instant,
    ) -> Result<(i64, i64)> {
        self.0.control.refusals_between(tenant, from, until).await
    }

    /// Follows what other servers published. Reads only what has changed since the last time.
    pub(crate) async fn refresh(&self) -> Result<()> {
        let mut seen = self.0.seen.lock().await;
        for (tenant, change, policy) in self.0.control.policies_after(seen.policy).await? {
            let limits = self.effective(&policy);
            self.gate(tenant).set_policy(policy, limits);
            seen.policy = seen.policy.max(change);
        }
        let now = self.now();
        for (tenant, change, (subject, block)) in self.0.control.blocks_after(seen.block, now).await? {
            self.gate(tenant).restore_block(subject, block, now);
            seen.block = seen.block.max(change);
        }
        Ok(())
    }

    /// Writes down what was counted.
    pub(crate) async fn flush(&self) -> Result<()> {
        let now = self.now();
        let gates: Vec<_> = self.read_gates().iter().map(|(id, gate)| (*id, Arc::clone(gate))).collect();
        let notes: Vec<_> = gates.iter().map(|(id, gate)| (*id, gate.take_notes(now))).collect();
        lock(&self.0.to_sweep)
            .extend(notes.iter().filter(|(_, notes)| !notes.refusals.is_empty()).map(|(id, _)| *id));
        let levels: Vec<_> = notes
            .iter()
            .flat_map(|(id, notes)| notes.levels.iter().map(|(subject, at)| (*id, *subject, *at)))
            .collect();
        let blocks: Vec<_> = notes
            .iter()
            .flat_map(|(id, notes)| notes.blocks.iter().map(|(subject, at)| (*id, *subject, *at)))
            .collect();
        let refusals: Vec<_> =
            notes.iter().flat_map(|(id, notes)| notes.refusals.iter().map(|line| (*id, *line))).collect();
        if let Err(error) = self.0.control.write_down((&levels, &blocks, &refusals), now).await {
            for ((_, gate), (_, notes)) in gates.iter().zip(notes) {
                gate.put_back(notes);
            }
            return Err(error);
        }
        self.sweep(now).await
    }

    /// Once an hour, forgets what is older or more than is kept.
    async fn sweep(&self, now: Instant) -> Result<()> {
        let hour = tally::hour_of(now);
        if lock(&self.0.swept_at).replace(hour) == Some(hour) {
            return Ok(());
        }
        let touched = std::mem::take(&mut *lock(&self.0.to_sweep));
        self.0.control.sweep_firewall(&touched, now).await
    }

    /// The limits in force: an environment's own, but never more at once than the operator lets any do.
    fn effective(&self, policy: &FirewallPolicy) -> FirewallLimits {
        let most = self.0.config.limits;
        let own = policy.limits.unwrap_or(most);
        FirewallLimits { concurrent_requests: own.concurrent_requests.min(most.concurrent_requests), ..own }
    }

    fn note_compared(&self, tenant: TenantId) {
        lock(&self.0.compared).insert(tenant, self.now());
    }

    fn gate(&self, tenant: TenantId) -> Arc<Gate> {
        if let Some(gate) = self.read_gates().get(&tenant) {
            return Arc::clone(gate);
        }
        let mut gates = self.0.gates.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(gates.entry(tenant).or_insert_with(|| Arc::new(Gate::new(self.0.config.limits))))
    }

    fn read_gates(&self) -> std::sync::RwLockReadGuard<'_, HashMap<TenantId, Arc<Gate>>> {
        self.0.gates.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn now(&self) -> Instant {
        self.0.clock.now()
    }
}

impl fmt::Debug for Firewall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Firewall").field("config", &self.0.config).finish_non_exhaustive()
    }
}

fn lock<T>(mutex: &std::sync::Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
