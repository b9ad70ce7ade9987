use anyhow::{anyhow, bail};
use auth::SecretText;
use domain::{
    grant::OperatorVisit,
    user::{self, NewUser},
};
use kernel::{Locale, Random, Role, SystemRandom};
use packs::Pack;
use tenancy::NewTenant;

use super::{firewall, import};
pub(super) use crate::importing::in_words;
use crate::{Settings, cli::TenantCommand, demo};

/// Makes or lists environments.
pub(crate) async fn run(command: TenantCommand) -> anyhow::Result<()> {
    match command {
        TenantCommand::List { settings } => list(&settings).await,
        TenantCommand::Import { archive, identity, passphrase_file, slug, host, name, admin, settings } => {
            let asked = import::Asked { archive, identity, passphrase_file, slug, host, name, admin };
            import::run(&settings, asked).await
        }
        TenantCommand::Support { slug, name, email, reason, hours, role, operator, settings } => {
            let role = role.parse().map_err(|()| anyhow!("--role must be a role's name"))?;
            let visit = OperatorVisit {
                display_name: name,
                username: operator_username(&email),
                email,
                organisation: operator,
                reason,
                role,
                hours,
            };
            super::support::run(&settings, &slug, visit).await
        }
        TenantCommand::RotateKeys { slug, all: _, settings } => rotate_keys(&settings, slug.as_deref()).await,
        TenantCommand::Move { slug, to, settings } => super::relocate::run(&settings, &slug, &to).await,
        TenantCommand::Firewall { slug, action, settings } => firewall::run(&settings, &slug, action).await,
        TenantCommand::Create { slug, name, host, locale, admin, admin_email, admin_name, settings } => {
            let locale: Locale = locale.parse().map_err(|()| anyhow!("--locale must be nl or en"))?;
            let tenant = NewTenant { slug, name, host, locale };
            let admin = NewUser {
                username: admin,
                email: admin_email,
                display_name: admin_name,
                role: Role::Administrator,
                locale,
            };
            create(&settings, tenant, admin).await
        }
    }
}

async fn create(settings: &Settings, tenant: NewTenant, admin: NewUser) -> anyhow::Result<()> {
    let app = settings.start().await?;
    let entry = app.tenancy.create_tenant(tenant).await.map_err(in_words)?;
    let ctx = app.as_system(&entry).await?;
    demo::install(&ctx, &Pack::builtin()?).await?;
    let user = user::create(&ctx, admin).await.map_err(in_words)?;
    let password = first_password();
    app.auth.set_password(&ctx, user.id, &SecretText::from(password.clone())).await?;
    app.close().await;
    println!("{} is at {}", entry.name, entry.host);
    println!("{} signs in as {} with {password}, and sets up 2FA then", user.display_name, user.username);
    Ok(())
}

async fn list(settings: &Settings) -> anyhow::Result<()> {
    let app = settings.start().await?;
    for tenant in app.tenancy.list_tenants().await? {
        println!("{:<24} {:<40} {:<10} {}", tenant.slug, tenant.host, tenant.status.as_str(), tenant.name);
    }
    app.close().await;
    Ok(())
}

/// What somebody of the operator's signs in with: nobody of the customer's has such a name by chance.
fn operator_username(email: &str) -> String {
    let name = email.split('@').next().unwrap_or_default();
    let is_kept = |c: &char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
    format!("operator-{}", name.chars().filter(is_kept).take(50).collect::<String>())
}

/// Gives one environment, or each, a new key to sign with.
async fn rotate_keys(settings: &Settings, slug: Option<&str>) -> anyhow::Result<()> {
    let app = settings.start().await?;
    let mut tenants = app.tenancy.list_tenants().await?;
    tenants
        .retain(|tenant| tenant.status.has_address() && slug.is_none_or(|slug| tenant.slug.as_str() == slug));
    if let (true, Some(slug)) = (tenants.is_empty(), slug) {
        bail!("there is no environment {slug}");
    }
    for tenant in &tenants {
        let ctx = app.as_system(tenant).await?;
        let number = app.auth.rotate_signing_key(&ctx).await?;
        println!("{} signs with key {number}", tenant.slug);
    }
    app.close().await;
    Ok(())
}

/// 20 letters and digits that are not easily mistaken for one another: 100 bits.
pub(super) fn first_password() -> String {
    const LETTERS: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz234567892";
    let mut bytes = [0_u8; 20];
    SystemRandom.fill(&mut bytes);
    let letter = |byte: &u8| LETTERS.get(usize::from(byte % 32)).copied().map_or('a', char::from);
    bytes.chunks(5).map(|five| five.iter().map(letter).collect::<String>()).collect::<Vec<_>>().join("-")
}
