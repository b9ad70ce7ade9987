//! What is wrong with back-ups, told to the operator: in the log, and by mail where there is one.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use domain::mail::Outcome;
use kernel::Result;
use mail::{Notice, Smtp};
use sha2::{Digest, Sha256};
use tenancy::BackupLog;
use tokio::task::JoinSet;

use super::problems;
use crate::{App, postman::Delivery};

/// Problems that a mail names.
const NAMED: usize = 50;
/// Under which it is noted what was mailed.
const NAME: &str = "backups";

/// Tells changes only. What was mailed is noted for all servers: whichever leads after a while, or after a restart, goes
/// on from there.
#[derive(Default)]
pub(super) struct Alert {
    logged: String,
    /// A mail on its way: the mail server may take its time, and back-ups go on.
    mailing: JoinSet<()>,
}

impl Alert {
    /// Looks what is wrong, and tells it when that has changed. A mail that the mail server does not take now is tried
    /// again at the next look.
    pub(super) async fn tell(&mut self, app: &App) -> Result<()> {
        let problems: Vec<String> = problems(app).await?.iter().map(ToString::to_string).collect();
        let told = problems.join("; ");
        if told != self.logged && !told.is_empty() {
            tracing::error!(problems = told, "back-ups are not as they should be");
        }
        let (is_fine, hash) = (told.is_empty(), STANDARD.encode(Sha256::digest(&told)));
        self.logged = told;
        while self.mailing.try_join_next().is_some() {}
        let (Delivery::Smtp(smtp), Some(operator)) = (&app.delivery, &app.operator) else { return Ok(()) };
        let log = app.tenancy.backups();
        let is_news = match log.told(NAME).await? {
            Some(before) => before != hash,
            None => !is_fine,
        };
        if is_news && self.mailing.is_empty() {
            let (subject, text) = words(&problems);
            let notice = Notice { to: operator.clone(), subject, text, at: app.domain.now() };
            self.mailing.spawn(mail_it(smtp.clone(), notice, (log, hash)));
        }
        Ok(())
    }
}

async fn mail_it(smtp: Smtp, notice: Notice, (log, hash): (BackupLog, String)) {
    match smtp.tell(&notice).await {
        Outcome::Later(_) => return,
        Outcome::Refused(reason) => tracing::error!(reason, "the operator cannot be mailed"),
        Outcome::Sent => {}
    }
    if let Err(error) = log.note_told(NAME, hash).await {
        tracing::warn!(%error, "that the operator was mailed is not noted: the mail may come again");
    }
}

fn words(problems: &[String]) -> (String, String) {
    if problems.is_empty() {
        let text = "Every environment has its back-ups again, and they are proven.\n";
        return ("Waarborg: back-ups are as they should be again".to_owned(), text.to_owned());
    }
    let mut lines: Vec<String> = problems.iter().take(NAMED).map(|problem| format!("- {problem}")).collect();
    if let more @ 1.. = problems.len().saturating_sub(NAMED) {
        lines.push(format!("- and {more} more"));
    }
    let text = format!(
        "{}\n\nOn the server, `waarborg backup screen` shows how all environments stand. You are mailed again when this \
         changes.\n",
        lines.join("\n")
    );
    (format!("Waarborg: back-ups are not as they should be ({})", problems.len()), text)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use ::mail::{
        SmtpSettings,
        testing::{Demand, MailServer},
    };

    /// Longer than a mail takes to a server beside us.
    const MOMENT: Duration = Duration::from_millis(20);

    /// Looks until the mail is out, if there is one.
    async fn tell(alert: &mut Alert, app: &App) {
        alert.tell(app).await.unwrap();
        while !alert.mailing.is_empty() {
            tokio::time::sleep(MOMENT).await;
            while alert.mailing.try_join_next().is_some() {}
        }
    }

    tenancy::on_both_engines! {
        async fn what_one_server_told_is_not_told_again_by_the_next(test: TestTenancy) {
            let mut post = MailServer::start(Demand::StartTlsAndPassword).await;
            let settings = SmtpSettings {
                server: format!("smtp://waarborg:s3cret@localhost:{}?tls=required", post.port).parse().unwrap(),
                from: "noreply@waarborg.example".parse().unwrap(),
                reply_to: None,
                authority: Some(post.authority.clone()),
            };
            let mut app = Box::pin(App::start_at(test.config(), test.clock())).await.unwrap();
            app.delivery = Delivery::Smtp(Smtp::new(&settings).unwrap());
            app.operator = Some("wacht@hosting.example".parse().unwrap());
            let mut first = Alert::default();
            tell(&mut first, &app).await;
            test.tenant("acme").await;
            test.clock().advance(chrono::Duration::hours(2));
            tell(&mut first, &app).await;
            let mail = post.next().await;
            assert_eq!(mail.header("Subject").unwrap(), "Waarborg: back-ups are not as they should be (2)");
            let mut next = Alert::default();
            tell(&mut next, &app).await;
            tell(&mut first, &app).await;
            test.tenant("other").await;
            test.clock().advance(chrono::Duration::hours(2));
            tell(&mut next, &app).await;
            let mail = post.next().await;
            assert!(mail.header("Subject").unwrap().ends_with("(4)"), "nothing came between: {mail:?}");
            app.close().await;
        }
    }

    #[test]
    fn a_mail_names_what_is_wrong_and_stays_short() {
        let (subject, text) = words(&["acme: there is no hot back-up".to_owned()]);
        assert_eq!(subject, "Waarborg: back-ups are not as they should be (1)");
        assert!(text.starts_with("- acme: there is no hot back-up\n\nOn the server"), "{text}");
        let (subject, text) = words(&vec!["acme".to_owned(); 3_000]);
        assert!(subject.ends_with("(3000)"));
        assert_eq!(text.matches("- acme").count(), NAMED);
        assert!(text.contains("- and 2950 more\n"), "{text}");
        assert!(words(&[]).0.ends_with("again"));
    }
}
