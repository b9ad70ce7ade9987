//! Who is behind a request.

use auth::SecretText;
use domain::{Ctx, Request};
use http::HeaderMap;
use kernel::{Actor, Result, SessionId};

use super::{AppState, arrival::Arrival, language};

/// Somebody in an environment, signed in or not.
pub(super) struct Visitor {
    /// What services work with.
    pub ctx: Ctx,
    /// The session they came with, when it is good.
    pub session: Option<SessionId>,
}

/// Opens the environment's database and looks who is behind the session's cookie.
///
/// The language is the user's own; without a session the browser's, else the environment's.
pub(super) async fn open(app: &AppState, arrival: &Arrival, headers: &HeaderMap) -> Result<Visitor> {
    // Boxed: opening a database is a large future, and every request would carry it along.
    let db = Box::pin(app.tenancy.open(&arrival.environment)).await?;
    let ctx = app.domain.ctx(Request {
        db,
        actor: Actor::Anonymous,
        locale: language::preferred(headers).unwrap_or(arrival.environment.locale),
        address: Some(arrival.address),
    });
    let Some(token) = arrival.cookie.read(headers) else { return Ok(Visitor { ctx, session: None }) };
    let Some(found) = app.auth.authenticate(&ctx, &SecretText::from(token)).await? else {
        return Ok(Visitor { ctx, session: None });
    };
    let actor = Actor::User { id: found.user_id, role: found.role };
    Ok(Visitor { ctx: ctx.acting_as(actor, found.locale), session: Some(found.session_id) })
}
