//! An environment comes in from an archive that another installation made.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, anyhow, bail};
use auth::SecretText;
use domain::{
    Access, Ctx, Request, audit, firewall,
    user::{self, AccountKind, User},
};
use export::archive::{Manifest, Opened, Unlock};
use kernel::{Actor, Error, Random, Role};
use tenancy::{Adoption, NewHome, NewTenant, TenantEntry};

use crate::App;

/// What is to come in, and where it will live.
pub struct Import<'a> {
    /// The archive.
    pub archive: &'a Path,
    /// What opens it, when it is encrypted.
    pub unlock: Option<Unlock>,
    /// Its short name here.
    pub slug: String,
    /// Its address here.
    pub host: String,
    /// Its name; that of the archive when absent.
    pub name: Option<String>,
    /// The username or mail address of the administrator who is let in first.
    pub admin: String,
    /// What they sign in with.
    pub password: SecretText,
}

/// What came in.
#[derive(Debug)]
pub struct Imported {
    /// The environment.
    pub environment: Arc<TenantEntry>,
    /// The administrator who can sign in.
    pub admin: User,
    /// What the archive said of itself.
    pub manifest: Manifest,
    /// How many contents files have.
    pub files: u64,
    /// How long those are together.
    pub file_bytes: u64,
}

/// Takes an archive in. It is checked whole before anything is made, and the environment has no address until all of it
/// is there: whatever fails leaves nothing. `told` is given lines for whoever waits.
pub async fn import(app: &App, import: Import<'_>, told: impl Fn(&str)) -> anyhow::Result<Imported> {
    // What an import that was killed left behind.
    app.tenancy.heal().await?;
    told("Checking the archive …");
    let opened =
        Box::pin(Opened::open(import.archive, import.unlock, &app.tenancy.scratch("import"))).await?;
    let manifest = opened.manifest().clone();
    told(&figures(&manifest));
    let tenant = NewTenant {
        slug: import.slug,
        name: import.name.unwrap_or_else(|| manifest.environment.name.clone()),
        host: import.host,
        locale: manifest.environment.locale,
    };
    let home = NewHome { id: manifest.environment.id, tenant };
    let id = home.id;
    let adoption = app.tenancy.adopt_tenant(home).await.map_err(|error| match &error {
        Error::Invalid(errors) if errors.0.iter().any(|error| error.code == "ENVIRONMENT_EXISTS") => {
            anyhow!("the environment {id} is here already: ENVIRONMENT_EXISTS")
        }
        _ => in_words(error),
    })?;
    let arrival = Arrival { app, adoption: &adoption, manifest: &manifest, told: &told };
    let arrived = Box::pin(arrival.complete(opened, (&import.admin, &import.password))).await;
    match arrived {
        Ok((admin, files, file_bytes)) => {
            let environment = adoption.finish().await?;
            Ok(Imported { environment, admin, manifest, files, file_bytes })
        }
        Err(error) => {
            // What went wrong first is what matters; what cannot be removed now, `heal` removes later.
            if let Err(left) = adoption.abandon().await {
                tracing::error!(%left, "what came in could not be removed yet");
            }
            Err(error)
        }
    }
}

/// One line on what an archive holds.
fn figures(manifest: &Manifest) -> String {
    let rows: u64 = manifest.tables.values().map(|table| table.rows).sum();
    let bytes: u64 = manifest.entries.iter().map(|entry| entry.bytes).sum();
    let origin = &manifest.environment;
    format!(
        "The archive is whole: {} of {}, as of {}, {rows} rows, {} entries of {bytes} bytes, {} events in its log",
        origin.name,
        origin.host,
        manifest.taken_at.format("%Y-%m-%d %H:%M UTC"),
        manifest.entries.len(),
        manifest.audit_head.map_or(0, |head| head.seq),
    )
}

/// An environment on its way in.
struct Arrival<'a, F> {
    app: &'a App,
    adoption: &'a Adoption,
    manifest: &'a Manifest,
    told: &'a F,
}

impl<F: Fn(&str)> Arrival<'_, F> {
    /// Database, files, the line in the log, the way in, and the rules of the firewall.
    async fn complete(
        &self,
        opened: Opened,
        (login, password): (&str, &SecretText),
    ) -> anyhow::Result<(User, u64, u64)> {
        (self.told)("Filling the database …");
        opened.load(self.adoption, &kernel::SystemRandom as &dyn Random).await?;
        let ctx = self.ctx().await?;
        let admin = administrator(&ctx, login).await?;
        let mut percent = 0;
        let stored = opened.store_files(self.adoption, |done, total| {
            let now = done * 100 / total.max(1);
            if now >= percent + 10 {
                percent = now;
                (self.told)(&format!("Storing files: {percent} %"));
            }
        });
        let (files, bytes) = Box::pin(stored).await?;
        let origin = serde_json::json!({
            "takenAt": self.manifest.taken_at,
            "waarborg": self.manifest.versions.waarborg,
            "host": self.manifest.environment.host,
        });
        // Before any other line: the log goes on from what the archive held.
        if let Some(problem) = audit::record_import(&ctx, origin).await? {
            bail!("the audit log does not go on from what this installation published of it: {problem}");
        }
        self.app.auth.set_password(&ctx, admin.id, password).await.map_err(in_words)?;
        firewall::reconcile(&ctx, self.app.tenancy.firewall()).await?;
        Ok((admin, files, bytes))
    }

    /// The operator at work: the customer's log says so.
    async fn ctx(&self) -> anyhow::Result<Ctx> {
        let request = Request {
            db: Box::pin(self.adoption.open()).await?,
            actor: Actor::System,
            access: Access { kind: AccountKind::Operator, ..Access::default() },
            locale: self.adoption.tenant().locale,
            address: None,
        };
        Ok(self.app.domain.ctx(request))
    }
}

async fn administrator(ctx: &Ctx, login: &str) -> anyhow::Result<User> {
    let user = user::find_by_login(ctx, login).await?;
    let user = user.with_context(|| format!("nobody in the archive signs in as {login}"))?;
    if user.role != Role::Administrator || user.kind != AccountKind::Member || !user.may_sign_in(ctx.now()) {
        bail!("{login} is not an administrator of the customer's own who may sign in");
    }
    Ok(user)
}

/// An error as the operator can read it.
pub(crate) fn in_words(error: Error) -> anyhow::Error {
    match error {
        Error::Invalid(errors) => {
            let words = errors.0.iter().map(|error| format!("{}: {}", error.path.join("."), error.code));
            anyhow!(words.collect::<Vec<_>>().join("; "))
        }
        other => other.into(),
    }
}
