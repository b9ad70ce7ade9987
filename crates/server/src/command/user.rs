use super::{support, tenant::in_words};
use crate::cli::UserCommand;

/// Helps a customer's people.
pub(crate) async fn run(command: UserCommand) -> anyhow::Result<()> {
    let UserCommand::ResetSecondFactor { slug, login, reason, operator, settings } = command;
    let app = settings.start().await?;
    let ctx = support::open(&app, &slug).await?;
    let reset = app.auth.reset_second_factor_for(&ctx, &login, (&operator, &reason)).await;
    app.close().await;
    let user = reset.map_err(in_words)?;
    println!("{} sets 2FA up anew at the next sign-in", user.display_name);
    Ok(())
}
