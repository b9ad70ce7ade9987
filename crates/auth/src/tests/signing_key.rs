use tenancy::on_both_engines;

use super::*;
use crate::ABSOLUTE_LIFETIME;

impl Stage {
    async fn takes(&self, session: &NewSession) -> bool {
        self.auth.authenticate(&self.stranger(), &session.token).await.unwrap().is_some()
    }
}

on_both_engines! {
    async fn jwt_07_of_a_thousand_checks_around_a_change_of_key_none_is_refused_on_either_server(test: TestTenancy) {
        let here = Stage::new(&test).await;
        let there = here.on_another_server(&test).await;
        let anna = here.enrolled("anna").await;
        let old = here.session(&anna).await;
        assert!(there.takes(&old).await);
        let checks: Vec<_> = (0..20)
            .map(|number| {
                let (server, old) = (if number % 2 == 0 { here.clone() } else { there.clone() }, old.clone());
                tokio::spawn(async move {
                    let mut good = 0;
                    for _ in 0..50 {
                        good += u32::from(server.takes(&old).await);
                    }
                    good
                })
            })
            .collect();
        assert_eq!(here.auth.rotate_signing_key(&here.system()).await.unwrap(), 2);
        here.pass(30);
        let new = here.session(&anna).await;
        // Before the other server has looked again by itself.
        assert!(there.takes(&new).await);
        let mut good = 0;
        for check in checks {
            good += check.await.unwrap();
        }
        assert_eq!(good, 1_000);
        assert!(here.takes(&old).await && there.takes(&old).await);
        assert_eq!(here.audited("signing_key.rotated").await, 1);
    }

    async fn jwt_07_a_retired_key_is_believed_by_nobody_and_its_longest_session_never_outlives_it(test: TestTenancy) {
        let here = Stage::new(&test).await;
        let there = here.on_another_server(&test).await;
        let anna = here.enrolled("anna").await;
        let late = Duration::seconds(4);
        assert!(there.auth.authenticate(&there.stranger(), &here.session(&anna).await.token).await.unwrap().is_some());
        here.auth.rotate_signing_key(&here.system()).await.unwrap();
        // The other server still signs with the old key, for a few seconds.
        here.clock.advance(late);
        let ticket = there.ticket("anna").await;
        here.pass(30);
        let session = there.verify(&ticket, &there.code(anna.id).await).await.unwrap();
        let old = old_session(&here, &session);
        for _ in 0..24 {
            here.clock.advance(ABSOLUTE_LIFETIME / 24 - Duration::seconds(2));
            assert!(here.takes(&session).await && there.takes(&session).await);
        }
        // Long after its own end, whatever the row says.
        here.clock.advance(Duration::minutes(10));
        for server in [&here, &there] {
            let refused = server.auth.read_token(&server.stranger(), &old, crate::token::Purpose::Session).await;
            assert_eq!(heard(refused), "Unauthenticated");
        }
    }

    async fn jwt_07_of_1_000_tokens_of_a_retired_key_none_is_taken_although_they_have_not_expired(test: TestTenancy) {
        let here = Stage::new(&test).await;
        let there = here.on_another_server(&test).await;
        let anna = here.enrolled("anna").await;
        let session = here.session(&anna).await;
        let old = old_session(&here, &session);
        assert!(here.auth.read_token(&here.stranger(), &old, crate::token::Purpose::Session).await.is_ok());
        here.auth.rotate_signing_key(&here.system()).await.unwrap();
        here.clock.advance(ABSOLUTE_LIFETIME + Duration::seconds(59));
        assert!(here.auth.read_token(&here.stranger(), &old, crate::token::Purpose::Session).await.is_ok());
        here.pass(1);
        let mut taken = 0;
        for number in 0..1_000 {
            let server = if number % 2 == 0 { &here } else { &there };
            let read = server.auth.read_token(&server.stranger(), &old, crate::token::Purpose::Session).await;
            taken += u32::from(read.is_ok());
        }
        assert_eq!(taken, 0);
    }

    async fn jwt_07_a_token_that_names_no_key_or_another_one_is_refused_and_keys_are_the_systems_to_change(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let session = stage.session(&anna).await;
        for ctx in [stage.holder(&session).await, stage.stranger()] {
            assert!(stage.auth.rotate_signing_key(&ctx).await.is_err());
        }
        for number in [0, 2, -1, i32::MAX] {
            let key = stage.system().numbered_key("token", number);
            let forged = crate::token::TokenKey::new(stage.db.tenant_id(), number, &key);
            let token = forged.issue(&grant(&stage, &session)).unwrap();
            assert!(stage.auth.authenticate(&stage.stranger(), &token).await.unwrap().is_none(), "{number}");
        }
        for number in 2..=4 {
            assert_eq!(stage.auth.rotate_signing_key(&stage.system()).await.unwrap(), number);
        }
        assert!(stage.takes(&session).await);
    }
}

/// A token of the first key that says it is good for a year.
fn old_session(stage: &Stage, session: &NewSession) -> SecretText {
    let key = stage.system().numbered_key("token", 1);
    crate::token::TokenKey::new(stage.db.tenant_id(), 1, &key).issue(&grant(stage, session)).unwrap()
}

fn grant(stage: &Stage, session: &NewSession) -> crate::token::Grant {
    let issued_at = kernel::Clock::now(&*stage.clock);
    crate::token::Grant {
        purpose: crate::token::Purpose::Session,
        user: session.user.id,
        id: session.session_id.uuid(),
        issued_at,
        expires_at: issued_at + Duration::days(365),
    }
}
