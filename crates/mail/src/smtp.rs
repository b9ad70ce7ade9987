//! The mail server of the operator.

mod address;
mod message;

use std::time::Duration;

use domain::mail::{Mail, Outcome};
use kernel::{EmailAddress, Error, Instant, Result};
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    transport::smtp::{
        self, PoolConfig,
        authentication::Credentials,
        client::{Certificate, Tls, TlsParameters},
        extension::ClientId,
    },
};

use crate::{Sender, compose};
use address::Encryption;
pub use address::{BadSmtpAddress, SmtpAddress};

/// How long the server may take for one step.
const STEP: Duration = Duration::from_secs(30);
/// How long an attempt may take in all.
const ATTEMPT: Duration = Duration::from_mins(1);
/// Connections kept for the next mail, and for how long.
const CONNECTIONS: u32 = 4;
const IDLE: Duration = Duration::from_secs(20);
/// What a server says about us rather than about a mail: that it wants a name and a password, or others
/// (RFC 4954). The operator mends it, and the mail waits for that.
const ABOUT_US: [&str; 6] = ["421", "454", "530", "534", "535", "538"];

/// What an operator decides about mail.
#[derive(Debug, Clone)]
pub struct SmtpSettings {
    /// The mail server.
    pub server: SmtpAddress,
    /// The address all mails come from.
    pub from: EmailAddress,
    /// Where answers go; nowhere in particular when absent.
    pub reply_to: Option<EmailAddress>,
    /// A certificate authority to trust beside the machine's own, as PEM.
    pub authority: Option<Vec<u8>>,
}

/// Something the operator is to know.
#[derive(Debug, Clone)]
pub struct Notice {
    /// Where the operator reads it.
    pub to: EmailAddress,
    /// One line.
    pub subject: String,
    /// As it is read.
    pub text: String,
    /// When it was so.
    pub at: Instant,
}

/// Hands mails to the operator's mail server. Cheap to clone.
#[derive(Clone)]
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: EmailAddress,
    reply_to: Option<EmailAddress>,
}

impl Smtp {
    /// Connects to nothing yet. Must be called inside a tokio runtime.
    pub fn new(settings: &SmtpSettings) -> Result<Self> {
        let SmtpSettings { server, from, reply_to, authority } = settings;
        let tls = || parameters(&server.host, authority.as_deref()).map_err(Error::internal);
        let encryption = match server.encryption {
            Encryption::Implicit => Tls::Wrapper(tls()?),
            Encryption::StartTls => Tls::Required(tls()?),
            Encryption::None => Tls::None,
        };
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&server.host)
            .port(server.port)
            .tls(encryption)
            .timeout(Some(STEP))
            .hello_name(ClientId::Domain(from.host().to_owned()))
            .pool_config(PoolConfig::new().max_size(CONNECTIONS).idle_timeout(IDLE));
        if let Some((name, password)) = &server.credentials {
            builder = builder.credentials(Credentials::new(name.clone(), password.expose().to_owned()));
        }
        Ok(Self { transport: builder.build(), from: from.clone(), reply_to: reply_to.clone() })
    }

    /// Hands a mail over; says how that went. What the mail says is never logged.
    pub async fn send(&self, mail: &Mail, sender: &Sender) -> Outcome {
        let message = compose(mail, sender).and_then(|words| self.message(mail, sender, words));
        self.hand_over(&mail.id.to_string(), message).await
    }

    /// Tells the operator something. It is of no environment, and kept in no queue.
    pub async fn tell(&self, notice: &Notice) -> Outcome {
        self.hand_over("notice", self.notice(notice)).await
    }

    async fn hand_over(&self, id: &str, message: Result<Message>) -> Outcome {
        let message = match message {
            Ok(message) => message,
            Err(error) => {
                tracing::error!(id, cause = ?std::error::Error::source(&error), "a mail cannot be written");
                return Outcome::Refused("cannot be written".to_owned());
            }
        };
        match tokio::time::timeout(ATTEMPT, self.transport.send(message)).await {
            Ok(Ok(_)) => Outcome::Sent,
            Ok(Err(error)) => {
                // The log is the operator's; what is kept for the customer has no address in it.
                tracing::warn!(id, %error, cause = ?std::error::Error::source(&error), "the mail server");
                judge(&error)
            }
            Err(_) => Outcome::Later("no answer in time".to_owned()),
        }
    }
}

fn parameters(host: &str, authority: Option<&[u8]>) -> Result<TlsParameters, smtp::Error> {
    let mut builder = TlsParameters::builder(host.to_owned());
    if let Some(pem) = authority {
        builder = builder.add_root_certificate(Certificate::from_pem(pem)?);
    }
    builder.build_rustls()
}

fn judge(error: &smtp::Error) -> Outcome {
    let code = error.status().map(|code| code.to_string());
    match code {
        Some(code) if error.is_permanent() && !ABOUT_US.contains(&code.as_str()) => {
            Outcome::Refused(format!("refused with {code}"))
        }
        Some(code) => Outcome::Later(format!("not now: {code}")),
        None if error.is_tls() => Outcome::Later("no safe connection".to_owned()),
        None if error.is_timeout() => Outcome::Later("no answer in time".to_owned()),
        None => Outcome::Later("no connection".to_owned()),
    }
}
