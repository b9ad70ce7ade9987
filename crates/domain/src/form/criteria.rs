//! The environment's risk criteria: one set of scales for every form. Forms hold a copy, so that an old
//! revision keeps showing what its steps meant.

use kernel::{Error, Result, UserError, UserErrors};

use super::{
    FieldKind, Form, FormDefinition, RiskScale, problem, repo_revision, rules::Problems, rules_kind,
};
use crate::{
    Ctx, Permission, WriteTx,
    audit::{self, AuditEntry},
    record,
};

/// The scales, and how often they were changed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RiskCriteria {
    /// 1, 2, 3 …
    pub version: i32,
    /// Steps, levels and cells.
    pub scale: RiskScale,
}

/// The criteria in force; none in an environment without packs.
pub async fn current(ctx: &Ctx) -> Result<Option<RiskCriteria>> {
    ctx.require(Permission::Enter)?;
    repo_revision::criteria(ctx.read()).await
}

/// Changes the criteria, made upon `version`, and publishes them in every form that uses them. Steps that
/// records hold cannot be taken away.
pub async fn update(ctx: &Ctx, version: i32, scale: RiskScale) -> Result<RiskCriteria> {
    ctx.require(Permission::ManageForms)?;
    check(&scale).into_result()?;
    // Every form takes part, also those the actor does not see.
    ctx.write(async |tx| {
        let before = repo_revision::criteria(tx.connection()).await?;
        if before.as_ref().map_or(0, |criteria| criteria.version) != version {
            return Err(Error::invalid("CONFLICT", &["version"]));
        }
        let criteria = RiskCriteria { version: version + 1, scale };
        if before.as_ref().is_some_and(|before| before.scale == criteria.scale) {
            return Ok(RiskCriteria { version, ..criteria });
        }
        let forms = repo_revision::all(ctx, tx).await?;
        let forms: Vec<&Form> = forms.iter().filter(|form| uses_scale(&form.definition)).collect();
        refuse_used(tx, &forms, &criteria.scale).await?;
        repo_revision::insert_criteria(ctx, tx, &criteria).await?;
        for form in forms {
            let definition = with_scale((*form.definition).clone(), &criteria.scale);
            super::publish::revise(ctx, tx, (form, &definition)).await?;
        }
        let details = serde_json::json!({"version": criteria.version});
        audit::record(ctx, tx, AuditEntry::about_environment("criteria.changed", ctx).with(details)).await?;
        Ok(criteria)
    })
    .await
}

/// A definition with these scales in all its likelihood x impact fields.
pub(super) fn with_scale(mut definition: FormDefinition, wanted: &RiskScale) -> FormDefinition {
    for field in &mut definition.fields {
        if let FieldKind::LikelihoodImpact { scale } = &mut field.kind {
            scale.clone_from(wanted);
        }
    }
    definition
}

fn uses_scale(definition: &FormDefinition) -> bool {
    definition.fields.iter().any(|field| matches!(field.kind, FieldKind::LikelihoodImpact { .. }))
}

fn check(scale: &RiskScale) -> UserErrors {
    let mut problems = Problems::default();
    rules_kind::check_scale(&mut problems, "", scale);
    UserErrors(problems.into_inner().iter().map(problem::user_error).collect())
}

async fn refuse_used(tx: &WriteTx, forms: &[&Form], scale: &RiskScale) -> Result<()> {
    let limits = (scale.likelihood.len(), scale.impact.len());
    for form in forms {
        for field in &form.definition.fields {
            if matches!(field.kind, FieldKind::LikelihoodImpact { .. })
                && record::has_place_beyond(tx, (form.id, &field.key), limits).await?
            {
                let name = &form.definition.name.nl;
                return Err(UserError::at("STEP_IN_USE", &["likelihood"]).with("form", name).into());
            }
        }
    }
    Ok(())
}
