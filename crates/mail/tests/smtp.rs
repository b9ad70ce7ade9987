//! Mails through a real mail server.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    missing_docs,
    unreachable_pub,
    reason = "a test"
)]

mod sample;

use std::time::Duration;

use domain::mail::{Letter, Outcome};
use kernel::{Clock, FixedClock, Locale};
use sample::{TOKEN, letters, mail, sender};
use waarborg_mail::{
    Notice, Smtp, SmtpSettings,
    testing::{Demand, MailServer},
};

fn settings(server: &MailServer, address: &str) -> SmtpSettings {
    SmtpSettings {
        server: address.replace("PORT", &server.port.to_string()).parse().unwrap(),
        from: "noreply@waarborg.example".parse().unwrap(),
        reply_to: None,
        authority: Some(server.authority.clone()),
    }
}

async fn send_as(settings: &SmtpSettings, letter: Letter, to: &str) -> Outcome {
    Smtp::new(settings).unwrap().send(&mail(letter, Locale::Nl, to), &sender()).await
}

#[tokio::test]
async fn the_operator_is_told_in_plain_text_on_one_line_of_subject() {
    let mut server = MailServer::start(Demand::Nothing).await;
    let smtp = Smtp::new(&settings(&server, "smtp://127.0.0.1:PORT")).unwrap();
    let notice = Notice {
        to: "wacht@waarborg.example".parse().unwrap(),
        subject: "Back-ups\r\nBcc: x@y.example".to_owned(),
        text: "- zorg: er is geen back-up – nóg niet\n".to_owned(),
        at: FixedClock::default().now(),
    };
    assert_eq!(smtp.tell(&notice).await, Outcome::Sent);
    let got = server.next().await;
    assert_eq!((got.defects.len(), got.rcpt_to.join(",").as_str()), (0, "wacht@waarborg.example"));
    assert_eq!(got.header("Subject").unwrap(), "Back-ups  Bcc: x@y.example");
    assert_eq!(got.header("From").unwrap(), "Waarborg <noreply@waarborg.example>");
    assert_eq!(got.header("Auto-Submitted").unwrap(), "auto-generated");
    assert!(got.header("Message-ID").is_some() && got.header("Bcc").is_none());
    let (kind, _, text) = &got.parts[0];
    assert_eq!((kind.as_str(), text.trim()), ("text/plain", "- zorg: er is geen back-up – nóg niet"));
}

#[tokio::test]
async fn a_mail_arrives_with_text_and_html_in_utf_8_and_names_as_people_write_them() {
    let mut server = MailServer::start(Demand::Nothing).await;
    let settings = SmtpSettings {
        reply_to: Some("servicedesk@waarborg.example".parse().unwrap()),
        ..settings(&server, "smtp://127.0.0.1:PORT")
    };
    for letter in letters() {
        let kind = letter.kind();
        assert_eq!(send_as(&settings, letter, "mehmet@zorg.example").await, Outcome::Sent, "{kind}");
        let got = server.next().await;
        assert_eq!(got.defects, Vec::<String>::new(), "{kind}");
        assert_eq!(
            (got.mail_from.as_str(), got.rcpt_to.join(",").as_str()),
            ("noreply@waarborg.example", "mehmet@zorg.example")
        );
        let header = |name: &str| got.header(name).unwrap_or_else(|| panic!("{kind} has no {name}"));
        assert_eq!(header("From"), "Thuiszorg & Zo – Ütrecht <noreply@waarborg.example>");
        assert_eq!(header("To"), "Mehmet Yılmaz <mehmet@zorg.example>");
        assert_eq!(header("Reply-To"), "servicedesk@waarborg.example");
        assert_eq!(header("Auto-Submitted"), "auto-generated");
        assert_eq!(header("Content-Language"), "nl");
        assert!(header("Message-ID").ends_with("@waarborg.example>"));
        assert_eq!(header("Date"), "Mon, 05 Jan 2026 08:00:00 +0000");
        assert_eq!(got.content_type, "multipart/alternative");
        let types: Vec<_> = got.parts.iter().map(|(kind, set, _)| (kind.as_str(), set.as_str())).collect();
        assert_eq!(types, [("text/plain", "utf-8"), ("text/html", "utf-8")], "{kind}");
        assert!(got.parts[0].2.starts_with("Beste Mehmet Yılmaz,"), "{}", got.parts[0].2);
        assert!(got.parts[1].2.contains("Beste Mehmet Yılmaz,"), "{kind}");
    }
}

#[tokio::test]
async fn the_link_arrives_whole() {
    let mut server = MailServer::start(Demand::Nothing).await;
    send_as(&settings(&server, "smtp://localhost:PORT"), letters().remove(0), "a@zorg.example").await;
    let link = format!("https://thuiszorg.waarborg.example/invitation?token={TOKEN}");
    for (_, _, text) in server.next().await.parts {
        assert!(text.contains(&link), "{text}");
    }
}

#[tokio::test]
async fn a_name_with_a_line_break_begins_no_header() {
    let mut server = MailServer::start(Demand::Nothing).await;
    let smtp = Smtp::new(&settings(&server, "smtp://127.0.0.1:PORT")).unwrap();
    let mut hostile =
        mail(Letter::PasskeyAdded { name: "x\r\nBcc: b@evil.example".into() }, Locale::En, "a@zorg.example");
    hostile.name = "Eva\r\nBcc: c@evil.example\r\n\r\nbody".into();
    let mut from = sender();
    from.environment = "Zorg\r\nX-Evil: 1".into();
    assert_eq!(smtp.send(&hostile, &from).await, Outcome::Sent);
    let got = server.next().await;
    assert_eq!(got.rcpt_to, ["a@zorg.example"]);
    assert!(got.header("Bcc").is_none() && got.header("X-Evil").is_none(), "{:?}", got.headers);
    assert_eq!(got.parts.len(), 2);
}

#[tokio::test]
async fn a_server_that_is_busy_gets_the_mail_later_and_one_that_knows_nobody_never() {
    let server = MailServer::start(Demand::Nothing).await;
    let settings = settings(&server, "smtp://127.0.0.1:PORT");
    let smtp = Smtp::new(&settings).unwrap();
    let to = |address| mail(Letter::PasswordChanged {}, Locale::En, address);
    for _ in 0..2 {
        assert_eq!(
            smtp.send(&to("busy@zorg.example"), &sender()).await,
            Outcome::Later("not now: 451".into())
        );
    }
    assert_eq!(smtp.send(&to("busy@zorg.example"), &sender()).await, Outcome::Sent);
    assert_eq!(
        smtp.send(&to("gone@zorg.example"), &sender()).await,
        Outcome::Refused("refused with 550".into())
    );
}

#[tokio::test]
async fn without_starttls_nothing_is_sent_in_the_clear() {
    let mut server = MailServer::start(Demand::Nothing).await;
    let strict = settings(&server, "smtp://localhost:PORT?tls=required");
    let outcome = send_as(&strict, Letter::PasswordChanged {}, "a@zorg.example").await;
    assert!(matches!(outcome, Outcome::Later(_)), "{outcome:?}");
    assert!(server.is_silent_for(Duration::from_millis(300)).await);
}

#[tokio::test]
async fn with_starttls_name_and_password_a_mail_arrives_encrypted() {
    let mut server = MailServer::start(Demand::StartTlsAndPassword).await;
    let good = settings(&server, "smtp://waarborg:s3cret@localhost:PORT?tls=required");
    assert_eq!(send_as(&good, Letter::PasswordChanged {}, "a@zorg.example").await, Outcome::Sent);
    assert!(server.next().await.is_encrypted);
}

#[tokio::test]
async fn a_certificate_nobody_vouches_for_and_a_wrong_password_leave_the_mail_waiting() {
    let mut server = MailServer::start(Demand::StartTlsAndPassword).await;
    let good = settings(&server, "smtp://waarborg:s3cret@localhost:PORT?tls=required");
    let unknown = SmtpSettings { authority: None, ..good };
    let wrong = settings(&server, "smtp://waarborg:wrong@localhost:PORT?tls=required");
    let nobody = settings(&server, "smtp://localhost:PORT?tls=required");
    for settings in [unknown, wrong, nobody] {
        let outcome = send_as(&settings, Letter::PasswordChanged {}, "a@zorg.example").await;
        assert!(matches!(outcome, Outcome::Later(_)), "{outcome:?}");
    }
    assert!(server.is_silent_for(Duration::from_millis(300)).await);
}

#[tokio::test]
async fn a_server_that_is_not_there_leaves_the_mail_waiting() {
    let server = MailServer::start(Demand::Nothing).await;
    let settings = settings(&server, "smtp://127.0.0.1:PORT");
    drop(server);
    tokio::time::sleep(Duration::from_millis(300)).await;
    let outcome = send_as(&settings, Letter::PasswordChanged {}, "a@zorg.example").await;
    assert!(matches!(outcome, Outcome::Later(_)), "{outcome:?}");
}
