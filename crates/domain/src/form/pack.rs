//! Forms that packs bring: installing them, and bringing a newer version in without losing what this
//! environment made of the older.

use std::collections::HashSet;

use kernel::{Actor, Error, Localized, Result};

use super::{
    Form, FormChange, FormDefinition, MergeConflict, RiskCriteria, RiskScale, criteria, diff, merge::merge,
    publish, repo, repo_pack, repo_revision,
};
use crate::{
    Ctx, Permission, WriteTx,
    audit::{self, AuditEntry},
};

/// What a pack brings.
#[derive(Debug, Clone, Copy)]
pub struct PackContent<'a> {
    /// The pack's key.
    pub key: &'a str,
    /// Semver.
    pub version: &'a str,
    /// The risk criteria a new environment begins with.
    pub criteria: Option<&'a RiskScale>,
    /// The forms in the order of the menu.
    pub forms: &'a [FormDefinition],
}

/// A pack that is installed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstalledPack {
    /// The pack's key.
    pub key: String,
    /// The version in use.
    pub version: String,
}

/// What a newer version of a pack would do to one form.
#[derive(Debug, Clone, PartialEq)]
pub struct FormUpgrade {
    /// The form.
    pub key: String,
    /// What it is called.
    pub name: Localized,
    /// The environment does not have it yet.
    pub is_new: bool,
    /// What would change.
    pub changes: Vec<FormChange>,
    /// What both sides changed: the environment's is kept.
    pub conflicts: Vec<MergeConflict>,
    /// Why it cannot be brought in; then the form is left as it is.
    pub obstacle: Option<String>,
}

/// Brings a pack into the environment: its forms that are not there yet, and its criteria when there are
/// none. System only.
pub async fn install(ctx: &Ctx, content: PackContent<'_>) -> Result<()> {
    if ctx.actor() != Actor::System {
        return Err(Error::Forbidden);
    }
    for form in content.forms {
        if let Some(problem) = form.check().into_iter().next() {
            return Err(Error::internal(format!("form {}: {problem}", form.key)));
        }
    }
    ctx.write(async |tx| {
        if repo_pack::find(tx.connection(), content.key).await?.is_none() {
            repo_pack::save(ctx, tx, (content.key, content.version)).await?;
        }
        let forms = insert_missing(ctx, tx, content).await?;
        if forms.is_empty() {
            return Ok(());
        }
        let details = serde_json::json!({"pack": content.key, "version": content.version, "forms": forms});
        audit::record(ctx, tx, AuditEntry::about_environment("pack.installed", ctx).with(details)).await
    })
    .await
}

/// Inserts the forms that are not there, with the environment's criteria; their keys.
async fn insert_missing(ctx: &Ctx, tx: &WriteTx, content: PackContent<'_>) -> Result<Vec<String>> {
    let scale = scale(ctx, tx, content).await?;
    let taken: HashSet<String> = repo::taken(tx).await?.into_iter().map(|form| form.key).collect();
    let missing = (1..).zip(content.forms).filter(|(_, form)| !taken.contains(&form.key));
    let new: Vec<(FormDefinition, i32)> = missing
        .map(|(position, form)| (criteria::with_scale(as_base(form), &scale), position * 10))
        .collect();
    repo_pack::insert_forms(ctx, tx, ((content.key, content.version), &new)).await?;
    Ok(new.into_iter().map(|(definition, _)| definition.key).collect())
}

/// The environment's scales; the pack's become them when there are none.
async fn scale(ctx: &Ctx, tx: &WriteTx, content: PackContent<'_>) -> Result<RiskScale> {
    if let Some(criteria) = repo_revision::criteria(tx.connection()).await? {
        return Ok(criteria.scale);
    }
    let scale = content.criteria.cloned().unwrap_or_default();
    if content.criteria.is_some() {
        let first = RiskCriteria { version: 1, scale: scale.clone() };
        repo_revision::insert_criteria(ctx, tx, &first).await?;
    }
    Ok(scale)
}

/// The packs of this environment.
pub async fn installed(ctx: &Ctx) -> Result<Vec<InstalledPack>> {
    ctx.require(Permission::ManageForms)?;
    repo_pack::list(ctx).await
}

/// What bringing in this version would change, form by form; forms without a change are absent.
pub async fn preview_upgrade(ctx: &Ctx, content: PackContent<'_>) -> Result<Vec<FormUpgrade>> {
    ctx.require(Permission::ManageForms)?;
    let forms = super::list(ctx).await?;
    let mut upgrades = Vec::new();
    for theirs in content.forms {
        // A form the actor does not see is not theirs to look at.
        match forms.iter().find(|form| form.definition.key == theirs.key) {
            None if repo_pack::has_form(ctx, &theirs.key).await? => {}
            None => upgrades.push(FormUpgrade {
                key: theirs.key.clone(),
                name: theirs.name.clone(),
                is_new: true,
                changes: Vec::new(),
                conflicts: Vec::new(),
                obstacle: None,
            }),
            Some(form) => {
                let base = repo_revision::base(ctx, form.id).await?;
                let (upgrade, _) = plan(form, base.as_ref(), theirs)?;
                let says_something = !upgrade.changes.is_empty()
                    || !upgrade.conflicts.is_empty()
                    || upgrade.obstacle.is_some();
                upgrades.extend(says_something.then_some(upgrade));
            }
        }
    }
    Ok(upgrades)
}

/// Brings in a version of a pack: new forms, and what changed in those that are there. What the environment
/// changed itself stays. By somebody who may manage forms, or the product itself. Refused with `CONFLICT`
/// when the content is not of the version that was `looked_at`.
pub async fn upgrade(ctx: &Ctx, content: PackContent<'_>, looked_at: &str) -> Result<Vec<FormUpgrade>> {
    if ctx.actor() != Actor::System {
        ctx.require(Permission::ManageForms)?;
    }
    if content.version != looked_at {
        return Err(Error::invalid("CONFLICT", &["version"]));
    }
    ctx.write(async |tx| {
        let forms = repo_revision::all(ctx, tx).await?;
        let mut upgrades = Vec::new();
        for theirs in content.forms {
            let Some(form) = forms.iter().find(|form| form.definition.key == theirs.key) else { continue };
            let base = repo_revision::base_in(tx, form.id).await?;
            let (upgrade, merged) = plan(form, base.as_ref(), theirs)?;
            if let Some(merged) = merged {
                if !upgrade.changes.is_empty() {
                    publish::revise(ctx, tx, (form, &merged)).await?;
                    upgrades.push(upgrade);
                }
                repo_revision::set_base(tx, form.id, (&as_base(theirs), content.version)).await?;
            } else {
                upgrades.push(upgrade);
            }
        }
        let new = insert_missing(ctx, tx, content).await?;
        let before = repo_pack::find(tx.connection(), content.key).await?;
        repo_pack::save(ctx, tx, (content.key, content.version)).await?;
        let changed: Vec<&str> = upgrades.iter().map(|upgrade| upgrade.key.as_str()).collect();
        let details = serde_json::json!({
            "pack": content.key, "from": before.map(|pack| pack.version), "to": content.version,
            "changed": changed, "new": new,
        });
        audit::record(ctx, tx, AuditEntry::about_environment("pack.upgraded", ctx).with(details)).await?;
        Ok(upgrades)
    })
    .await
}

/// The form with all its fields marked as the pack's.
fn as_base(form: &FormDefinition) -> FormDefinition {
    let mut form = form.clone();
    form.fields.iter_mut().for_each(|field| field.base = true);
    form
}

/// What comes of one form; no definition when it cannot be brought in.
fn plan(
    form: &Form,
    base: Option<&FormDefinition>,
    theirs: &FormDefinition,
) -> Result<(FormUpgrade, Option<FormDefinition>)> {
    let mine = &form.definition;
    let mut upgrade = FormUpgrade {
        key: theirs.key.clone(),
        name: mine.name.clone(),
        is_new: false,
        changes: Vec::new(),
        conflicts: Vec::new(),
        obstacle: None,
    };
    let Some(base) = base else {
        upgrade.obstacle = Some("OWN_FORM_WITH_THIS_KEY".to_owned());
        return Ok((upgrade, None));
    };
    let (merged, conflicts) = merge(base, &as_base(theirs), mine)?;
    upgrade.conflicts = conflicts;
    if let Some(problem) = merged.check().into_iter().next() {
        upgrade.obstacle = Some(problem.to_string());
        return Ok((upgrade, None));
    }
    upgrade.changes = diff::changes(mine, &merged);
    Ok((upgrade, Some(merged)))
}
