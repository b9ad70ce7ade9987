//! A server that is killed leaves both the change and its event, or neither.

use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    sync::Arc,
    time::Duration,
};

use kernel::{Actor, Locale, Role, SystemClock, SystemRandom};
use tenancy::{
    Tenancy,
    testing::{TestTenancy, child},
};
use waarborg_domain::{Access, Domain, Request, audit, user};

use crate::stage::{Stage, person};

/// `WAARBORG_TEST_CRASH_LOOPS` for more: a thousand, once.
const LOOPS: u32 = 20;

/// Another server on the same databases, at work until it is killed.
fn writer(test: &TestTenancy) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", "audit_crash::writes_until_it_is_killed", "--nocapture", "--ignored"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    child::tell(&mut command, &test.config());
    command.spawn().unwrap()
}

/// The child of the test below; by itself it is nothing.
#[test]
#[ignore = "started by the test that kills it"]
fn writes_until_it_is_killed() {
    let Some(config) = child::config_of_parent() else { return };
    tenancy::testing::block_on(async {
        let tenancy =
            Box::pin(Tenancy::start(config, Arc::new(SystemClock), Arc::new(SystemRandom))).await.unwrap();
        let entry = tenancy.registry().lookup(&"acme.example.test".parse().unwrap()).unwrap();
        let db = Box::pin(tenancy.open(&entry)).await.unwrap();
        let system = Domain::new(Arc::new(SystemClock), Arc::new(SystemRandom)).ctx(Request {
            db,
            actor: Actor::System,
            access: Access::default(),
            locale: Locale::Nl,
            address: None,
        });
        println!("ready");
        for turn in 0_u32.. {
            let name = format!("kind{}x{turn}", std::process::id());
            user::create(&system, person(&name, Role::Viewer)).await.unwrap();
        }
    });
}

tenancy::on_both_engines! {
    async fn aud_04_a_server_that_is_killed_leaves_the_change_and_its_event_or_neither(test: TestTenancy) {
        let stage = Stage::empty(&test).await;
        let loops = std::env::var("WAARBORG_TEST_CRASH_LOOPS").map_or(LOOPS, |loops| loops.parse().unwrap());
        let (mut written, mut grew) = (0, 0);
        for turn in 0..loops {
            let mut child = writer(&test);
            let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
            assert!(lines.any(|line| line.unwrap().contains("ready")), "the writer begins");
            tokio::time::sleep(Duration::from_millis(20 + u64::from(turn * 37 % 150))).await;
            child.kill().unwrap();
            child.wait().unwrap();
            // Both in one statement: PostgreSQL may yet finish what the killed server had sent it.
            let counts = "SELECT (SELECT COUNT(*) FROM app_user), (SELECT COUNT(*) FROM audit_event)";
            let row = stage.rows(counts).await.remove(0);
            let people: i64 = row.try_get_by_index(0).unwrap();
            assert_eq!(people, row.try_get_by_index::<i64>(1).unwrap(), "after {turn} kills");
            grew += u32::from(people > written);
            written = people;
        }
        assert!(grew > loops / 2, "it wrote in {grew} of {loops} turns");
        let written = stage.number("SELECT COUNT(*) FROM app_user").await;
        let found = audit::verify(&stage.system(), |_, _| std::ops::ControlFlow::Continue(())).await.unwrap().unwrap();
        assert_eq!((found.seq, found.problem), (written, None));
        // Whoever comes next goes on where it ended.
        stage.join("erna", Role::Viewer).await;
        assert_eq!(stage.log().await.len(), usize::try_from(written).unwrap() + 1);
    }
}
