//! What an operator decides about mail.

use std::path::PathBuf;

use anyhow::{Context, bail};
use clap::Args;
use kernel::EmailAddress;
use mail::{SmtpAddress, SmtpSettings};

/// The mail server, and whom mails are from.
#[derive(Debug, Clone, Args)]
pub(crate) struct MailSettings {
    /// The mail server: `smtps://name:password@host:465`, or `smtp://name:password@host:587`, which has to
    /// know STARTTLS unless it is on this machine. Without one, mails wait in their queues.
    #[arg(long, env = "WAARBORG_SMTP_URL", hide_env_values = true)]
    smtp_url: Option<String>,
    /// A certificate authority to trust for the mail server beside the machine's own: a PEM file.
    #[arg(long, env = "WAARBORG_SMTP_CA_FILE")]
    smtp_ca_file: Option<PathBuf>,
    /// The address all mails come from; the name beside it is the environment's.
    #[arg(long, env = "WAARBORG_MAIL_FROM")]
    mail_from: Option<EmailAddress>,
    /// Where answers to mails go, e.g. a service desk.
    #[arg(long, env = "WAARBORG_MAIL_REPLY_TO")]
    mail_reply_to: Option<EmailAddress>,
    /// Whom a mail is sent when back-ups are not as they should be, and when they are again: somebody on call.
    #[arg(long, env = "WAARBORG_OPERATOR_MAIL")]
    operator_mail: Option<EmailAddress>,
}

impl MailSettings {
    /// The way to the mail server, if there is one.
    pub(crate) fn smtp(&self) -> anyhow::Result<Option<SmtpSettings>> {
        let Some(url) = &self.smtp_url else {
            if self.mail_from.is_some() || self.smtp_ca_file.is_some() || self.operator_mail.is_some() {
                bail!("--mail-from, --smtp-ca-file and --operator-mail need --smtp-url");
            }
            return Ok(None);
        };
        // Parsed here rather than by clap, which would print the password with its message.
        let server: SmtpAddress = url.parse().context("--smtp-url cannot be read")?;
        let from = self.mail_from.clone().context("--smtp-url needs --mail-from")?;
        let read = |path: &PathBuf| {
            std::fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
        };
        let authority = self.smtp_ca_file.as_ref().map(read).transpose()?;
        Ok(Some(SmtpSettings { server, from, reply_to: self.mail_reply_to.clone(), authority }))
    }

    /// Who is told what is wrong.
    pub(crate) fn operator(&self) -> Option<EmailAddress> {
        self.operator_mail.clone()
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        mail: MailSettings,
    }

    fn read(arguments: &[&str]) -> anyhow::Result<Option<SmtpSettings>> {
        Line::try_parse_from([&["waarborg"], arguments].concat())?.mail.smtp()
    }

    #[test]
    fn a_mail_server_needs_a_sender_and_a_sender_a_mail_server() {
        let url = "smtps://name:secret@mail.example";
        assert!(read(&[]).unwrap().is_none());
        assert!(read(&["--smtp-url", url, "--mail-from", "noreply@zorg.example"]).unwrap().is_some());
        assert!(read(&["--smtp-url", url]).is_err());
        assert!(read(&["--mail-from", "noreply@zorg.example"]).is_err());
        assert!(read(&["--operator-mail", "wacht@zorg.example"]).is_err());
        assert!(read(&["--smtp-url", url, "--mail-from", "no address"]).is_err());
        let told = read(&["--smtp-url", "http://name:secret@x", "--mail-from", "a@b.nl"]).unwrap_err();
        assert!(!format!("{told:#}").contains("secret"), "{told:#}");
    }
}
