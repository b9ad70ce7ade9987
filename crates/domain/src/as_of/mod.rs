//! An environment as it stood at the end of a past day, for registers, charts and exports of the audit date; and as a
//! back-up held it.
//!
//! For a day a copy of the database is wound back to that day by undoing what the history tells, and every service
//! reads from it as it reads from the database itself. What was purged since is gone, and people, groups and
//! rights are those of today.

mod copies;
mod forms;

use std::sync::Arc;

use chrono::{Days, NaiveDate, TimeDelta};
use kernel::{Error, FixedClock, Instant, Result, dutch_day, dutch_midnight};
use tenancy::TenantDb;

use crate::{
    Access, Ctx, Domain, Permission, Request, comment,
    form::{self, FormRight},
    record,
};
pub(crate) use copies::Copies;

impl Ctx {
    /// The same request as if it were made at the end of `day`. It can change nothing.
    pub async fn as_of(&self, day: NaiveDate) -> Result<Self> {
        self.require(Permission::Enter)?;
        if day >= dutch_day(self.now()) {
            return Err(Error::bad_request("as of", "is no day in the past"));
        }
        let end = end_of(day)?;
        // On the heap: rarely gone through, and deep.
        let made = Box::pin(wind_back(self, end));
        let db = self.copies().get((self.tenant_id(), day), self.now(), made).await?;
        Ok(self.over(db, end - TimeDelta::seconds(1)).await?.at_end_of(day))
    }

    /// The same request as if it were made of what a back-up held, which was taken at `moment`. It can change nothing.
    pub async fn in_backup(&self, db: TenantDb, moment: Instant) -> Result<Self> {
        self.require(Permission::RestoreBackups)?;
        if !self.is_now() {
            return Err(Error::bad_request("back-up", "cannot be looked into from the past"));
        }
        if db.tenant_id() != self.tenant_id() {
            return Err(Error::NotFound);
        }
        Ok(self.over(db, moment).await?.in_a_backup())
    }

    /// The same request over a copy, with a clock that stands still.
    async fn over(&self, db: TenantDb, moment: Instant) -> Result<Self> {
        // What may be seen is decided by the rights of today, not by those that were copied.
        let forms = form::list(self).await?;
        let visible = forms.iter().filter(|form| form.right != FormRight::None).map(|form| form.id);
        let access = Access { forms: Some(visible.collect()), is_read_only: true, ..self.access().clone() };
        let request =
            Request { db, actor: self.actor(), access, locale: self.locale(), address: self.address() };
        Ok(at(self.domain(), moment).ctx(request))
    }
}

/// The first moment that is no longer `day`.
fn end_of(day: NaiveDate) -> Result<Instant> {
    let next = day.checked_add_days(Days::new(1)).filter(|_| day.format("%Y").to_string().len() == 4);
    next.map(dutch_midnight).ok_or_else(|| Error::bad_request("as of", "is no day of this calendar"))
}

/// The shared parts with a clock that stands still.
fn at(domain: &Domain, moment: Instant) -> Domain {
    domain.clone().with_clock(Arc::new(FixedClock::at(moment)))
}

/// Copies the database and undoes in the copy what was done from `end` on.
async fn wind_back(ctx: &Ctx, end: Instant) -> Result<TenantDb> {
    let db = ctx.database().copy().await?;
    let request = Request {
        db: db.clone(),
        actor: kernel::Actor::System,
        access: Access::default(),
        locale: ctx.locale(),
        address: None,
    };
    let past = at(ctx.domain(), end).ctx(request);
    let rewritten = past.write(async |tx| forms::wind_back(tx, end).await).await?;
    // Another transaction: the forms are read outside it, as they were.
    past.write(async |tx| {
        record::wind_back(&past, tx, (end, &rewritten)).await?;
        comment::wind_back(tx, end).await
    })
    .await?;
    Ok(db)
}
