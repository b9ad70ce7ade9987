//! What is wrong with back-ups, told to the operator: in the log, and by mail where there is one.

use domain::mail::Outcome;
use kernel::Result;
use mail::Notice;
use tokio::task::JoinSet;

use super::problems;
use crate::{App, postman::Delivery};

/// Problems that a mail names.
const NAMED: usize = 50;

/// Remembers what was told, so that only changes are.
#[derive(Default)]
pub(super) struct Alert {
    logged: String,
    mailed: String,
    /// A mail on its way: the mail server may take its time, and back-ups go on.
    mailing: JoinSet<Option<String>>,
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
        self.logged.clone_from(&told);
        while let Some(sent) = self.mailing.try_join_next() {
            if let Ok(Some(mailed)) = sent {
                self.mailed = mailed;
            }
        }
        if told != self.mailed
            && self.mailing.is_empty()
            && let (Delivery::Smtp(smtp), Some(operator)) = (&app.delivery, &app.operator)
        {
            let (subject, text) = words(&problems);
            let notice = Notice { to: operator.clone(), subject, text, at: app.domain.now() };
            let smtp = smtp.clone();
            self.mailing.spawn(async move {
                match smtp.tell(&notice).await {
                    Outcome::Later(_) => None,
                    Outcome::Refused(reason) => {
                        tracing::error!(reason, "the operator cannot be mailed");
                        Some(told)
                    }
                    Outcome::Sent => Some(told),
                }
            });
        }
        Ok(())
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
    use super::*;

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
