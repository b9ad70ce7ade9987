use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use auth::NewApiToken;
use kernel::Error;

use crate::{
    error::{Result, UserError, outcome},
    scope::Shared,
    types::{ApiTokenObject, Date},
};

/// A token for a program.
#[derive(InputObject)]
struct CreateApiTokenInput {
    /// What its owner calls it.
    name: String,
    /// May change what its owner may change.
    #[graphql(default)]
    can_write: bool,
    /// Keys of the registers it is limited to; all its owner may see when left out.
    #[graphql(validator(max_items = 200))]
    form_keys: Option<Vec<String>>,
    /// Networks it may come from, as CIDR or single addresses; from anywhere when empty.
    #[graphql(default)]
    networks: Vec<String>,
    /// The last day it is good: at most a year from now.
    expires_on: Date,
}

/// A new token.
#[derive(SimpleObject)]
struct CreateApiTokenPayload {
    /// The token, without its secret.
    api_token: Option<ApiTokenObject>,
    /// The token itself, for `Authorization: Bearer`. Shown once.
    secret: Option<String>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

/// A token to be revoked.
#[derive(InputObject)]
struct RevokeApiTokenInput {
    /// Of the token.
    id: ID,
}

/// The token as it is now.
#[derive(SimpleObject)]
struct ApiTokenPayload {
    /// The token.
    api_token: Option<ApiTokenObject>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

#[derive(Default)]
pub(super) struct ApiTokenMutation;

#[Object]
impl ApiTokenMutation {
    /// Makes a token with the viewer's rights, for a program. For full users; needs a fresh code.
    async fn create_api_token(
        &self,
        cx: &Context<'_>,
        input: CreateApiTokenInput,
    ) -> Result<CreateApiTokenPayload> {
        let new = NewApiToken {
            name: input.name,
            can_write: input.can_write,
            form_keys: input.form_keys,
            networks: input.networks,
            expires_on: input.expires_on.0,
        };
        let (made, user_errors) = outcome(cx.services().auth.create_api_token(&cx.scope().ctx, new).await)?;
        let (api_token, secret) = made.unzip();
        Ok(CreateApiTokenPayload {
            api_token: api_token.map(ApiTokenObject),
            secret: secret.map(|secret| secret.expose().to_owned()),
            user_errors,
        })
    }

    /// Makes a token worthless at once: an own one, or anybody's for administrators.
    async fn revoke_api_token(
        &self,
        cx: &Context<'_>,
        input: RevokeApiTokenInput,
    ) -> Result<ApiTokenPayload> {
        let id = input.id.parse().map_err(|_| Error::NotFound)?;
        let (revoked, user_errors) = outcome(cx.services().auth.revoke_api_token(&cx.scope().ctx, id).await)?;
        Ok(ApiTokenPayload { api_token: revoked.map(ApiTokenObject), user_errors })
    }
}
