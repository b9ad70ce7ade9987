//! Who is behind a request.

use auth::{Authenticated, SecretText};
use domain::{Access, Credential, Ctx, Request, audit, firewall};
use http::{HeaderMap, header};
use kernel::{Actor, Error, Locale, Result};
use tenancy::{Cost, Place, Subject};

use super::{AppState, arrival::Arrival, firewall::Errand, language, layer::RequestId, problem::Problem};

/// Somebody who was let in.
pub(super) struct Entered {
    /// The request as this person or program.
    pub ctx: Ctx,
    /// Whose requests this one is counted with.
    subjects: Vec<Subject>,
    /// Among the environment's requests that are worked on; given up when this is dropped.
    _place: Place,
}

impl Entered {
    /// Counts what the request turned out to cost beside what was counted before.
    pub(super) fn settle(&self, app: &AppState, cost: Cost) {
        app.tenancy.firewall().settle(self.ctx.tenant_id(), &self.subjects, cost);
    }

    /// Answers what went wrong; what one may not do is in the audit log, too.
    pub(super) async fn refuse(&self, error: Error, (tried, id): (&str, &RequestId)) -> Problem {
        if matches!(error, Error::Forbidden)
            && let Err(error) = audit::note_refusal(&self.ctx, tried).await
        {
            tracing::error!(%error, tried, "a refusal could not be noted");
        }
        Problem::of(error, id)
    }
}

/// Takes a place among the requests that are worked on, looks who it is, and counts it with theirs.
pub(super) async fn enter(
    app: &AppState,
    arrival: &Arrival,
    (headers, errand): (&HeaderMap, Errand),
) -> Result<Entered, Problem> {
    let (firewall, visitor, tenant) = (app.tenancy.firewall(), arrival.visitor, arrival.environment.id);
    let place = firewall.place(tenant, visitor).await.map_err(Problem::refused)?;
    let ctx = open(app, arrival, headers).await.map_err(|error| Problem::of(error, &arrival.request_id))?;
    let mut subjects = vec![Subject::address(visitor.address)];
    if let Some(subject) = subject(&ctx) {
        firewall.charge(tenant, visitor, (subject, errand.cost())).map_err(Problem::refused)?;
        subjects.push(subject);
    }
    if firewall.is_comparison_due(tenant) {
        tokio::spawn(compare(app.tenancy.firewall().clone(), ctx.clone()));
    }
    Ok(Entered { ctx, subjects, _place: place })
}

/// Whose requests this one is counted with, beside those of its address.
fn subject(ctx: &Ctx) -> Option<Subject> {
    match (ctx.access().credential, ctx.actor()) {
        (Credential::ApiToken(id), _) => Some(Subject::Token(id)),
        (_, Actor::User { id, .. }) => Some(Subject::Account(id)),
        _ => None,
    }
}

/// Sees to it that what is enforced is what is saved.
async fn compare(gates: tenancy::Firewall, ctx: Ctx) {
    let system = ctx.acting_as(Actor::System, Locale::default());
    if let Err(error) = firewall::reconcile(&system, &gates).await {
        tracing::warn!(%error, "a firewall's rules could not be compared with those enforced");
        gates.distrust(ctx.tenant_id());
    }
}

/// The most characters of a program's token; ours have 52.
const MAX_TOKEN: usize = 200;

/// Opens the environment's database and looks who is behind the session's cookie, or the program's token.
///
/// The language is the user's own; without a session the browser's, else the environment's. A token that is
/// not good is refused, whatever is wrong with it; a cookie that is not good makes one a stranger, who may
/// sign in.
async fn open(app: &AppState, arrival: &Arrival, headers: &HeaderMap) -> Result<Ctx> {
    let is_program = is_program(headers);
    if is_program && arrival.cookie.is_sent(headers) {
        return Err(Error::bad_request("Authorization", "Send a token or the session's cookie, not both."));
    }
    // Boxed: opening a database is a large future, and every request would carry it along.
    let db = Box::pin(app.tenancy.open(&arrival.environment)).await?;
    let ctx = app.domain.ctx(Request {
        db,
        actor: Actor::Anonymous,
        access: Access::default(),
        locale: language::preferred(headers).unwrap_or(arrival.environment.locale),
        address: Some(arrival.address),
    });
    let found = if is_program {
        let token = bearer(headers).ok_or(Error::Unauthenticated)?;
        let found = app.auth.authenticate_program(&ctx, &SecretText::from(token)).await?;
        found.ok_or(Error::Unauthenticated)?
    } else {
        let Some(token) = arrival.cookie.read(headers) else { return Ok(ctx) };
        let Some(found) = app.auth.authenticate(&ctx, &SecretText::from(token)).await? else {
            return Ok(ctx);
        };
        found
    };
    let Authenticated { user_id, role, access, locale } = found;
    Ok(ctx.acting_with(Actor::User { id: user_id, role }, access, locale))
}

/// True when a program speaks: it shows a token, good or not. Other schemes are not ours to judge; a proxy
/// may use them for itself.
pub(super) fn is_program(headers: &HeaderMap) -> bool {
    headers.get_all(header::AUTHORIZATION).iter().any(|value| {
        value.as_bytes().get(..6).is_some_and(|scheme| scheme.eq_ignore_ascii_case(b"bearer"))
            && value.as_bytes().get(6).is_none_or(|next| *next == b' ')
    })
}

/// The one token that is shown.
fn bearer(headers: &HeaderMap) -> Option<&str> {
    let mut values = headers.get_all(header::AUTHORIZATION).iter();
    let (value, None) = (values.next()?, values.next()) else { return None };
    let token = value.to_str().ok()?.get(7..)?.trim();
    (!token.is_empty() && token.len() <= MAX_TOKEN).then_some(token)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(values: &[&str]) -> HeaderMap {
        values.iter().map(|value| (header::AUTHORIZATION, value.parse().unwrap())).collect()
    }

    #[test]
    fn jwt_08_one_bearer_token_is_a_program_and_anything_else_is_not_a_token() {
        for (values, is_a_program, token) in [
            (&[][..], false, None),
            (&["Bearer wbg_abc"], true, Some("wbg_abc")),
            (&["bearer  wbg_abc "], true, Some("wbg_abc")),
            (&["Bearer"], true, None),
            (&["Bearer "], true, None),
            (&["Bearers wbg_abc"], false, None),
            (&["Basic d2JnOmFiYw=="], false, None),
            (&["Bearer wbg_abc", "Bearer wbg_abc"], true, None),
            (&["Basic d2JnOmFiYw==", "Bearer wbg_abc"], true, None),
        ] {
            let headers = headers(values);
            assert_eq!(is_program(&headers), is_a_program, "{values:?}");
            if is_a_program {
                assert_eq!(bearer(&headers), token, "{values:?}");
            }
        }
        assert_eq!(bearer(&headers(&[&format!("Bearer {}", "a".repeat(MAX_TOKEN + 1))])), None);
    }
}
