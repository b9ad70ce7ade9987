//! One mail of every kind.

use domain::mail::{Letter, Mail};
use kernel::{Clock, EmailAddress, FixedClock, Locale, MailId, SeededRandom};
use waarborg_mail::{Origin, Sender};

pub const TOKEN: &str = "kV3_x9-AbCdEfGhIjKlMnOpQrStUvWxYz0123456789";

pub fn sender() -> Sender {
    let host = "thuiszorg.waarborg.example".to_owned();
    let address = Origin { local_port: 8080 }.of(&host);
    Sender { environment: "Thuiszorg & Zo – Ütrecht".to_owned(), host, address }
}

pub fn letters() -> Vec<Letter> {
    let (username, expires_at) =
        ("e.jansen".to_owned(), FixedClock::default().now() + chrono::Duration::days(7));
    let (who, organisation, by) =
        ("Carla <b>Consult</b>".to_owned(), "Zorg & Advies BV".to_owned(), "Annet de Vries".to_owned());
    let ends_on = chrono::NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
    let link = |make: fn(String, kernel::SecretText, kernel::Instant) -> Letter| {
        make(username.clone(), TOKEN.into(), expires_at)
    };
    vec![
        link(|username, token, expires_at| Letter::Invitation { username, token, expires_at }),
        link(|username, token, expires_at| Letter::PasswordReset { username, token, expires_at }),
        Letter::PasswordChanged {},
        link(|username, token, expires_at| Letter::EmailConfirmation { username, token, expires_at }),
        Letter::EmailChangeRequested { new_email: "eva@nieuw.example".into() },
        Letter::EmailChanged { new_email: "eva@nieuw.example".into() },
        Letter::SecondFactorReset { by: by.clone() },
        Letter::SecondFactorReplaced {},
        Letter::RecoveryCodesRenewed {},
        Letter::RecoveryCodeUsed { left: 7 },
        Letter::PasskeyAdded { name: "Laptop {host}".into() },
        Letter::PasskeyRemoved { name: "Laptop [[body]]".into() },
        Letter::ApiTokenCreated { name: "Power BI".into() },
        Letter::ConsultantAccessGranted {
            name: who.clone(),
            organisation: organisation.clone(),
            ends_on,
            by: by.clone(),
        },
        Letter::ConsultantAccessWithdrawn { name: who, organisation, by },
        Letter::EnvironmentRestored {
            by: Some("Annet de Vries".into()),
            reason: "Verkeerd ingelezen".into(),
            taken_at: "2026-01-04T22:15:00Z".parse().unwrap(),
        },
        Letter::OperatorAccessGranted {
            name: "Otto Operator".into(),
            reason: "Melding 4711: een import loopt vast".into(),
            ends_on,
        },
        Letter::Mentioned {
            by: "Annet de Vries".into(),
            code: "RIS-0012".into(),
            title: "Brand in <de> {host}".into(),
            form_key: "risks".into(),
            number: 12,
        },
        Letter::SignInBlocked { address: Some("203.0.113.9".into()) },
    ]
}

pub fn mail(letter: Letter, locale: Locale, address: &str) -> Mail {
    let clock = FixedClock::default();
    Mail {
        id: MailId::generate(&clock, &SeededRandom::new(1)),
        address: address.parse::<EmailAddress>().unwrap(),
        name: "Mehmet Yılmaz".to_owned(),
        locale,
        letter,
        queued_at: clock.now(),
        attempts: 1,
        expires_at: clock.now() + chrono::Duration::days(3),
    }
}
