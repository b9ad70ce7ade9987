use async_graphql::{Context, InputObject, Object, SimpleObject};
use domain::form::{self, FormUpgrade, RiskLevel, RiskScale, ScaleStep};
use kernel::Localized;

use super::form_input::FormInput;
use crate::{
    error::{Result, UserError, outcome},
    scope::Shared,
    types::{FormObject, FormUpgradeObject, LocalizedInput, RiskCriteriaObject},
};

/// An own register to be made.
#[derive(InputObject)]
struct CreateFormInput {
    /// As it is to be.
    form: FormInput,
}

/// A new revision of a form.
#[derive(InputObject)]
struct PublishFormInput {
    /// The form.
    form_key: String,
    /// The revision it was made upon; another one in between is refused with CONFLICT.
    revision: i32,
    /// As it is to be, whole.
    form: FormInput,
}

/// The environment's scales, levels and matrix.
#[derive(InputObject)]
struct UpdateRiskCriteriaInput {
    /// The version they were changed upon; another's change in between is refused with CONFLICT.
    version: i32,
    /// Likelihood 1, 2, 3 …
    #[graphql(validator(max_items = 7))]
    likelihood: Vec<ScaleStepInput>,
    /// Impact 1, 2, 3 …
    #[graphql(validator(max_items = 7))]
    impact: Vec<ScaleStepInput>,
    /// Bands of scores, lowest first; the first begins at 1.
    #[graphql(validator(max_items = 10))]
    levels: Vec<RiskLevelInput>,
    /// Keys of levels by likelihood and then impact, where the score alone does not tell.
    cells: Option<Vec<Vec<String>>>,
    /// The highest level that is acceptable without doing more.
    acceptable_level_key: Option<String>,
}

/// A step of a scale.
#[derive(InputObject)]
struct ScaleStepInput {
    /// What it is called.
    label: LocalizedInput,
    /// What it means.
    #[graphql(default)]
    help: LocalizedInput,
}

/// A band of scores.
#[derive(InputObject)]
struct RiskLevelInput {
    /// Unique in the scale.
    key: String,
    /// What it is called.
    label: LocalizedInput,
    /// Lowest score of the band.
    minimum_score: u32,
    /// A colour name of the design system.
    colour: String,
}

/// A pack to be brought up to date.
#[derive(InputObject)]
struct UpgradePackInput {
    /// The pack.
    key: String,
    /// The version that was looked at; another one on the server is refused with CONFLICT.
    version: String,
}

/// An own register.
#[derive(InputObject)]
struct FormKeyInput {
    /// The form.
    form_key: String,
}

/// The register as it is now.
#[derive(SimpleObject)]
struct FormPayload {
    /// The register.
    form: Option<FormObject>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

/// The criteria as they are now.
#[derive(SimpleObject)]
struct RiskCriteriaPayload {
    /// The criteria.
    risk_criteria: Option<RiskCriteriaObject>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

/// What was changed.
#[derive(SimpleObject)]
struct UpgradePackPayload {
    /// Form by form.
    upgrades: Vec<FormUpgradeObject>,
    /// What the user can mend.
    user_errors: Vec<UserError>,
}

#[derive(Default)]
pub(super) struct FormMutation;

#[Object]
impl FormMutation {
    /// Makes an own register.
    async fn create_form(&self, cx: &Context<'_>, input: CreateFormInput) -> Result<FormPayload> {
        let created = match input.form.draft() {
            Ok(draft) => form::create_own(&cx.scope().ctx, draft).await,
            Err(error) => Err(error),
        };
        let (form, user_errors) = outcome(created)?;
        Ok(FormPayload { form: form.map(FormObject), user_errors })
    }

    /// Publishes a new revision of a form; records keep what they hold.
    async fn publish_form(&self, cx: &Context<'_>, input: PublishFormInput) -> Result<FormPayload> {
        let published = match input.form.draft() {
            Ok(draft) => form::publish(&cx.scope().ctx, (&input.form_key, input.revision), draft).await,
            Err(error) => Err(error),
        };
        let (form, user_errors) = outcome(published)?;
        Ok(FormPayload { form: form.map(FormObject), user_errors })
    }

    /// Puts an own register away: it leaves the menu, and its records stay.
    async fn archive_form(&self, cx: &Context<'_>, input: FormKeyInput) -> Result<FormPayload> {
        let (form, user_errors) = outcome(form::archive(&cx.scope().ctx, &input.form_key).await)?;
        Ok(FormPayload { form: form.map(FormObject), user_errors })
    }

    /// Takes an own register back.
    async fn restore_form(&self, cx: &Context<'_>, input: FormKeyInput) -> Result<FormPayload> {
        let (form, user_errors) = outcome(form::restore(&cx.scope().ctx, &input.form_key).await)?;
        Ok(FormPayload { form: form.map(FormObject), user_errors })
    }

    /// Changes the risk criteria, and publishes them in every form that uses them.
    async fn update_risk_criteria(
        &self,
        cx: &Context<'_>,
        input: UpdateRiskCriteriaInput,
    ) -> Result<RiskCriteriaPayload> {
        let ctx = &cx.scope().ctx;
        let version = input.version;
        let (criteria, user_errors) = outcome(form::update_criteria(ctx, version, input.into()).await)?;
        Ok(RiskCriteriaPayload { risk_criteria: criteria.map(RiskCriteriaObject), user_errors })
    }

    /// Brings in the version of a pack that this server has. What the environment changed itself stays.
    async fn upgrade_pack(&self, cx: &Context<'_>, input: UpgradePackInput) -> Result<UpgradePackPayload> {
        let pack = packs::Pack::shared().map_err(kernel::Error::internal)?;
        let version = pack.version.to_string();
        let done = if pack.key == input.key {
            form::upgrade(&cx.scope().ctx, pack.content(&version), &input.version).await
        } else {
            Err(kernel::Error::NotFound)
        };
        let (upgrades, user_errors) = outcome(done)?;
        let upgrades: Vec<FormUpgrade> = upgrades.unwrap_or_default();
        Ok(UpgradePackPayload {
            upgrades: upgrades.into_iter().map(FormUpgradeObject).collect(),
            user_errors,
        })
    }
}

impl From<UpdateRiskCriteriaInput> for RiskScale {
    fn from(input: UpdateRiskCriteriaInput) -> Self {
        let both = |text: LocalizedInput| Localized::from(text).completed();
        let steps = |steps: Vec<ScaleStepInput>| {
            let step = |step: ScaleStepInput| ScaleStep { label: both(step.label), help: both(step.help) };
            steps.into_iter().map(step).collect()
        };
        let level = |level: RiskLevelInput| RiskLevel {
            key: level.key,
            label: both(level.label),
            minimum_score: level.minimum_score,
            colour: level.colour,
        };
        Self {
            likelihood: steps(input.likelihood),
            impact: steps(input.impact),
            levels: input.levels.into_iter().map(level).collect(),
            cells: input.cells,
            acceptable_level: input.acceptable_level_key,
        }
    }
}
