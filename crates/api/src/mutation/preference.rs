use async_graphql::{Context, InputObject, Json, Object, SimpleObject};
use domain::user::{self, PreferenceChange};
use kernel::{Actor, Error, Locale};

use crate::{
    error::{Result, UserError, outcome},
    scope::Shared,
    types::{LocaleName, ViewerObject},
};

/// A change of the viewer's own preferences.
#[derive(InputObject)]
struct UpdatePreferencesInput {
    /// The language of the interface.
    locale: Option<LocaleName>,
    /// Merged by key into what was there; null removes a key. At most 16 KiB in all.
    preferences: Option<Json<serde_json::Map<String, serde_json::Value>>>,
}

/// The viewer with the new preferences.
#[derive(SimpleObject)]
struct UpdatePreferencesPayload {
    /// The viewer.
    viewer: Option<ViewerObject>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

#[derive(Default)]
pub(super) struct PreferenceMutation;

#[Object]
impl PreferenceMutation {
    /// Changes the viewer's own language and preferences.
    async fn update_preferences(
        &self,
        cx: &Context<'_>,
        input: UpdatePreferencesInput,
    ) -> Result<UpdatePreferencesPayload> {
        let ctx = &cx.scope().ctx;
        let Actor::User { id, .. } = ctx.actor() else { return Err(Error::Unauthenticated.into()) };
        let change = PreferenceChange {
            locale: input.locale.map(Locale::from),
            entries: input.preferences.map(|entries| entries.0).unwrap_or_default(),
        };
        let (_, user_errors) = outcome(user::change_preferences(ctx, change).await)?;
        let user = user::get(ctx, id).await?;
        let viewer =
            ViewerObject { ctx: ctx.acting_with(ctx.actor(), ctx.access().clone(), user.locale), user };
        Ok(UpdatePreferencesPayload { viewer: Some(viewer), user_errors })
    }
}
