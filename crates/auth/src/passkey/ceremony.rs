//! A question and its one answer.

use std::num::NonZeroU32;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::Duration;
use domain::{Ctx, WriteTx};
use kernel::{Error, Result, UserId};
use sea_orm::{ActiveValue::Set, entity::prelude::*, sea_query::OnConflict};
use serde::Serialize;
use tenancy::{Host, database_error};
use webauthn_rp::{
    bin::Decode,
    request::{
        AsciiDomain, DomainOrigin, Port, PublicKeyCredentialDescriptor, RpId, Scheme, register::UserHandle16,
    },
    response::{AuthTransports, CredentialId},
};

use super::{ceremony_entity as entity, repo::Stored};

/// How long one may take to answer.
const LIFETIME: Duration = Duration::minutes(5);
/// The same for the browser, in milliseconds.
pub(super) const TIMEOUT: NonZeroU32 = NonZeroU32::MIN.saturating_add(299_999);

/// What a question is asked for; its answer serves nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Registration,
    SignIn,
    StepUp,
}

impl Purpose {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Registration => "registration",
            Self::SignIn => "sign_in",
            Self::StepUp => "step_up",
        }
    }
}

/// Keeps what is needed to judge the answer, instead of an earlier question of the same ticket or session.
pub(super) async fn begin(
    ctx: &Ctx,
    tx: &WriteTx,
    (begun_with, purpose): (Uuid, Purpose),
    state: Vec<u8>,
) -> Result<()> {
    let row = entity::ActiveModel {
        begun_with: Set(begun_with),
        purpose: Set(purpose.as_str().to_owned()),
        state: Set(state),
        expires_at: Set(ctx.now() + LIFETIME),
    };
    let replace = OnConflict::columns([entity::Column::BegunWith, entity::Column::Purpose])
        .update_columns([entity::Column::State, entity::Column::ExpiresAt])
        .to_owned();
    entity::Entity::insert(row)
        .on_conflict(replace)
        .exec_without_returning(tx.connection())
        .await
        .map_err(database_error)?;
    Ok(())
}

/// What was kept of the question, which cannot be answered again; `None` when there is none, or its time is
/// over.
pub(super) async fn take(
    ctx: &Ctx,
    tx: &WriteTx,
    (begun_with, purpose): (Uuid, Purpose),
) -> Result<Option<Vec<u8>>> {
    let key = (begun_with, purpose.as_str().to_owned());
    let row = entity::Entity::find_by_id(key.clone()).one(tx.connection()).await.map_err(database_error)?;
    entity::Entity::delete_by_id(key).exec(tx.connection()).await.map_err(database_error)?;
    Ok(row.filter(|row| ctx.now() < row.expires_at).map(|row| row.state))
}

/// Forgets questions nobody answered.
pub(crate) async fn sweep(ctx: &Ctx, tx: &WriteTx) -> Result<()> {
    entity::Entity::delete_many()
        .filter(entity::Column::ExpiresAt.lt(ctx.now()))
        .exec(tx.connection())
        .await
        .map_err(database_error)?;
    Ok(())
}

/// Who asks: the environment's host.
pub(super) fn relying_party(host: &Host) -> Result<RpId> {
    AsciiDomain::try_from(host.as_str().to_owned()).map(RpId::Domain).map_err(Error::internal)
}

/// The pages an answer may come from: those of the host over TLS; on one's own machine over plain http too.
/// The port does not matter: cookies do not tell ports apart either.
pub(super) fn origins(host: &Host) -> Vec<DomainOrigin<'static, '_>> {
    let host = host.as_str();
    let mut origins = vec![DomainOrigin::new_ignore_port(host)];
    if host == "localhost" || host.ends_with(".localhost") {
        origins.push(DomainOrigin { scheme: Scheme::Other("http"), host, port: Port::Any });
    }
    origins
}

/// What an authenticator knows a user by.
pub(super) fn user_handle(user: UserId) -> Result<UserHandle16> {
    UserHandle16::decode(*user.uuid().as_bytes()).map_err(Error::internal)
}

/// How browsers are told of a passkey.
pub(super) fn descriptor(passkey: &Stored) -> Result<PublicKeyCredentialDescriptor<Vec<u8>>> {
    let id = URL_SAFE_NO_PAD.decode(&passkey.credential_id).map_err(Error::internal)?;
    Ok(PublicKeyCredentialDescriptor {
        id: CredentialId::<Vec<u8>>::decode(id).map_err(Error::internal)?,
        transports: AuthTransports::decode(passkey.transports).map_err(Error::internal)?,
    })
}

/// The options as `PublicKeyCredential.parse...OptionsFromJSON` takes them: without what surrounds them.
pub(super) fn options(client: &impl Serialize) -> Result<serde_json::Value> {
    let mut options = serde_json::to_value(client).map_err(Error::internal)?;
    Ok(match options.get_mut("publicKey") {
        Some(inner) => inner.take(),
        None => options,
    })
}

/// What a browser answered, as text again; `None` when it is larger than any answer.
pub(super) fn answer(credential: &serde_json::Value) -> Option<Vec<u8>> {
    const MAX_BYTES: usize = 64 * 1024;
    serde_json::to_vec(credential).ok().filter(|text| text.len() <= MAX_BYTES)
}

#[cfg(test)]
mod tests {
    use webauthn_rp::response::Origin;

    use super::*;

    #[test]
    fn only_pages_of_the_host_itself_may_answer_and_plain_http_only_on_ones_own_machine() {
        let is_ours = |host: &str, origin: &str| {
            let host: Host = host.parse().unwrap();
            let origin = Origin(origin.into());
            origins(&host).iter().any(|ours| *ours == origin)
        };
        for (host, origin, wanted) in [
            ("acme.example.test", "https://acme.example.test", true),
            ("acme.example.test", "https://acme.example.test:8443", true),
            ("acme.example.test", "http://acme.example.test", false),
            ("acme.example.test", "https://example.test", false),
            ("acme.example.test", "https://login.acme.example.test", false),
            ("acme.example.test", "https://acme.example.test.evil.test", false),
            ("acme.example.test", "https://other.example.test", false),
            ("acme.example.test", "null", false),
            ("acme.localhost", "http://acme.localhost:8080", true),
            ("acme.localhost", "https://acme.localhost", true),
            ("acme.localhost", "http://other.localhost:8080", false),
            ("localhost.example.test", "http://localhost.example.test", false),
        ] {
            assert_eq!(is_ours(host, origin), wanted, "{host} {origin}");
        }
    }
}
