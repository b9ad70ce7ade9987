//! How things look: moments, sizes and colours.

use ::backup::KeeperHealth;
use chrono_tz::Europe::Amsterdam;
use kernel::Instant;
use ratatui::style::{Color, Modifier, Style};
use tenancy::{BackupRun, BackupState};

use crate::backups::Health;

/// Of the sixteen colours a terminal's own scheme gives, so that they can be read on light and on dark.
pub(super) const GOOD: Style = Style::new().fg(Color::Green);
pub(super) const WAITING: Style = Style::new().fg(Color::Yellow);
pub(super) const BAD: Style = Style::new().fg(Color::Red).add_modifier(Modifier::BOLD);
pub(super) const BUSY: Style = Style::new().fg(Color::Cyan);
pub(super) const FAINT: Style = Style::new().add_modifier(Modifier::DIM);
pub(super) const STRONG: Style = Style::new().add_modifier(Modifier::BOLD);
pub(super) const CHOSEN: Style = Style::new().add_modifier(Modifier::REVERSED);

/// A mark and a colour: nobody needs to tell colours apart.
pub(super) fn of_health(health: Health) -> (&'static str, Style) {
    match health {
        Health::Fine => ("✓", GOOD),
        Health::New | Health::Waiting => ("…", WAITING),
        Health::Unproven => ("!", WAITING),
        Health::Refuted | Health::Overdue | Health::Missing => ("✗", BAD),
    }
}

pub(super) fn of_keeper(keeper: KeeperHealth) -> (&'static str, Style) {
    match keeper {
        KeeperHealth::Fine(_) => ("✓", GOOD),
        KeeperHealth::New => ("…", WAITING),
        KeeperHealth::Never | KeeperHealth::Late(_) | KeeperHealth::Unnoticed(_) => ("✗", BAD),
    }
}

pub(super) fn of_run(run: &BackupRun) -> (&'static str, Style) {
    match (run.state, run.removed_at) {
        (_, Some(_)) => (" ", FAINT),
        (BackupState::Asked, None) => ("…", BUSY),
        (BackupState::Running, None) => ("▸", BUSY),
        (BackupState::Made, None) => ("…", WAITING),
        (BackupState::Proven, None) => ("✓", GOOD),
        (BackupState::Failed | BackupState::Refuted, None) => ("✗", BAD),
    }
}

/// In the Netherlands, as everywhere in the product.
pub(super) fn moment(at: Instant) -> String {
    at.with_timezone(&Amsterdam).format("%d-%m-%Y %H:%M").to_string()
}

/// Of these days.
pub(super) fn soon(at: Instant) -> String {
    at.with_timezone(&Amsterdam).format("%d-%m %H:%M").to_string()
}

/// In units of a thousand.
pub(super) fn bytes(bytes: u64) -> String {
    const UNITS: [(u64, &str); 3] = [(1_000_000_000, "GB"), (1_000_000, "MB"), (1_000, "kB")];
    match UNITS.iter().find(|(unit, _)| bytes >= *unit) {
        Some((unit, name)) if bytes / unit < 10 => {
            format!("{}.{} {name}", bytes / unit, bytes % unit * 10 / unit)
        }
        Some((unit, name)) => format!("{} {name}", bytes / unit),
        None => format!("{bytes} B"),
    }
}

/// How much of a whole is done, from 0 to 100.
pub(super) fn percent((done, total): (u64, u64)) -> u16 {
    let percent = done.min(total).saturating_mul(100).checked_div(total).unwrap_or(0);
    u16::try_from(percent).unwrap_or(100)
}

/// How much is done, and a bar of ten places.
pub(super) fn bar(percent: u16) -> String {
    let full = usize::from(percent / 10);
    format!("{percent:>3} % {}{}", "█".repeat(full), "░".repeat(10_usize.saturating_sub(full)))
}
