//! Signed tokens: the ticket between password and code, and the session.
//!
//! HS256 with a key per environment. Times are judged here, strictly and by the injected clock:
//! the library reads the machine's clock and rounds fractions.

use std::collections::HashSet;

use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, errors::ErrorKind};
use kernel::{Error, Instant, Result, TenantId, UserId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::SecretText;

/// How far the clocks of two servers may differ, in seconds: on `exp` and on `nbf`.
pub const LEEWAY_SECONDS: u64 = 5;

const ISSUER: &str = "waarborg";
/// Ours take about 400 bytes; what is far longer is not even looked at.
const MAX_BYTES: usize = 2_048;

/// What a token is good for; it is good for nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Purpose {
    /// The password was right and there is no second factor yet: set one up.
    TicketEnroll,
    /// The password was right: show the code.
    TicketVerify,
    /// Signed in.
    Session,
}

/// What a token says. All of it is required, and nothing else may be there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Claims {
    pub iss: String,
    /// The user.
    pub sub: UserId,
    /// The environment.
    pub aud: TenantId,
    pub purpose: Purpose,
    /// The ticket's own id, or the session's.
    pub jti: Uuid,
    /// Seconds since 1970, whole.
    pub iat: u64,
    pub nbf: u64,
    pub exp: u64,
}

/// Why a token is not taken. For the log and the tests: clients hear only that they are not signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum TokenError {
    #[error("is longer than any of ours")]
    TooLong,
    #[error("is not three parts of base64url with a JSON header")]
    Malformed,
    #[error("is not signed with HS256")]
    Algorithm,
    #[error("names no key, or one that is not believed any longer")]
    Key,
    #[error("is not signed with this environment's key")]
    Signature,
    #[error("lacks a claim, or has one of the wrong type")]
    Claims,
    #[error("was issued by somebody else")]
    Issuer,
    #[error("was issued for another environment")]
    Audience,
    #[error("was issued for another purpose")]
    Purpose,
    #[error("has expired")]
    Expired,
    #[error("is not valid yet")]
    NotYetValid,
}

impl From<TokenError> for Error {
    fn from(reason: TokenError) -> Self {
        tracing::debug!(%reason, "token refused");
        Self::Unauthenticated
    }
}

/// What a new token shall say.
pub(crate) struct Grant {
    pub purpose: Purpose,
    pub user: UserId,
    pub id: Uuid,
    pub issued_at: Instant,
    pub expires_at: Instant,
}

/// One of an environment's keys.
pub(crate) struct TokenKey {
    tenant: TenantId,
    number: i32,
    encoding: EncodingKey,
    decoding: DecodingKey,
}

impl TokenKey {
    pub(crate) fn new(tenant: TenantId, number: i32, key: &[u8; 32]) -> Self {
        let (encoding, decoding) = (EncodingKey::from_secret(key), DecodingKey::from_secret(key));
        Self { tenant, number, encoding, decoding }
    }

    /// Signs a token.
    pub(crate) fn issue(&self, grant: &Grant) -> Result<SecretText> {
        let issued = seconds(grant.issued_at)?;
        let claims = Claims {
            iss: ISSUER.to_owned(),
            sub: grant.user,
            aud: self.tenant,
            purpose: grant.purpose,
            jti: grant.id,
            iat: issued,
            nbf: issued,
            exp: seconds(grant.expires_at)?,
        };
        let header = Header { kid: Some(self.number.to_string()), ..Header::new(Algorithm::HS256) };
        let token = jsonwebtoken::encode(&header, &claims, &self.encoding).map_err(Error::internal)?;
        Ok(token.into())
    }

    /// What the token says, if it is ours, of this environment, for this purpose and valid `now`.
    pub(crate) fn read(&self, token: &SecretText, purpose: Purpose, now: Instant) -> Result<Claims> {
        Ok(self.check(token, purpose, seconds(now)?)?)
    }

    fn check(&self, token: &SecretText, purpose: Purpose, now: u64) -> Result<Claims, TokenError> {
        if token.expose().len() > MAX_BYTES {
            return Err(TokenError::TooLong);
        }
        let claims = jsonwebtoken::decode::<Claims>(token.expose(), &self.decoding, &self.validation())
            .map_err(|error| reason(error.kind()))?
            .claims;
        if claims.purpose != purpose {
            return Err(TokenError::Purpose);
        }
        if now >= claims.exp.saturating_add(LEEWAY_SECONDS) {
            return Err(TokenError::Expired);
        }
        if now.saturating_add(LEEWAY_SECONDS) < claims.nbf {
            return Err(TokenError::NotYetValid);
        }
        Ok(claims)
    }

    fn validation(&self) -> Validation {
        let mut validation = Validation::new(Algorithm::HS256);
        validation.required_spec_claims =
            ["exp", "nbf", "aud", "iss", "sub"].map(str::to_owned).into_iter().collect::<HashSet<_>>();
        validation.set_issuer(&[ISSUER]);
        validation.set_audience(&[self.tenant]);
        // Judged in `check`, by the injected clock.
        validation.validate_exp = false;
        validation.validate_nbf = false;
        validation
    }
}

/// The number of the key a token says it is signed with. Believe it only once the signature was checked.
pub(crate) fn key_number(token: &SecretText) -> Result<i32, TokenError> {
    if token.expose().len() > MAX_BYTES {
        return Err(TokenError::TooLong);
    }
    let header = jsonwebtoken::decode_header(token.expose()).map_err(|error| reason(error.kind()))?;
    header.kid.and_then(|kid| kid.parse().ok()).ok_or(TokenError::Key)
}

fn seconds(at: Instant) -> Result<u64> {
    u64::try_from(at.timestamp()).map_err(Error::internal)
}

fn reason(kind: &ErrorKind) -> TokenError {
    match kind {
        ErrorKind::InvalidSignature => TokenError::Signature,
        ErrorKind::InvalidAlgorithm | ErrorKind::InvalidAlgorithmName | ErrorKind::UnsupportedAlgorithm => {
            TokenError::Algorithm
        }
        ErrorKind::InvalidIssuer => TokenError::Issuer,
        ErrorKind::InvalidAudience => TokenError::Audience,
        ErrorKind::Json(_) | ErrorKind::MissingRequiredClaim(_) | ErrorKind::InvalidClaimFormat(_) => {
            TokenError::Claims
        }
        _ => TokenError::Malformed,
    }
}

#[cfg(test)]
mod tests;
