//! What is drawn, and what keys do; the loop around it needs a terminal.

use ::backup::KeeperHealth;
use chrono::TimeDelta;
use domain::audit::{self, AuditFilter};
use kernel::{
    BackupRunId, Clock, Error, FixedClock, Instant, Locale, PageRequest, RestoreId, SeededRandom, TenantId,
    UserError, UserErrors,
};
use ratatui::{
    Terminal,
    backend::TestBackend,
    crossterm::event::{KeyCode, KeyEvent, KeyModifiers},
};
use tenancy::{
    BackupFigures, BackupPlan, BackupProof, BackupReason, BackupRun, BackupState, BackupTier, Restore,
    RestorePurpose, RestoreState,
};

use super::{
    data::{self, Busy, Opened, Overview, Place, Row},
    deed::{self, Deed},
    draw,
    state::{Screen, View},
    words::Words,
};
use crate::{App, backups::Health};

fn hours_ago(hours: i64) -> Instant {
    FixedClock::default().now() - TimeDelta::hours(hours)
}

fn tenant(seed: u64) -> TenantId {
    TenantId::generate(&FixedClock::default(), &SeededRandom::new(seed))
}

fn row(seed: u64, (slug, name): (&str, &str), health: Health) -> Row {
    let place =
        Place { health, taken_at: Some(hours_ago(3)), proven: Some(hours_ago(3)), next_at: hours_ago(-9) };
    let places = [place, Place { health: Health::Fine, ..place }];
    Row { id: tenant(seed), slug: slug.to_owned(), name: name.to_owned(), places, busy: Busy::default() }
}

fn run(seed: u64, state: BackupState) -> BackupRun {
    let (clock, random) = (FixedClock::default(), SeededRandom::new(seed));
    let hours = i64::try_from(seed).unwrap();
    let at = hours_ago(hours);
    let is_made = state.is_made();
    let figures =
        BackupFigures { sequence: 1, taken_at: at, database_bytes: 5_400_000, files: 3, file_bytes: 600_000 };
    let outcome = if state == BackupState::Refuted { Err("a table differs".to_owned()) } else { Ok(1) };
    BackupRun {
        id: BackupRunId::generate(&clock, &random),
        tenant: tenant(1),
        tier: BackupTier::Hot,
        reason: BackupReason::Schedule,
        due_at: at,
        state,
        attempts: 1,
        begun_at: at,
        seen_at: at,
        progress: (45, 100),
        finished_at: is_made.then_some(at),
        made: is_made.then_some(figures),
        failure: None,
        proof: (is_made && state != BackupState::Made).then_some(BackupProof {
            begun_at: at,
            finished_at: at,
            outcome,
        }),
        removed_at: None,
    }
}

fn restore(state: RestoreState) -> Restore {
    Restore {
        id: RestoreId::generate(&FixedClock::default(), &SeededRandom::new(9)),
        tenant: tenant(1),
        purpose: RestorePurpose::PutBack,
        backup: run(3, BackupState::Proven).id,
        asked_by: None,
        asked_at: hours_ago(0),
        reason: "Verkeerde import".to_owned(),
        state,
        seen_at: hours_ago(0),
        sealed_identity: None,
        safety: None,
        finished_at: None,
        failure: None,
    }
}

fn overview() -> Overview {
    let rows = vec![
        row(2, ("zorg", "Zorggroep De Vaart"), Health::Overdue),
        row(1, ("acme", "Acme BV"), Health::Fine),
    ];
    Overview { now: hours_ago(0), rows, keeper: KeeperHealth::Fine(hours_ago(5)) }
}

fn opened(restore: Option<Restore>) -> Opened {
    let runs = vec![run(3, BackupState::Proven), run(1, BackupState::Running), run(15, BackupState::Refuted)];
    Opened { tenant: tenant(1), runs, restore }
}

fn screen(locale: Locale) -> Screen {
    Screen::new(Words::of(locale), overview())
}

fn press(screen: &mut Screen, code: KeyCode) -> Option<Deed> {
    screen.press(KeyEvent::new(code, KeyModifiers::NONE))
}

fn write(screen: &mut Screen, text: &str) {
    for typed in text.chars() {
        assert_eq!(press(screen, KeyCode::Char(typed)), None);
    }
}

fn drawn(screen: &mut Screen, (width, height): (u16, u16)) -> String {
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    terminal.draw(|frame| draw::all(frame, screen)).unwrap();
    terminal.backend().to_string()
}

#[test]
fn environments_that_need_somebody_are_first_and_say_why() {
    let mut screen = screen(Locale::Nl);
    let text = drawn(&mut screen, (110, 14));
    let at = |needle: &str| text.find(needle).unwrap_or_else(|| panic!("{needle} in {text}"));
    assert!(at("zorg") < at("acme"), "{text}");
    at("Omgevingen die aandacht vragen: 1 / 2");
    at("✗ te laat, 3 uur");
    at("✓ bewezen, 3 uur");
    at("Proef met een beschadigde kopie: opgemerkt");
    let narrow = drawn(&mut screen, (80, 14));
    assert!(narrow.contains("✗ te laat") && narrow.contains("✓ 3 uur"), "{narrow}");
    let mut english = Screen::new(Words::of(Locale::En), overview());
    assert!(drawn(&mut english, (110, 14)).contains("Environments that need attention: 1 / 2"));
}

#[test]
fn a_name_writes_nothing_to_the_terminal_but_itself() {
    let mut screen = screen(Locale::Nl);
    screen.overview.rows[1].name = "Acme \u{1b}]0;weg\u{7}\u{1b}[2J\r\nBV".to_owned();
    let text = drawn(&mut screen, (200, 14));
    assert!(text.contains("acme Acme ]0;weg[2JBV"), "{text}");
    assert!(!text.contains(|c: char| c.is_control() && c != '\n'), "{text}");
}

#[test]
fn an_environment_is_found_by_a_part_of_its_name_and_opened() {
    let mut screen = screen(Locale::Nl);
    press(&mut screen, KeyCode::Char('/'));
    write(&mut screen, "BV");
    assert!(!drawn(&mut screen, (110, 14)).contains("zorg"));
    press(&mut screen, KeyCode::Enter);
    assert_eq!(press(&mut screen, KeyCode::Enter), Some(Deed::Open(tenant(1))));
    press(&mut screen, KeyCode::Char('/'));
    write(&mut screen, "nergens");
    assert!(drawn(&mut screen, (110, 14)).contains("Geen omgeving past"));
    assert_eq!(press(&mut screen, KeyCode::Esc), None);
    assert_eq!(screen.rows().len(), 2);
}

#[test]
fn what_is_chosen_stays_chosen_when_the_order_changes() {
    let mut screen = screen(Locale::Nl);
    press(&mut screen, KeyCode::Down);
    let mut changed = overview();
    changed.rows.reverse();
    screen.renew(changed, None);
    assert_eq!(press(&mut screen, KeyCode::Enter), Some(Deed::Open(tenant(1))));
}

#[test]
fn only_a_proven_back_up_is_put_back_and_only_with_a_reason_and_the_name() {
    let mut screen = screen(Locale::Nl);
    screen.open(opened(None));
    press(&mut screen, KeyCode::Down);
    press(&mut screen, KeyCode::Enter);
    assert!(
        drawn(&mut screen, (110, 24)).contains("Terugzetten kan alleen naar een back-up die bewezen is.")
    );
    press(&mut screen, KeyCode::Up);
    press(&mut screen, KeyCode::Enter);
    write(&mut screen, "Alles gewist");
    press(&mut screen, KeyCode::Enter);
    write(&mut screen, "Acme");
    let asked = press(&mut screen, KeyCode::Enter);
    let backup = run(3, BackupState::Proven).id;
    let (reason, name) = ("Alles gewist".to_owned(), "Acme".to_owned());
    assert_eq!(asked, Some(Deed::PutBack { tenant: tenant(1), backup, reason, name }));
    let refused = UserErrors(vec![UserError::at("CONFIRMATION_DIFFERS", &["confirmation"])]);
    screen.tell(Error::Invalid(refused));
    let text = drawn(&mut screen, (110, 24));
    assert!(text.contains("Dit is niet de naam van de omgeving."), "{text}");
    assert!(text.contains("› Alles gewist"), "nothing that was typed is lost: {text}");
    assert_eq!(press(&mut screen, KeyCode::Esc), None);
    assert!(matches!(screen.view, View::Backups));
}

#[test]
fn a_restore_shows_its_steps_and_can_be_withdrawn_until_it_is_done() {
    let mut screen = screen(Locale::En);
    screen.open(opened(Some(restore(RestoreState::Waiting))));
    let text = drawn(&mut screen, (110, 24));
    assert!(text.contains("✓ asked for   ▸ waiting for the keeper   ○ being restored   ○ done"), "{text}");
    assert!(text.contains("step 2 / 4"), "{text}");
    let id = restore(RestoreState::Waiting).id;
    assert_eq!(press(&mut screen, KeyCode::Char('x')), Some(Deed::Cancel(tenant(1), id)));
    screen.open(opened(Some(restore(RestoreState::Restoring))));
    assert_eq!(press(&mut screen, KeyCode::Char('x')), None);
    let mut failed = restore(RestoreState::Failed);
    failed.failure = Some(("HANDOVER_TIMED_OUT".to_owned(), "no answer".to_owned()));
    screen.open(opened(Some(failed)));
    assert!(drawn(&mut screen, (110, 24)).contains("✗ failed: HANDOVER_TIMED_OUT no answer"));
}

#[test]
fn what_is_being_made_shows_how_far_it_is_and_a_bad_one_what_is_wrong() {
    let mut screen = screen(Locale::Nl);
    screen.open(opened(None));
    let text = drawn(&mut screen, (80, 24));
    assert!(text.contains(" 45 % ████"), "{text}");
    assert!(text.contains("✗ afgekeurd: a table differs"), "{text}");
    assert!(text.contains("6.0 MB"), "{text}");
}

#[test]
fn a_window_of_any_size_shows_something_and_keys_of_all_kinds_break_nothing() {
    let codes = [KeyCode::End, KeyCode::PageDown, KeyCode::Down, KeyCode::Up, KeyCode::Home, KeyCode::F(3)];
    for size in [(1, 1), (20, 5), (60, 12), (80, 24), (300, 100)] {
        for opened in [None, Some(opened(Some(restore(RestoreState::Asked))))] {
            let mut screen = screen(Locale::Nl);
            if let Some(opened) = opened {
                screen.open(opened);
            }
            for code in codes {
                press(&mut screen, code);
                drawn(&mut screen, size);
            }
            press(&mut screen, KeyCode::Home);
            press(&mut screen, KeyCode::Enter);
            write(&mut screen, "é漢字");
            drawn(&mut screen, size);
        }
    }
    let mut empty = screen(Locale::Nl);
    empty.renew(Overview { rows: Vec::new(), ..overview() }, None);
    assert_eq!(press(&mut empty, KeyCode::Enter), None);
    assert!(drawn(&mut empty, (110, 14)).contains("Er zijn nog geen omgevingen"));
}

async fn carry_out(app: &App, screen: &mut Screen, code: KeyCode) {
    let deed = press(screen, code).unwrap_or_else(|| panic!("{code:?} does nothing"));
    assert!(deed::carry_out(app, screen, deed).await, "the screen stays");
}

/// A back-up as the log has it once it is proven.
async fn proven(app: &App, tenant: TenantId) -> BackupRunId {
    let (log, now) = (app.tenancy.backups(), app.domain.now());
    let (tier, reason) = (BackupTier::Hot, BackupReason::Schedule);
    let plan = BackupPlan { tenant, tier, reason, due_at: now - TimeDelta::hours(1) };
    let id = log.begin(plan, (app.domain.clock(), app.domain.random())).await.unwrap().unwrap();
    let figures = BackupFigures { sequence: 1, taken_at: now, database_bytes: 9, files: 0, file_bytes: 0 };
    log.note_made(id, figures, now).await.unwrap();
    log.note_proof(id, &BackupProof { begun_at: now, finished_at: now, outcome: Ok(7) }).await.unwrap();
    id
}

tenancy::on_both_engines! {
    async fn the_operator_asks_for_a_restore_and_withdraws_it_and_the_customer_can_read_that(test: TestTenancy) {
        let tenant = test.tenant("acme").await;
        let app = Box::pin(App::start_at(test.config(), test.clock())).await.unwrap();
        let backup = proven(&app, tenant.id).await;
        let mut screen = Screen::new(Words::of(Locale::Nl), data::overview(&app).await.unwrap());
        assert_eq!(screen.overview.rows[0].health(), Health::New, "there is none in the other store");
        carry_out(&app, &mut screen, KeyCode::Enter).await;
        press(&mut screen, KeyCode::Enter);
        write(&mut screen, "Verkeerde import");
        press(&mut screen, KeyCode::Enter);
        write(&mut screen, "Iets anders");
        carry_out(&app, &mut screen, KeyCode::Enter).await;
        assert!(drawn(&mut screen, (110, 30)).contains("Dit is niet de naam van de omgeving."));
        for _ in "Iets anders".chars() {
            press(&mut screen, KeyCode::Backspace);
        }
        write(&mut screen, &tenant.name);
        carry_out(&app, &mut screen, KeyCode::Enter).await;
        assert!(drawn(&mut screen, (110, 30)).contains("Het terugzetten is gevraagd"));
        let asked = screen.opened.as_ref().and_then(|opened| opened.restore.clone()).unwrap();
        assert_eq!((asked.state, asked.backup, asked.asked_by), (RestoreState::Asked, backup, None));
        press(&mut screen, KeyCode::Enter);
        assert!(drawn(&mut screen, (110, 30)).contains("De omgeving wordt al teruggezet."));
        carry_out(&app, &mut screen, KeyCode::Char('x')).await;
        let restore = app.tenancy.backups().find_restore(asked.id).await.unwrap().unwrap();
        assert_eq!(restore.state, RestoreState::Cancelled);
        assert!(drawn(&mut screen, (110, 30)).contains("Het terugzetten is ingetrokken."));
        carry_out(&app, &mut screen, KeyCode::Char('b')).await;
        assert!(drawn(&mut screen, (110, 30)).contains("aangevraagd"));
        let ctx = app.as_system(&tenant).await.unwrap();
        let log = audit::list(&ctx, &AuditFilter::default(), &PageRequest::start(10)).await.unwrap();
        let actions: Vec<_> = log.items.iter().map(|(_, event)| event.action.as_str()).collect();
        assert_eq!(actions, ["backup.requested", "restore.cancelled", "restore.requested"]);
    }
}
