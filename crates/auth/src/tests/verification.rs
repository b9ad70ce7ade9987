use tenancy::on_both_engines;

use super::*;

on_both_engines! {
    async fn a_password_and_a_code_make_a_session(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let session = stage.session(&anna).await;
        assert_eq!(session.user.id, anna.id);
        let found = stage.auth.authenticate(&stage.stranger(), &session.token).await.unwrap().unwrap();
        assert_eq!((found.access, found.user_id, found.role), (session.access, anna.id, anna.role));
        assert_eq!(stage.audited("user.signed_in").await, 1);
        assert!(crate::account::get(&stage.system(), anna.id).await.unwrap().last_signed_in_at.is_some());
    }

    async fn mfa_02_a_code_works_once_and_its_second_use_sounds_like_a_wrong_one(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let code = stage.code(anna.id).await;
        let (first, second) = (stage.ticket("anna").await, stage.ticket("anna").await);
        assert_eq!(heard(stage.verify(&first, &code).await), "ok");
        assert_eq!(heard(stage.verify(&second, &code).await), BAD_CODE);
        assert_eq!(heard(stage.verify(&second, &stage.wrong_code(anna.id).await).await), BAD_CODE);
        assert_eq!((stage.audited("user.code_replayed").await, stage.audited("user.code_refused").await), (1, 1));
    }

    async fn mfa_04_a_code_of_an_earlier_step_than_the_last_one_is_refused(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let earlier = stage.code(anna.id).await;
        stage.pass(30);
        stage.session(&anna).await;
        let ticket = stage.ticket("anna").await;
        assert_eq!(heard(stage.verify(&ticket, &earlier).await), BAD_CODE);
        stage.pass(30);
        assert_eq!(heard(stage.verify(&ticket, &stage.code(anna.id).await).await), "ok");
    }

    async fn mfa_06_malformed_codes_are_refused_without_being_counted(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let ticket = stage.ticket("anna").await;
        let code = stage.code(anna.id).await;
        let before = stage.audit().await.len();
        for malformed in [
            format!(" {code}"),
            format!("{code} "),
            format!("{} {}", &code[..3], &code[3..]),
            format!("0{code}"),
            format!("+{}", &code[1..]),
            code[1..].to_owned(),
            format!("{code}00"),
            code.chars().map(|digit| char::from_u32(u32::from(digit) + 0xfee0).unwrap()).collect(),
            String::new(),
        ] {
            assert_eq!(heard(stage.verify(&ticket, &malformed).await), BAD_CODE, "{malformed:?}");
        }
        assert_eq!(stage.audit().await.len(), before);
        assert_eq!(heard(stage.verify(&ticket, &code).await), "ok");
    }

    async fn mfa_07_a_colleagues_code_is_refused(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let bram = stage.enrolled("bram").await;
        let ticket = stage.ticket("anna").await;
        assert_eq!(heard(stage.verify(&ticket, &stage.code(bram.id).await).await), BAD_CODE);
        assert_eq!(heard(stage.verify(&ticket, &stage.code(anna.id).await).await), "ok");
    }

    async fn jwt_03_tickets_and_sessions_of_one_environment_are_nothing_in_another(test: TestTenancy) {
        let here = Stage::new(&test).await;
        let there = Stage::at(&test, "other", CHEAP).await;
        let anna = here.enrolled("anna").await;
        there.enrolled("anna").await;
        let session = here.session(&anna).await;
        assert_eq!(there.auth.authenticate(&there.stranger(), &session.token).await.unwrap(), None);
        here.pass(30);
        let ticket = here.ticket("anna").await;
        assert_eq!(heard(there.verify(&ticket, &here.code(anna.id).await).await), "Unauthenticated");
        assert_eq!(heard(here.verify(&ticket, &here.code(anna.id).await).await), "ok");
    }

    async fn of_twenty_verifications_at_once_with_one_code_exactly_one_succeeds(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let code = stage.code(anna.id).await;
        let mut tickets = Vec::new();
        for number in 0..20 {
            // Half of them share one ticket, half have their own.
            let shared = tickets.first().filter(|_| number < 10).cloned();
            tickets.push(match shared {
                Some(ticket) => ticket,
                None => stage.ticket("anna").await,
            });
        }
        let attempts: Vec<_> = tickets
            .into_iter()
            .map(|ticket| {
                let (stage, code) = (stage.clone(), code.clone());
                tokio::spawn(async move { heard(stage.verify(&ticket, &code).await) })
            })
            .collect();
        let mut answers = Vec::new();
        for attempt in attempts {
            answers.push(attempt.await.unwrap());
        }
        assert_eq!(answers.iter().filter(|answer| *answer == "ok").count(), 1, "{answers:?}");
        assert_eq!(stage.audited("user.signed_in").await, 1);
    }

    async fn a_step_is_spent_once_whatever_the_order_of_two_servers(test: TestTenancy) {
        use crate::second_factor::use_step;
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let spent = stage
            .system()
            .write(async |tx| {
                let mut spent = Vec::new();
                for step in [100, 100, 99, 101, 100] {
                    spent.push(use_step(tx, anna.id, step).await?);
                }
                Ok(spent)
            })
            .await
            .unwrap();
        assert_eq!(spent, [true, false, false, true, false]);
    }

    async fn mfa_26_a_ticket_is_worthless_once_it_has_given_a_session(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let ticket = stage.ticket("anna").await;
        assert_eq!(heard(stage.verify(&ticket, &stage.code(anna.id).await).await), "ok");
        stage.pass(30);
        assert_eq!(heard(stage.verify(&ticket, &stage.code(anna.id).await).await), "Unauthenticated");
        assert_eq!(stage.auth.authenticate(&stage.stranger(), &ticket.token).await.unwrap(), None);
        // Forgotten only when its own end has made it worthless.
        stage.pass(10 * 60);
        stage.session(&anna).await;
        assert_eq!(heard(stage.verify(&ticket, &stage.code(anna.id).await).await), "Unauthenticated");
    }

    async fn a_ticket_ends_with_the_password_it_was_given_for_and_with_its_user(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let anna = stage.enrolled("anna").await;
        let ticket = stage.ticket("anna").await;
        stage.pass(1);
        stage.auth.set_password(&stage.system(), anna.id, &"another good password".into()).await.unwrap();
        assert_eq!(heard(stage.verify(&ticket, &stage.code(anna.id).await).await), "Unauthenticated");
        let ticket = stage.sign_in("anna", "another good password").await.unwrap();
        stage.set_status(anna.id, "archived").await;
        assert_eq!(heard(stage.verify(&ticket, &stage.code(anna.id).await).await), "Unauthenticated");
    }
}
