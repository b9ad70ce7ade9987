use async_graphql::{Context, Object, SimpleObject};
use domain::{country::Country, form};
use kernel::{Error, Instant};

use crate::{
    error::{Result, UserError, outcome},
    mutation::FormInput,
    scope::Shared,
    types::{CountryObject, FormChangeObject, FormUpgradeObject, Pack, RiskCriteriaObject},
};

/// What publishing a form would change, and what stands in its way.
#[derive(SimpleObject)]
struct FormCheck {
    /// What would change; empty for a new form.
    changes: Vec<FormChangeObject>,
    /// What is to be mended first.
    user_errors: Vec<UserError>,
}

/// An own register that was put away.
#[derive(SimpleObject)]
struct ArchivedForm {
    /// By which `restoreForm` takes it back.
    key: String,
    /// What it was called.
    name: String,
    /// Name of a Tabler icon.
    icon: String,
    /// When it was put away.
    archived_at: Instant,
}

#[derive(Default)]
pub(super) struct FormQuery;

#[Object]
impl FormQuery {
    /// What publishing a form would change; a new form when no key is given. Changes nothing.
    #[graphql(complexity = "20 * child_complexity + 20")]
    async fn check_form(
        &self,
        cx: &Context<'_>,
        form_key: Option<String>,
        form: FormInput,
    ) -> Result<FormCheck> {
        let checked = match form.draft() {
            Ok(draft) => form::check(&cx.scope().ctx, form_key.as_deref(), draft).await,
            Err(error) => Err(error),
        };
        let (changes, user_errors) = outcome(checked)?;
        let changes = changes.unwrap_or_default().into_iter().map(FormChangeObject).collect();
        Ok(FormCheck { changes, user_errors })
    }

    /// The environment's scales, levels and matrix; version 0 and empty where nobody has set any.
    async fn risk_criteria(&self, cx: &Context<'_>) -> Result<RiskCriteriaObject> {
        let found = form::criteria(&cx.scope().ctx).await?;
        Ok(RiskCriteriaObject(found.unwrap_or_default()))
    }

    /// All countries, by code.
    #[graphql(complexity = "250")]
    #[allow(clippy::unused_async, reason = "every resolver is asynchronous")]
    async fn countries(&self, cx: &Context<'_>) -> Result<Vec<CountryObject>> {
        cx.scope().ctx.require(domain::Permission::Enter)?;
        Ok(Country::all().iter().copied().map(CountryObject).collect())
    }

    /// Own registers that were put away, the latest first; at most 500. Needs `canManageForms`.
    #[graphql(complexity = "20 * child_complexity + 20")]
    async fn archived_forms(&self, cx: &Context<'_>) -> Result<Vec<ArchivedForm>> {
        let ctx = &cx.scope().ctx;
        let put_away = |form: form::ArchivedForm| ArchivedForm {
            key: form.key,
            name: form.name.get(ctx.locale()).to_owned(),
            icon: form.icon,
            archived_at: form.archived_at,
        };
        Ok(form::archived(ctx).await?.into_iter().map(put_away).collect())
    }

    /// The packs of this environment. Needs `canManageForms`.
    async fn packs(&self, cx: &Context<'_>) -> Result<Vec<Pack>> {
        let ctx = &cx.scope().ctx;
        let builtin = packs::Pack::shared().map_err(Error::internal)?;
        let installed = form::installed(ctx).await?.into_iter().filter(|found| found.key == builtin.key);
        let described = |found: form::InstalledPack| Pack {
            key: found.key,
            name: builtin.name.get(ctx.locale()).to_owned(),
            description: builtin.description.get(ctx.locale()).to_owned(),
            installed_version: found.version,
            available_version: builtin.version.to_string(),
            authors: builtin.authors.clone(),
            licence: builtin.licence.clone(),
        };
        Ok(installed.map(described).collect())
    }

    /// What bringing in this server's version of a pack would change, form by form. Needs
    /// `canManageForms`.
    #[graphql(complexity = "20 * child_complexity + 50")]
    async fn pack_upgrade(&self, cx: &Context<'_>, key: String) -> Result<Vec<FormUpgradeObject>> {
        let pack = packs::Pack::shared().map_err(Error::internal)?;
        if pack.key != key {
            return Err(Error::NotFound.into());
        }
        let version = pack.version.to_string();
        let upgrades = form::preview_upgrade(&cx.scope().ctx, pack.content(&version)).await?;
        Ok(upgrades.into_iter().map(FormUpgradeObject).collect())
    }
}
