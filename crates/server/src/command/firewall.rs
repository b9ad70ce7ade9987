use domain::{
    Access, Ctx,
    firewall::{self, Firewall, Rule},
    user::AccountKind,
};
use kernel::{Actor, Locale};
use tenancy::TenantEntry;

use super::{support, tenant::in_words};
use crate::{App, Settings, cli::FirewallAction};

/// Shows or mends an environment's firewall, as its operator.
pub(crate) async fn run(settings: &Settings, slug: &str, action: FirewallAction) -> anyhow::Result<()> {
    let app = settings.start().await?;
    let tenant = support::entry(&app, slug).await?;
    let outcome = act(&app, &tenant, action).await;
    app.close().await;
    outcome
}

async fn act(app: &App, tenant: &TenantEntry, action: FirewallAction) -> anyhow::Result<()> {
    let (ctx, gates) = (operator(app, tenant).await?, app.tenancy.firewall());
    let firewall = match action {
        FirewallAction::Show => firewall::get(&ctx, gates).await,
        FirewallAction::Reset => firewall::reset(&ctx, gates).await,
        FirewallAction::Confirm => firewall::confirm(&ctx, gates).await,
    };
    print(&ctx, &firewall.map_err(in_words)?);
    for (subject, until) in gates.blocks(tenant.id) {
        println!("kept out until {}: {subject}", until.format("%Y-%m-%d %H:%M UTC"));
    }
    if !matches!(action, FirewallAction::Show) {
        println!("Servers follow within five seconds.");
    }
    Ok(())
}

/// The operator at work: the audit log tells it apart from the product's own doings.
async fn operator(app: &App, tenant: &TenantEntry) -> anyhow::Result<Ctx> {
    let access = Access { kind: AccountKind::Operator, ..Access::default() };
    Ok(app.as_system(tenant).await?.acting_with(Actor::System, access, Locale::default()))
}

fn print(ctx: &Ctx, firewall: &Firewall) {
    println!("version {}", firewall.version);
    print_rules(ctx, &firewall.rules);
    let limits = firewall.limits;
    println!(
        "a minute: {} per address, {} per account, {} per API token; {} at once; over it: {} ({} minutes)",
        limits.per_address_per_minute,
        limits.per_account_per_minute,
        limits.per_token_per_minute,
        limits.concurrent_requests,
        limits.on_trip.as_str(),
        limits.block_minutes,
    );
    if let Some(pending) = &firewall.pending {
        println!("waits for its confirmation until {}:", pending.expires_at.format("%Y-%m-%d %H:%M UTC"));
        print_rules(ctx, &pending.rules);
    }
}

fn print_rules(ctx: &Ctx, rules: &[Rule]) {
    if rules.is_empty() {
        println!("no rules: open to every address");
    }
    for rule in rules {
        let (channel, action, network) =
            (rule.channel.as_str(), rule.action.as_str(), rule.network.to_string());
        let end = match rule.ends_on {
            Some(day) if rule.is_in_force(ctx.now()) => format!("until {day}"),
            Some(day) => format!("ended {day}"),
            None => String::new(),
        };
        println!("{channel:<8} {action:<6} {network:<44} {end:<17} {}", rule.note);
    }
}
