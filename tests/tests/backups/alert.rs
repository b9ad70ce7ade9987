//! Whoever runs the installation hears what is wrong, by a mail that really arrives.

use chrono::Duration;
use kernel::Role;
use mail::testing::{Demand, MailServer, Received};
use serde_json::Value;
use server::Delivery;
use waarborg_tests::{TestServer, both_engines};

use super::stage::Stage;
use crate::mail::smtp;

fn all_made(seen: &Value) -> bool {
    let runs = seen["runs"].as_array().unwrap();
    runs.len() == 2 && runs.iter().all(|run| run["state"] == "MADE")
}

fn subject(mail: &Received) -> &str {
    mail.header("Subject").unwrap()
}

both_engines! {
    async fn s05_the_operator_is_mailed_when_nobody_proves_back_ups_and_when_somebody_does_again(server: &TestServer) {
        let mut post = MailServer::start(Demand::StartTlsAndPassword).await;
        let mut stage = Stage::without_keeper(server.engine(), |app| {
            app.delivery = Delivery::Smtp(smtp(&post));
            app.operator = Some("wacht@hosting.example".parse().unwrap());
        })
        .await;
        let environment = stage.server.fresh().await;
        let slug = environment.entry.slug.to_string();
        let administrator = environment.client(Role::Administrator).await;
        stage.until(&administrator, all_made).await;
        stage.server.clock.advance(Duration::hours(7));
        let mail = post.next().await;
        assert_eq!(mail.rcpt_to, ["wacht@hosting.example"]);
        assert_eq!(subject(&mail), "Waarborg: back-ups are not as they should be (2)");
        let (kind, _, text) = &mail.parts[0];
        assert_eq!((kind.as_str(), mail.parts.len()), ("text/plain", 1));
        for tier in ["hot", "cold"] {
            assert!(text.contains(&format!("- {slug}: no {tier} back-up was proven since")), "{text}");
        }
        stage.keep(false);
        let mut mail = post.next().await;
        // One store after the other.
        if subject(&mail).ends_with("(1)") {
            mail = post.next().await;
        }
        assert_eq!(subject(&mail), "Waarborg: back-ups are as they should be again");
        assert!(post.is_silent_for(std::time::Duration::from_millis(500)).await, "nothing changes: nothing is told");
    }
}
