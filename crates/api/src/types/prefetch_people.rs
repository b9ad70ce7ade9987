//! What lists of people ask for, read before their items ask one by one: as for records in `prefetch`.

use async_graphql::{Context, Lookahead};
use domain::{grant::AccessGrant, group::Group, user::User};
use kernel::{GroupId, Page, UserId};

use crate::{error::Result, scope::Shared};

/// Has the loaders read what the page's accounts will ask for.
pub(super) async fn accounts(cx: &Context<'_>, page: &Page<User>) -> Result<()> {
    let (ahead, scope) = (cx.look_ahead(), cx.scope());
    let of_nodes = |name: &str| ahead.field("nodes").field(name);
    let of_edges = |name: &str| ahead.field("edges").field("node").field(name);
    let is_asked =
        |names: &[&str]| names.iter().any(|name| of_nodes(name).exists() || of_edges(name).exists());
    let ids = || page.items.iter().map(|(_, user)| user.id);
    if is_asked(&["hasSecondFactor", "hasPasskey"]) {
        scope.factors.load_many(ids()).await?;
    }
    if is_asked(&["openRecordCount"]) {
        scope.open_records.load_many(ids()).await?;
    }
    if is_asked(&["pendingEmail", "invitationExpiresAt"]) {
        scope.pending_links.load_many(ids()).await?;
    }
    if is_asked(&["groups"]) {
        let found = scope.groups_of.load_many(ids()).await?;
        let groups: Vec<GroupId> = found.values().flatten().map(|group| group.id).collect();
        for ahead in [of_nodes("groups"), of_edges("groups")] {
            members(cx, &ahead, &groups).await?;
        }
    }
    Ok(())
}

/// Has the loaders read what a list of groups will ask for.
pub(crate) async fn groups(cx: &Context<'_>, groups: &[Group]) -> Result<()> {
    let ids: Vec<GroupId> = groups.iter().map(|group| group.id).collect();
    members(cx, &cx.look_ahead(), &ids).await
}

async fn members(cx: &Context<'_>, ahead: &Lookahead<'_>, groups: &[GroupId]) -> Result<()> {
    if ahead.field("members").exists() || ahead.field("memberCount").exists() {
        let found = cx.scope().members.load_many(groups.iter().copied()).await?;
        if ahead.field("members").exists() {
            cx.scope().users.load_many(found.into_values().flatten()).await?;
        }
    }
    Ok(())
}

/// Has the loaders read what a list of grants will ask for.
pub(crate) async fn grants(cx: &Context<'_>, grants: &[AccessGrant]) -> Result<()> {
    let (ahead, scope) = (cx.look_ahead(), cx.scope());
    let people = |grant: &AccessGrant| -> [Option<UserId>; 3] {
        [Some(grant.user_id), grant.granted_by, grant.withdrawn_by]
    };
    scope.users.load_many(grants.iter().flat_map(people).flatten()).await?;
    if ahead.field("visitCount").exists() || ahead.field("lastVisitAt").exists() {
        scope.visits.load_many(grants.iter().map(|grant| grant.id)).await?;
    }
    let account = ahead.field("account");
    if account.field("hasSecondFactor").exists() || account.field("hasPasskey").exists() {
        scope.factors.load_many(grants.iter().map(|grant| grant.user_id)).await?;
    }
    Ok(())
}
