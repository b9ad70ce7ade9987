//! Who is behind a request.

use auth::SecretText;
use domain::{Access, Ctx, Request};
use http::HeaderMap;
use kernel::{Actor, Result};

use super::{AppState, arrival::Arrival, language};

/// Opens the environment's database and looks who is behind the session's cookie.
///
/// The language is the user's own; without a session the browser's, else the environment's.
pub(super) async fn open(app: &AppState, arrival: &Arrival, headers: &HeaderMap) -> Result<Ctx> {
    // Boxed: opening a database is a large future, and every request would carry it along.
    let db = Box::pin(app.tenancy.open(&arrival.environment)).await?;
    let ctx = app.domain.ctx(Request {
        db,
        actor: Actor::Anonymous,
        access: Access::default(),
        locale: language::preferred(headers).unwrap_or(arrival.environment.locale),
        address: Some(arrival.address),
    });
    let Some(token) = arrival.cookie.read(headers) else { return Ok(ctx) };
    let Some(found) = app.auth.authenticate(&ctx, &SecretText::from(token)).await? else {
        return Ok(ctx);
    };
    let actor = Actor::User { id: found.user_id, role: found.role };
    Ok(ctx.acting_with(actor, found.access, found.locale))
}
