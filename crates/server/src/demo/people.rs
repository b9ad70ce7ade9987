//! Groups, invitations and consultants, as the customer's administrator made them.

use std::collections::HashMap;

use anyhow::{Context, anyhow};
use auth::FRESHNESS;
use chrono::{Days, NaiveDate};
use domain::{
    Access, Ctx,
    grant::{self, Consultant},
    group::{self, NewGroup},
    user::{self, AccountUpdate, Invitation, NewUser, User},
};
use kernel::{Actor, GroupId, dutch_day};
use packs::demo::{DemoConsultant, DemoEnvironment, DemoGroup, DemoUser};

/// Makes the groups, unless an earlier start did; their ids by name.
pub(super) async fn groups(
    system: &Ctx,
    demo: &DemoEnvironment,
    users: &HashMap<String, User>,
) -> anyhow::Result<HashMap<String, GroupId>> {
    let ctx = administrator(system, demo, users)?;
    if group::list(&ctx).await?.is_empty() {
        for wanted in &demo.groups {
            group::create(&ctx, new_group(wanted, users)?).await?;
        }
    }
    Ok(group::list(&ctx).await?.into_iter().map(|group| (group.name, group.id)).collect())
}

/// Gives access its end, and brings invitations and consultants about.
pub(super) async fn make(
    system: &Ctx,
    demo: &DemoEnvironment,
    users: &HashMap<String, User>,
) -> anyhow::Result<()> {
    let ctx = administrator(system, demo, users)?;
    for demo_user in &demo.users {
        if let Some(days) = demo_user.ends_in_days {
            limit(&ctx, find(users, &demo_user.username)?, day(&ctx, days)?).await?;
        }
    }
    for invited in &demo.invited {
        user::invite(&ctx, invitation(demo, invited)).await?;
    }
    for consultant in &demo.consultants {
        let ends_on = day(&ctx, consultant.ends_in_days)?;
        grant::let_consultant_in(&ctx, let_in(demo, consultant, ends_on)).await?;
    }
    Ok(())
}

/// The administrator, who has just shown a code.
fn administrator(system: &Ctx, demo: &DemoEnvironment, users: &HashMap<String, User>) -> anyhow::Result<Ctx> {
    let administrator = demo.users.first().and_then(|first| users.get(&first.username));
    let administrator = administrator.context("the first of the demo's people is its administrator")?;
    let actor = Actor::User { id: administrator.id, role: administrator.role };
    let access = Access { fresh_until: Some(system.now() + FRESHNESS), ..Access::default() };
    Ok(system.acting_with(actor, access, administrator.locale))
}

async fn limit(ctx: &Ctx, user: &User, last: NaiveDate) -> anyhow::Result<()> {
    let update = AccountUpdate {
        id: user.id,
        version: user.version,
        display_name: None,
        locale: None,
        role: None,
        groups: None,
        access_ends_on: Some(Some(last)),
    };
    user::update(ctx, update).await?;
    Ok(())
}

fn new_group(wanted: &DemoGroup, users: &HashMap<String, User>) -> anyhow::Result<NewGroup> {
    let members = wanted.members.iter().map(|username| Ok(find(users, username)?.id));
    Ok(NewGroup {
        name: wanted.name.clone(),
        description: wanted.description.clone(),
        members: members.collect::<anyhow::Result<_>>()?,
    })
}

fn invitation(demo: &DemoEnvironment, invited: &DemoUser) -> Invitation {
    let user = NewUser {
        username: invited.username.clone(),
        email: invited.email.clone(),
        display_name: invited.display_name.clone(),
        role: invited.role,
        locale: demo.locale,
    };
    Invitation { user, groups: Vec::new(), access_ends_on: None, send_now: true }
}

fn let_in(demo: &DemoEnvironment, consultant: &DemoConsultant, ends_on: NaiveDate) -> Consultant {
    Consultant {
        display_name: consultant.display_name.clone(),
        email: consultant.email.clone(),
        username: consultant.username.clone(),
        locale: demo.locale,
        organisation: consultant.organisation.clone(),
        reason: consultant.reason.clone(),
        role: consultant.role,
        form_keys: consultant.forms.clone(),
        ends_on,
        send_now: true,
    }
}

fn find<'a>(users: &'a HashMap<String, User>, username: &str) -> anyhow::Result<&'a User> {
    users.get(username).ok_or_else(|| anyhow!("there is no user {username}"))
}

fn day(ctx: &Ctx, days: u16) -> anyhow::Result<NaiveDate> {
    dutch_day(ctx.now()).checked_add_days(Days::new(days.into())).context("a day beyond the calendar")
}
