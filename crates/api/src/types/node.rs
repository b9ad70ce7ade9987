use std::collections::HashMap;

use async_graphql::{Context, ID, Interface};
use domain::{Permission, audit, comment, form, grant, job::Job, record};
use kernel::{
    AccessGrantId, AuditEventId, CommentId, Error, FormId, GroupId, JobId, RecordId, UserId, global_id_prefix,
};

use super::{
    AccessGrantObject, AccountObject, ApiTokenObject, AuditEventObject, CommentObject, FormObject,
    GroupObject, JobObject, MailObject, PasskeyObject, RecordObject, SessionObject, UserObject,
    account::account_id, find_in_outbox, user_of,
};
use crate::{error::Result, scope::Shared};

/// Anything with a global id.
#[derive(Interface)]
#[graphql(field(name = "id", ty = "ID", desc = "Global id."))]
pub(crate) enum Node {
    User(UserObject),
    Form(FormObject),
    Record(RecordObject),
    Job(JobObject),
    Account(AccountObject),
    Group(GroupObject),
    AccessGrant(AccessGrantObject),
    Session(SessionObject),
    Passkey(PasskeyObject),
    ApiToken(ApiTokenObject),
    Mail(MailObject),
    AuditEvent(AuditEventObject),
    Comment(CommentObject),
}

/// The things with these ids, in their order. Unknown, foreign, deleted and hidden ones all answer null.
pub(crate) async fn find(cx: &Context<'_>, ids: &[ID]) -> Result<Vec<Option<Node>>> {
    cx.scope().ctx.require(Permission::Enter)?;
    let records: Vec<RecordId> = ids.iter().filter_map(|id| id.parse().ok()).collect();
    let users: Vec<UserId> = ids.iter().filter_map(|id| id.parse().ok()).collect();
    let mut found: HashMap<String, Node> = HashMap::with_capacity(ids.len());
    for (id, user) in cx.scope().users.load_many(users).await? {
        found.insert(id.to_string(), UserObject(user).into());
    }
    // Not by the loader, whose records are links: those in the recycle bin are found by their ids alone.
    for record in record::find_also_deleted(&cx.scope().ctx, &records).await? {
        let form = form::get(&cx.scope().ctx, record.form_id).await?;
        found.insert(record.id.to_string(), RecordObject { record, form }.into());
    }
    for form in form::list(&cx.scope().ctx).await?.iter() {
        if ids.iter().any(|id| id.parse::<FormId>() == Ok(form.id)) {
            found.insert(form.id.to_string(), FormObject(form.clone()).into());
        }
    }
    find_people(cx, ids, &mut found).await?;
    for id in ids.iter().filter(|id| global_id_prefix(id) == Some("job")) {
        if let Some(job) = find_job(cx, id).await? {
            found.insert(id.to_string(), JobObject(job).into());
        }
    }
    find_own(cx, ids, &mut found).await?;
    for id in ids.iter().filter(|id| global_id_prefix(id) == Some("mai")) {
        let Ok(mail) = id.parse() else { continue };
        if let Some(mail) = find_in_outbox(cx.scope(), cx.services(), mail).await? {
            found.insert(id.to_string(), mail.into());
        }
    }
    let events: Vec<AuditEventId> = ids.iter().filter_map(|id| id.parse().ok()).collect();
    for event in audit::find_many(&cx.scope().ctx, &events).await? {
        found.insert(event.id.to_string(), AuditEventObject(event).into());
    }
    let comments: Vec<CommentId> = ids.iter().filter_map(|id| id.parse().ok()).collect();
    for at in comment::find_many(&cx.scope().ctx, &comments).await? {
        found.insert(at.comment.id.to_string(), CommentObject(at).into());
    }
    Ok(ids.iter().map(|id| found.remove(id.as_str())).collect())
}

/// Accounts, groups and grants, as far as the viewer may see them.
async fn find_people(cx: &Context<'_>, ids: &[ID], found: &mut HashMap<String, Node>) -> Result<()> {
    let ctx = &cx.scope().ctx;
    let may_see_people = ctx.may(Permission::SeePeople);
    let accounts = ids.iter().filter_map(user_of);
    let accounts = accounts.filter(|id| may_see_people || ctx.actor().user_id() == Some(*id));
    for (id, user) in cx.scope().users.load_many(accounts).await? {
        found.insert(account_id(id).to_string(), AccountObject(user).into());
    }
    if !may_see_people {
        return Ok(());
    }
    let groups = ids.iter().filter_map(|id| id.parse::<GroupId>().ok());
    for (id, group) in cx.scope().groups.load_many(groups).await? {
        found.insert(id.to_string(), GroupObject(group).into());
    }
    let grants: Vec<AccessGrantId> = ids.iter().filter_map(|id| id.parse().ok()).collect();
    for grant in grant::find_many(ctx, &grants).await? {
        found.insert(grant.id.to_string(), AccessGrantObject(grant).into());
    }
    Ok(())
}

/// The viewer's own sessions, passkeys and API tokens among these; a program has none.
async fn find_own(cx: &Context<'_>, ids: &[ID], found: &mut HashMap<String, Node>) -> Result<()> {
    let (auth, ctx) = (&cx.services().auth, &cx.scope().ctx);
    if ctx.access().is_program() {
        return Ok(());
    }
    let is_asked = |prefix| ids.iter().any(|id| global_id_prefix(id) == Some(prefix));
    if is_asked("ses") {
        let sessions = auth.sessions(ctx).await?.into_iter();
        found.extend(sessions.map(|session| (session.id.to_string(), SessionObject(session).into())));
    }
    if is_asked("psk") {
        let passkeys = auth.passkeys(ctx).await?.into_iter();
        found.extend(passkeys.map(|passkey| (passkey.id.to_string(), PasskeyObject(passkey).into())));
    }
    if is_asked("tok") {
        let tokens = auth.api_tokens(ctx, false).await?.into_iter();
        found.extend(tokens.map(|token| (token.id.to_string(), ApiTokenObject(token).into())));
    }
    Ok(())
}

async fn find_job(cx: &Context<'_>, id: &ID) -> Result<Option<Job>> {
    let Ok(id) = id.parse::<JobId>() else { return Ok(None) };
    match cx.services().jobs.get(&cx.scope().ctx, id).await {
        Ok(job) => Ok(Some(job)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}
