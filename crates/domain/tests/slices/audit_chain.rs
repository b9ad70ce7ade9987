//! The chain, what is sealed in it, and what it proves.

use std::{
    ops::ControlFlow,
    sync::{Arc, Mutex},
};

use async_trait::async_trait;
use kernel::{Actor, Error, Locale, PageRequest, Result, Role, SystemRandom, TenantId};
use ledger::{Problem, SignedHead};
use sea_orm::ConnectionTrait;
use serde_json::json;
use tenancy::Tenancy;
use waarborg_domain::{
    Access, Credential, Domain, Request,
    audit::{self, ActorKind, AuditEntry, AuditEvent, AuditFilter, Publication, Witness},
    user::{self, AccountKind},
};

use crate::stage::{Stage, faults};

/// Keeps heads in memory.
#[derive(Default)]
pub(crate) struct MemoryWitness(Mutex<Vec<SignedHead>>);

impl MemoryWitness {
    fn heads(&self) -> Vec<SignedHead> {
        self.0.lock().unwrap().clone()
    }
}

#[async_trait]
impl Witness for MemoryWitness {
    async fn publish(&self, signed: &SignedHead) -> Result<()> {
        self.0.lock().unwrap().push(signed.clone());
        Ok(())
    }

    async fn last(&self, _tenant: TenantId) -> Result<Option<SignedHead>> {
        Ok(self.heads().into_iter().max_by_key(|signed| (signed.head.at, signed.head.seq)))
    }

    async fn all(&self, _tenant: TenantId) -> Result<Vec<SignedHead>> {
        Ok(self.heads())
    }
}

/// The newest hundred events that match.
pub(crate) async fn events(stage: &Stage, filter: &AuditFilter) -> Vec<AuditEvent> {
    audit::list(&stage.system(), filter, &PageRequest::start(100)).await.unwrap().into_items()
}

/// Does to the database what its administrator can.
pub(crate) async fn tamper(stage: &Stage, statements: &[&str]) {
    let done: Result<()> = stage
        .system()
        .write(async |tx| {
            for statement in statements {
                tx.connection().execute_unprepared(statement).await.map_err(Error::internal)?;
            }
            Ok(())
        })
        .await;
    done.unwrap();
}

async fn problem(stage: &Stage) -> Option<Problem> {
    let found = audit::verify(&stage.system(), |_, _| ControlFlow::Continue(())).await.unwrap();
    found.unwrap().problem
}

async fn published(stage: &Stage) -> SignedHead {
    match audit::publish_head(&stage.system()).await.unwrap() {
        Publication::Published(signed) => signed,
        other => panic!("{other:?}"),
    }
}

tenancy::on_both_engines! {
    async fn aud_01_what_the_databases_administrator_does_to_the_log_is_found(test: TestTenancy) {
        for (statements, found) in [
            (["UPDATE audit_event SET action = 'record.created' WHERE seq = 3"].as_slice(), Problem::Edited { seq: 3 }),
            (&["UPDATE audit_event SET at = (SELECT at FROM audit_event WHERE seq = 1), actor_kind = 'user' WHERE seq = 3"], Problem::Edited { seq: 3 }),
            (&["DELETE FROM audit_event WHERE seq = 3"], Problem::Missing { seq: 3 }),
            (&["DELETE FROM audit_event WHERE seq = 1"], Problem::Missing { seq: 1 }),
            (
                &[
                    "UPDATE audit_event SET seq = 1000 WHERE seq = 3",
                    "UPDATE audit_event SET seq = 3 WHERE seq = 4",
                    "UPDATE audit_event SET seq = 4 WHERE seq = 1000",
                ],
                Problem::Edited { seq: 3 },
            ),
            (&["DELETE FROM audit_event WHERE seq >= 4"], Problem::Cut { seq: 4, published: 5 }),
            (&["DELETE FROM audit_event"], Problem::Cut { seq: 1, published: 5 }),
        ] {
            let slug = format!("t{}", statements.concat().bytes().map(u64::from).sum::<u64>() % 100_000);
            let stage = Stage::with_people_at(&test, &slug).await;
            assert_eq!(published(&stage).await.head.seq, 5);
            assert_eq!(problem(&stage).await, None);
            tamper(&stage, statements).await;
            assert_eq!(problem(&stage).await, Some(found.clone()), "{statements:?}");
            let known = audit::chain(&stage.system()).await.unwrap();
            assert_eq!((known.is_intact, known.problem.unwrap().code.as_str()), (Some(false), found.code()));
        }
    }

    async fn aud_01_an_older_copy_that_was_put_back_and_goes_on_is_found_and_never_signed(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        tamper(&stage, &["CREATE TABLE older AS SELECT * FROM audit_event WHERE seq <= 3"]).await;
        published(&stage).await;
        tamper(&stage, &["DELETE FROM audit_event", "INSERT INTO audit_event SELECT * FROM older", "DROP TABLE older"]).await;
        assert_eq!(problem(&stage).await, Some(Problem::Cut { seq: 4, published: 5 }));
        for name in ["anna", "bram", "cato"] {
            stage.join(name, Role::Viewer).await;
        }
        let found = Problem::Rewritten { seq: 1, published: 5 };
        assert_eq!(problem(&stage).await, Some(found.clone()));
        let refused = audit::publish_head(&stage.system()).await.unwrap();
        assert_eq!(refused, Publication::Refused(found));
        assert_eq!(stage.witness.heads().len(), 1);
    }

    async fn aud_12_a_copy_that_was_meant_to_be_put_back_is_told_and_the_log_goes_on_from_it(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        tamper(&stage, &["CREATE TABLE older AS SELECT * FROM audit_event WHERE seq <= 3"]).await;
        published(&stage).await;
        tamper(&stage, &["DELETE FROM audit_event", "INSERT INTO audit_event SELECT * FROM older", "DROP TABLE older"]).await;
        assert_eq!(problem(&stage).await, Some(Problem::Cut { seq: 4, published: 5 }));
        assert!(matches!(audit::record_restore_point(&stage.manager()).await, Err(Error::Forbidden)));

        stage.clock.advance(chrono::Duration::minutes(1));
        assert_eq!(audit::record_restore_point(&stage.system()).await.unwrap(), None);
        let told = stage.details("environment.restored").await;
        assert_eq!(told, [json!({ "seq": 3, "leftBehind": 5 })]);
        assert_eq!(problem(&stage).await, None);
        stage.clock.advance(chrono::Duration::minutes(1));
        let next = published(&stage).await.head;
        assert_eq!((next.seq, next.previous.map(|head| head.seq)), (4, Some(3)));
        assert_eq!(problem(&stage).await, None);
        // What is cut after that is as wrong as ever.
        tamper(&stage, &["DELETE FROM audit_event WHERE seq = 4"]).await;
        assert_eq!(problem(&stage).await, Some(Problem::Cut { seq: 4, published: 4 }));
    }

    async fn aud_12_a_copy_that_was_changed_cannot_be_told_as_meant(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        published(&stage).await;
        tamper(&stage, &["DELETE FROM audit_event WHERE seq > 3", "UPDATE audit_event SET action = 'record.created' WHERE seq = 2"]).await;
        let found = audit::record_restore_point(&stage.system()).await.unwrap();
        assert_eq!(found, Some(Problem::Edited { seq: 2 }));
        assert_eq!(stage.log().await.len(), 3);
        assert_eq!(stage.witness.heads().len(), 1);
    }

    async fn aud_01_the_log_of_another_environment_is_found(test: TestTenancy) {
        let (ours, theirs) = (Stage::with_people(&test).await, Stage::with_people_at(&test, "other").await);
        published(&ours).await;
        let copied = audit::copy_page(&theirs.system(), 0, 100).await.unwrap();
        let verifier = ledger::Verifier::new(
            ours.system().tenant_id(), ours.witness.heads(), &audit::public_key(&ours.system()),
        ).unwrap();
        let found = ledger::verify(verifier, copied.into_iter().map(Ok::<_, ()>)).unwrap();
        assert_eq!(found, Err(Problem::Foreign));
        assert_ne!(audit::public_key(&ours.system()), audit::public_key(&theirs.system()));
    }

    async fn aud_05_200_parallel_writers_on_two_servers_leave_one_chain_without_a_gap(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let second = Box::pin(Tenancy::start(test.config(), test.clock(), Arc::new(SystemRandom))).await.unwrap();
        let entry = second.registry().lookup(&"acme.example.test".parse().unwrap()).unwrap();
        let db = Box::pin(second.open(&entry)).await.unwrap();
        let there = Domain::new(test.clock(), Arc::new(SystemRandom)).ctx(Request {
            db, actor: Actor::System, access: Access::default(), locale: Locale::Nl, address: None,
        });
        let before = stage.log().await.len();
        let (here, person) = (stage.system(), stage.user(Role::Viewer));
        let writers = (0..200).map(|writer| {
            let ctx = if writer % 2 == 0 { here.clone() } else { there.clone() };
            async move {
                ctx.write(async |tx| {
                    audit::record(&ctx, tx, AuditEntry::about("user.created", person).with(json!({ "writer": writer }))).await
                }).await
            }
        });
        let outcomes: Vec<Result<()>> = futures::future::join_all(writers).await;
        assert!(outcomes.iter().all(std::result::Result::is_ok), "{outcomes:?}");
        let log = stage.log().await;
        assert_eq!(log.len(), before + 200);
        assert!(log.iter().map(|(seq, _)| *seq).eq(1..=i64::try_from(log.len()).unwrap()));
        assert_eq!(problem(&stage).await, None);
        drop(there);
        second.close().await;
    }

    async fn aud_09_each_head_goes_on_from_the_one_before_and_none_is_signed_twice(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let first = published(&stage).await;
        assert_eq!(audit::publish_head(&stage.system()).await.unwrap(), Publication::Unchanged);
        stage.join("vera", Role::Viewer).await;
        let second = published(&stage).await;
        let previous = second.head.previous.unwrap();
        assert_eq!((previous.seq, previous.hash), (first.head.seq, first.head.hash));
        let key = audit::public_key(&stage.system());
        assert!(first.is_signed_by(&key) && second.is_signed_by(&key));
        let known = audit::chain(&stage.system()).await.unwrap();
        assert_eq!((known.length, known.published_seq), (6, Some(6)));
        assert_eq!((known.head_hash, known.published_at), (second.head.hash, Some(second.head.at)));
        assert!(matches!(audit::publish_head(&stage.of(Role::Administrator)).await, Err(Error::Forbidden)));
    }

    async fn aud_10_who_is_erased_is_nowhere_in_the_log_and_the_chain_still_holds(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let (viewer, other) = (stage.user(Role::Viewer), stage.user(Role::Employee));
        let by_viewer = stage.of(Role::Viewer);
        by_viewer.write(async |tx| {
            let told = json!({ "changes": { "displayName": ["Vera", "Vera de Vries"] }, "note": "verhuisd" });
            audit::record(&by_viewer, tx, AuditEntry::about("user.created", viewer).with(told)).await?;
            audit::record(&by_viewer, tx, AuditEntry::about("user.created", other).with(json!({ "note": "collega" }))).await
        }).await.unwrap();
        published(&stage).await;

        let administrator = stage.of(Role::Administrator);
        let fresh = Access { fresh_until: Some(stage.clock_in(5)), ..Access::default() };
        let administrator_fresh = administrator.acting_with(administrator.actor(), fresh, Locale::Nl);
        let nothing_else = async |_: &waarborg_domain::WriteTx| Ok(());
        assert!(matches!(user::erase(&administrator, viewer, nothing_else).await, Err(Error::StepUpRequired)));
        assert_eq!(faults(user::erase(&administrator_fresh, viewer, nothing_else).await), ["NOT_ARCHIVED id"]);
        tamper(&stage, &["UPDATE app_user SET status = 'archived' WHERE username = 'viewer'"]).await;
        assert!(matches!(user::erase(&stage.manager(), viewer, nothing_else).await, Err(Error::Forbidden)));
        user::erase(&administrator_fresh, viewer, nothing_else).await.unwrap();
        assert_eq!(faults(user::erase(&administrator_fresh, viewer, nothing_else).await), ["ERASED id"]);

        let erased = user::get(&stage.system(), viewer).await.unwrap();
        assert_eq!(faults(user::restore(&administrator_fresh, viewer, erased.version).await), ["ERASED id"]);
        assert_eq!(erased.display_name, "Gewist persoon");
        assert!(audit::is_erased(stage.system().read(), viewer).await.unwrap());
        let log = events(&stage, &AuditFilter::default()).await;
        let [erasure, about_other, about_self] = [&log[0], &log[1], &log[2]];
        assert_eq!((erasure.action.as_str(), erasure.is_erased), ("user.erased", false));
        // What they did to another is that person's; from where they did it is their own.
        assert_eq!((&about_other.details["note"], &about_other.address, about_other.is_erased), (&json!("collega"), &None, true));
        assert!(about_self.is_erased && about_self.details.is_empty());
        assert_eq!(problem(&stage).await, None);
        // What is said of them from now on is sealed with the environment's own key.
        stage.system().write(async |tx| {
            audit::record(&stage.system(), tx, AuditEntry::about("user.created", viewer).with(json!({ "later": 1 }))).await
        }).await.unwrap();
        assert_eq!(events(&stage, &AuditFilter::default()).await[0].details["later"], 1);
    }

    async fn aud_10_nothing_personal_is_readable_in_the_table(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let ctx = stage.of(Role::Viewer);
        ctx.write(async |tx| {
            let told = json!({ "note": "Zonnebloemstraat 7" });
            audit::record(&ctx, tx, AuditEntry::about("user.created", stage.user(Role::Viewer)).with(told)).await
        }).await.unwrap();
        for part in ["details", "origin"] {
            let sql = format!("SELECT {part} FROM audit_event WHERE {part} IS NOT NULL");
            for row in stage.rows(&sql).await {
                let bytes: Vec<u8> = row.try_get_by_index(0).unwrap();
                let text = String::from_utf8_lossy(&bytes).into_owned();
                assert!(!text.contains("Zonnebloem") && !text.contains("192.0.2"), "{text}");
            }
        }
    }

    async fn events_of_before_the_chain_are_taken_into_it_in_their_order(test: TestTenancy) {
        let stage = Stage::empty(&test).await;
        let at = "'2026-01-05 08:00:00+00:00'";
        let id = |n: u8| match test.engine() {
            tenancy::Engine::Sqlite => format!("x'{n:032x}'"),
            tenancy::Engine::Postgres => format!("'{n:08x}-0000-0000-0000-000000000000'"),
        };
        let insert = |n: u8| format!(
            "INSERT INTO audit_event_unchained (seq, id, at, actor_kind, action, subject_kind, details, address)
             VALUES ({n}, {}, {at}, 'system', 'user.created', 'usr', '{{\"n\": {n}}}', '192.0.2.1')", id(n)
        );
        tamper(&stage, &[&insert(1), &insert(2)]).await;
        stage.join("vera", Role::Viewer).await;
        let log = events(&stage, &AuditFilter::default()).await;
        assert_eq!(log.iter().map(|event| event.seq).collect::<Vec<_>>(), [3, 2, 1]);
        assert_eq!((&log[2].details["n"], log[2].address.as_deref()), (&json!(1), Some("192.0.2.1")));
        assert_eq!(stage.number("SELECT COUNT(*) FROM audit_event_unchained").await, 0);
        assert_eq!(problem(&stage).await, None);
    }

    async fn who_did_it_and_with_what_is_told_of_every_kind_of_actor(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let manager = stage.manager();
        let session: kernel::SessionId = kernel::TypedId::generate(manager.clock(), manager.random());
        let token: kernel::ApiTokenId = kernel::TypedId::generate(manager.clock(), manager.random());
        let of = |kind, credential| Access { kind, credential, ..Access::default() };
        for (actor, access, kind, credential) in [
            (manager.actor(), of(AccountKind::Member, Credential::Session(session)), ActorKind::User, Some(session.to_string())),
            (manager.actor(), of(AccountKind::Member, Credential::ApiToken(token)), ActorKind::ApiToken, Some(token.to_string())),
            (manager.actor(), of(AccountKind::Consultant, Credential::None), ActorKind::Consultant, None),
            (manager.actor(), of(AccountKind::Operator, Credential::None), ActorKind::Operator, None),
            (Actor::System, of(AccountKind::Operator, Credential::None), ActorKind::Operator, None),
            (Actor::System, Access::default(), ActorKind::System, None),
            (Actor::Anonymous, Access::default(), ActorKind::Anonymous, None),
        ] {
            let ctx = manager.acting_with(actor, access, Locale::Nl);
            ctx.write(async |tx| {
                audit::record(&ctx, tx, AuditEntry::about_environment("access.refused", &ctx)).await
            }).await.unwrap();
            let event = events(&stage, &AuditFilter::default()).await.remove(0);
            assert_eq!((event.actor_kind, event.credential, event.is_refusal), (kind, credential, true));
        }
    }

    async fn the_log_is_filtered_searched_and_paged_newest_first(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let manager = stage.manager();
        for turn in 0..3 {
            stage.clock.advance(chrono::Duration::hours(1));
            manager.write(async |tx| {
                audit::record(&manager, tx, AuditEntry::about("record.updated", stage.user(Role::Viewer)).with(json!({ "turn": turn }))).await
            }).await.unwrap();
        }
        let count = async |filter: AuditFilter| audit::count(&stage.system(), &filter).await.unwrap();
        let any = AuditFilter::default;
        assert_eq!(count(any()).await, 8);
        assert_eq!(count(AuditFilter { actions: Some(vec!["record.updated".into()]), ..any() }).await, 3);
        assert_eq!(count(AuditFilter { actor: Some(stage.user(Role::Manager)), ..any() }).await, 3);
        assert_eq!(count(AuditFilter { subject: Some(stage.user(Role::Viewer).to_string()), ..any() }).await, 4);
        let account = kernel::AccountId::from_uuid(stage.user(Role::Viewer).uuid());
        assert_eq!(count(AuditFilter { subject: Some(account.to_string()), ..any() }).await, 4);
        assert_eq!(count(AuditFilter { is_refusal: Some(true), ..any() }).await, 0);
        assert_eq!(count(AuditFilter { search: Some("VIÉWER".into()), ..any() }).await, 4);
        assert_eq!(count(AuditFilter { search: Some("heeft gewijzigd".into()), ..any() }).await, 3);
        assert_eq!(count(AuditFilter { search: Some("%".into()), ..any() }).await, 0);
        let last_hour = stage.clock_in(-30);
        assert_eq!(count(AuditFilter { from: Some(last_hour), ..any() }).await, 1);
        assert_eq!(count(AuditFilter { until: Some(last_hour), ..any() }).await, 7);
        assert_eq!(audit::actions(&stage.system()).await.unwrap(), ["record.updated", "user.created"]);

        let (mut after, mut seen) = (None, Vec::new());
        loop {
            let page = audit::list(&stage.system(), &any(), &PageRequest { first: 3, after }).await.unwrap();
            seen.extend(page.items.iter().map(|(_, event)| event.seq));
            after = page.items.last().map(|(cursor, _)| cursor.clone());
            if !page.has_next { break; }
        }
        assert!(seen.iter().copied().eq((1..=8).rev()), "{seen:?}");
        assert!(matches!(audit::list(&manager, &any(), &PageRequest::start(1)).await, Err(Error::Forbidden)));
        let with_nul = AuditFilter { search: Some("a\0".into()), ..any() };
        assert!(matches!(audit::count(&stage.system(), &with_nul).await, Err(Error::BadRequest { .. })));
    }
}
