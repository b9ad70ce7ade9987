//! The operator's screen, in a terminal that `script` makes.

use std::{process::Stdio, time::Duration};

use tenancy::testing::{TestTenancy, block_on, child};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    process::Command,
    time::timeout,
};

/// Longer than anything here takes.
const PATIENCE: Duration = Duration::from_secs(30);
/// What a terminal is told when a program that had all of it gives it back.
const GIVEN_BACK: &str = "\u{1b}[?1049l";

fn options(test: &TestTenancy) -> String {
    let options = child::options(&test.config());
    options.iter().map(|option| format!("'{}'", option.to_str().unwrap())).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_screen_is_drawn_in_a_terminal_and_gives_it_back() {
    block_on(async {
        let test = Box::pin(TestTenancy::sqlite()).await;
        Box::pin(test.tenant("acme")).await;
        test.tenancy().close().await;
        let (program, options) = (env!("CARGO_BIN_EXE_waarborg"), options(&test));
        let command = format!("stty rows 30 cols 120; '{program}' backup screen --locale en {options}");
        let mut child = Command::new("script")
            .args(["--quiet", "--return", "--command", &command, "/dev/null"])
            .env("TERM", "xterm-256color")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let (mut keys, mut screen) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let mut told = String::new();
        let drawn = async {
            let mut bytes = [0; 4096];
            while !(told.contains("acme") && told.contains("q quit")) {
                let read = screen.read(&mut bytes).await.unwrap();
                assert_ne!(read, 0, "it ended: {told}");
                told.push_str(&String::from_utf8_lossy(&bytes[..read]));
            }
        };
        timeout(PATIENCE, drawn).await.expect("it is drawn");
        keys.write_all(b"q").await.unwrap();
        let mut rest = Vec::new();
        timeout(PATIENCE, screen.read_to_end(&mut rest)).await.expect("it ends").unwrap();
        assert!(child.wait().await.unwrap().success());
        assert!(String::from_utf8_lossy(&rest).contains(GIVEN_BACK));
    });
}

#[test]
fn elsewhere_than_in_a_terminal_it_says_what_to_use_in_its_place() {
    block_on(async {
        let test = Box::pin(TestTenancy::sqlite()).await;
        test.tenancy().close().await;
        let mut command = Command::new(env!("CARGO_BIN_EXE_waarborg"));
        command.args(["backup", "screen"]).args(child::options(&test.config()));
        let output = command.stdin(Stdio::null()).output().await.unwrap();
        assert!(!output.status.success());
        assert!(String::from_utf8_lossy(&output.stderr).contains("waarborg backup status"));
    });
}
