//! The screen as it is drawn.

use ratatui::{
    Frame,
    layout::{Constraint, Flex, Layout, Position, Rect},
    text::{Line, Span},
    widgets::{Block, Cell, Clear, Gauge, Paragraph, Row, Table, Wrap},
};
use tenancy::{BackupRun, BackupState, Restore, RestoreState};

use super::{
    data::{self, Busy, Place},
    look::{self, BAD, BUSY, CHOSEN, FAINT, GOOD, STRONG, WAITING},
    state::{Notice, Screen, View, Wish},
};
use crate::backups::Health;

/// What putting an environment back goes through.
const STEPS: [RestoreState; 4] =
    [RestoreState::Asked, RestoreState::Waiting, RestoreState::Restoring, RestoreState::Done];
/// The smallest window that something can be seen in.
const SMALLEST: (u16, u16) = (60, 12);
/// From here on there is room for all columns and words.
const WIDE: u16 = 110;

/// Draws all of it.
pub(super) fn all(frame: &mut Frame, screen: &mut Screen) {
    let area = frame.area();
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        frame.render_widget(Paragraph::new(screen.words.too_small).wrap(Wrap { trim: true }), area);
        return;
    }
    let rows = [Constraint::Length(3), Constraint::Fill(1), Constraint::Length(1), Constraint::Length(1)];
    let [head, body, notice, foot] = Layout::vertical(rows).areas(area);
    draw_head(frame, screen, head);
    match screen.view {
        View::Environments => draw_environments(frame, screen, body),
        View::Backups | View::PutBack(_) => draw_backups(frame, screen, body),
    }
    if let View::PutBack(wish) = &screen.view {
        draw_wish(frame, (screen, wish), body);
    }
    match &screen.notice {
        Some(Notice::Fine(text)) => frame.render_widget(Line::styled(text.as_str(), GOOD), notice),
        Some(Notice::Wrong(text)) => frame.render_widget(Line::styled(text.as_str(), BAD), notice),
        None => {}
    }
    let words = screen.words;
    let keys = match screen.view {
        View::Environments if screen.find.is_typed => words.keys_finding,
        View::Environments => words.keys_environments,
        View::Backups => words.keys_backups,
        View::PutBack(_) => words.keys_put_back,
    };
    frame.render_widget(Line::styled(keys, FAINT), foot);
}

fn draw_head(frame: &mut Frame, screen: &Screen, area: Rect) {
    let (words, overview) = (screen.words, &screen.overview);
    let in_need = overview.rows.iter().filter(|row| row.health() > Health::Waiting).count();
    let (mark, style) = look::of_keeper(overview.keeper);
    let at = overview.keeper.drill_at().map(look::moment).unwrap_or_default();
    let verdict = match overview.rows.iter().map(data::Row::health).max() {
        None | Some(Health::Fine) => Line::styled(format!("✓ {}", words.all_fine), GOOD),
        Some(Health::New | Health::Waiting) => Line::styled(format!("… {}", words.some_new), WAITING),
        Some(_) => Line::styled(format!("✗ {} {in_need} / {}", words.some_wrong, overview.rows.len()), BAD),
    };
    let keeper = Line::styled(format!("{mark} {} {at}", words.keeper(overview.keeper)), style);
    let title = Line::styled(words.title, STRONG);
    frame.render_widget(Paragraph::new(vec![title, verdict, keeper]), area);
    frame.render_widget(Line::from(look::moment(overview.now)).right_aligned(), Rect { height: 1, ..area });
}

fn draw_environments(frame: &mut Frame, screen: &mut Screen, area: Rect) {
    let words = screen.words;
    let mut block = Block::bordered().title(format!(" {} ", words.environments));
    let find = &screen.find;
    if find.is_typed || !find.text.is_empty() {
        block = block.title_top(Line::from(format!(" {}: {} ", words.find, find.text)).right_aligned());
    }
    let found = screen.rows();
    if found.is_empty() {
        let text = if screen.overview.rows.is_empty() { words.none } else { words.none_found };
        frame.render_widget(Paragraph::new(text).block(block), area);
        return;
    }
    let is_wide = area.width >= WIDE;
    let rows: Vec<Row> = found
        .into_iter()
        .map(|row| {
            let next = row.places.iter().map(|place| place.next_at).min();
            let [hot, cold] = row.places.map(|place| standing(screen, (&place, is_wide)));
            let name = Line::from_iter([
                Span::styled(row.slug.clone(), STRONG),
                Span::styled(format!(" {}", row.name), FAINT),
            ]);
            let next = next.map(look::soon).unwrap_or_default();
            Row::new([Cell::from(name), hot, cold, Cell::from(next), busy(screen, &row.busy)])
        })
        .collect();
    let [place, busy] = if is_wide { [26, 26] } else { [14, 15] };
    let widths = [
        Constraint::Fill(1),
        Constraint::Length(place),
        Constraint::Length(place),
        Constraint::Length(11),
        Constraint::Length(busy),
    ];
    let head = Row::new([words.environment, "Hot", "Cold", words.next, words.now]).style(STRONG);
    let table = Table::new(rows, widths).header(head).block(block).row_highlight_style(CHOSEN);
    frame.render_stateful_widget(table, area, &mut screen.environments);
}

/// How an environment stands in one store: `✓ proven, 3 h`; in a narrow window what matters most of it.
fn standing(screen: &Screen, (place, is_wide): (&Place, bool)) -> Cell<'static> {
    let (mark, style) = look::of_health(place.health);
    let health = screen.words.health(place.health);
    let age = place.taken_at.map(|at| screen.words.age(screen.overview.now - at));
    let text = match age {
        Some(age) if is_wide => format!("{mark} {health}, {age}"),
        Some(age) if place.health == Health::Fine => format!("{mark} {age}"),
        _ => format!("{mark} {health}"),
    };
    Cell::from(Span::styled(text, style))
}

fn busy(screen: &Screen, busy: &Busy) -> Cell<'static> {
    let text = match (&busy.restore, &busy.run) {
        (Some(_), _) => screen.words.putting_back.to_owned(),
        (None, Some(run)) => format!("{} {}", screen.words.make, look::bar(look::percent(run.progress))),
        (None, None) => String::new(),
    };
    Cell::from(Span::styled(text, BUSY))
}

fn draw_backups(frame: &mut Frame, screen: &mut Screen, area: Rect) {
    let words = screen.words;
    let restore = screen.opened.as_ref().and_then(|opened| opened.restore.as_ref());
    let restore_rows = if restore.is_some() { 4 } else { 0 };
    let rows = [Constraint::Length(4), Constraint::Length(restore_rows), Constraint::Fill(1)];
    let [head, putting, list] = Layout::vertical(rows).areas(area);
    if let Some(row) = screen.row() {
        let of = |place: &Place, name: &'static str| {
            let (mark, style) = look::of_health(place.health);
            let proven = place.proven.map_or_else(|| words.never.to_owned(), look::moment);
            Line::from_iter([
                Span::styled(format!("{name:<5}"), STRONG),
                Span::styled(format!("{mark} {}", words.health(place.health)), style),
                Span::raw(format!("  {} {proven}", words.proven_until)),
                Span::styled(
                    format!("  {}: {}", words.next.to_lowercase(), look::soon(place.next_at)),
                    FAINT,
                ),
            ])
        };
        let [hot, cold] = &row.places;
        let title = format!(" {} · {} ", row.name, row.slug);
        let lines = vec![of(hot, "Hot"), of(cold, "Cold")];
        frame.render_widget(Paragraph::new(lines).block(Block::bordered().title(title)), head);
    }
    if let Some(restore) = restore {
        draw_restore(frame, (screen, restore), putting);
    }
    draw_runs(frame, screen, list);
}

/// The steps of putting it back, and how far it is.
fn draw_restore(frame: &mut Frame, (screen, restore): (&Screen, &Restore), area: Rect) {
    let words = screen.words;
    let is_over = restore.state.is_final();
    let title = if is_over { words.last_restore } else { words.put_back };
    let block = Block::bordered().title(format!(" {title}: {} ", look::moment(restore.asked_at)));
    let [steps, gauge] =
        Layout::vertical([Constraint::Length(1), Constraint::Length(1)]).areas(block.inner(area));
    frame.render_widget(block, area);
    if is_over {
        let (mark, style) = match restore.state {
            RestoreState::Done => ("✓", GOOD),
            RestoreState::Failed => ("✗", BAD),
            _ => ("·", FAINT),
        };
        let failure = restore.failure.as_ref().map(|(code, details)| format!(": {code} {details}"));
        let state = words.restore_state(restore.state);
        let text = format!("{mark} {state}{}", failure.unwrap_or_default());
        frame.render_widget(Line::styled(text, style), steps);
        frame.render_widget(Line::styled(restore.reason.as_str(), FAINT), gauge);
        return;
    }
    let at = STEPS.iter().position(|step| *step == restore.state).unwrap_or(0);
    let step = |(index, step): (usize, &RestoreState)| {
        let (mark, style) = match index.cmp(&at) {
            std::cmp::Ordering::Less => ("✓", GOOD),
            std::cmp::Ordering::Equal => ("▸", BUSY),
            std::cmp::Ordering::Greater => ("○", FAINT),
        };
        Span::styled(format!("{mark} {}   ", words.restore_state(*step)), style)
    };
    frame.render_widget(STEPS.iter().enumerate().map(step).collect::<Line>(), steps);
    let safety = screen.opened.as_ref().and_then(|opened| opened.safety());
    // How far bringing and loading are, nobody knows: those go by steps.
    let (percent, label) = match (safety.map(|run| look::percent(run.progress)), u16::try_from(at)) {
        (Some(percent), _) => (percent, format!("{} {percent} %", words.safety)),
        (None, step) => (step.unwrap_or(0) * 25, format!("{} {} / {}", words.step, at + 1, STEPS.len())),
    };
    frame.render_widget(Gauge::default().gauge_style(BUSY).percent(percent).label(label), gauge);
}

fn draw_runs(frame: &mut Frame, screen: &mut Screen, area: Rect) {
    let words = screen.words;
    let Some(opened) = &screen.opened else { return };
    let block = Block::bordered().title(format!(" {} ", words.list));
    if opened.runs.is_empty() {
        let text = Paragraph::new(words.no_runs).wrap(Wrap { trim: true });
        frame.render_widget(text.block(block), area);
        return;
    }
    let rows: Vec<Row> = opened
        .runs
        .iter()
        .map(|run| {
            let taken = run.made.map_or(run.due_at, |made| made.taken_at);
            let size = run.made.map(|made| look::bytes(made.database_bytes + made.file_bytes));
            let (mark, style) = look::of_run(run);
            Row::new([
                Cell::from(look::moment(taken)),
                Cell::from(run.tier.as_str()),
                Cell::from(words.because(run.reason)),
                Cell::from(Span::styled(format!("{mark} {}", state(screen, run)), style)),
                Cell::from(Line::from(size.unwrap_or_default()).right_aligned()),
            ])
        })
        .collect();
    let widths = [
        Constraint::Length(16),
        Constraint::Length(6),
        Constraint::Length(16),
        Constraint::Fill(1),
        Constraint::Length(8),
    ];
    let head = [words.moment, words.store, words.why, words.state].map(Cell::from);
    let size = Cell::from(Line::from(words.size).right_aligned());
    let head = Row::new(head.into_iter().chain([size])).style(STRONG);
    let table = Table::new(rows, widths).header(head).block(block).row_highlight_style(CHOSEN);
    frame.render_stateful_widget(table, area, &mut screen.runs);
}

fn state(screen: &Screen, run: &BackupRun) -> String {
    let words = screen.words;
    let text = if run.removed_at.is_some() { words.removed } else { words.run_state(run.state) };
    let refutation = run.proof.as_ref().and_then(|proof| proof.outcome.as_ref().err());
    match (refutation, &run.failure) {
        (Some(reason), _) | (None, Some(reason)) => format!("{text}: {reason}"),
        (None, None) if run.state == BackupState::Running => {
            format!("{text} {}", look::bar(look::percent(run.progress)))
        }
        (None, None) => text.to_owned(),
    }
}

fn draw_wish(frame: &mut Frame, (screen, wish): (&Screen, &Wish), area: Rect) {
    let words = screen.words;
    let name = screen.row().map(|row| row.name.clone()).unwrap_or_default();
    let moment = look::moment(wish.backup.made.map_or(wish.backup.due_at, |made| made.taken_at));
    let [area] = Layout::horizontal([Constraint::Max(84)]).flex(Flex::Center).areas(area);
    let [area] = Layout::vertical([Constraint::Max(15)]).flex(Flex::Center).areas(area);
    frame.render_widget(Clear, area);
    let block =
        Block::bordered().title(format!(" {}: {name}, {moment} ", words.put_back)).title_style(STRONG);
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let rows = [
        Constraint::Fill(1),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(1),
        Constraint::Length(1),
    ];
    let [effects, reason, reason_field, reason_error, name_label, name_field, name_error] =
        Layout::vertical(rows).areas(inner);
    frame.render_widget(Paragraph::new(words.effects).wrap(Wrap { trim: true }), effects);
    let label = Line::from_iter([
        Span::styled(words.reason, STRONG),
        Span::styled(format!("  {}", words.reason_hint), FAINT),
    ]);
    frame.render_widget(label, reason);
    let label = Line::from_iter([Span::styled(words.name, STRONG), Span::raw(format!(" {name}"))]);
    frame.render_widget(label, name_label);
    for (field, is_here, area, error) in [
        (&wish.reason, !wish.is_at_name, reason_field, reason_error),
        (&wish.name, wish.is_at_name, name_field, name_error),
    ] {
        draw_field(frame, (&field.text, is_here), area);
        frame.render_widget(Line::styled(field.error.unwrap_or_default(), BAD), error);
    }
}

/// A field, its end in sight, with the cursor where keys go.
fn draw_field(frame: &mut Frame, (text, is_here): (&str, bool), area: Rect) {
    let line = Line::from(format!("› {text}"));
    let width = u16::try_from(line.width()).unwrap_or(u16::MAX);
    let hidden = (width + 1).saturating_sub(area.width);
    let style = if is_here { STRONG } else { FAINT };
    frame.render_widget(Paragraph::new(line.style(style)).scroll((0, hidden)), area);
    if is_here {
        frame.set_cursor_position(Position::new(area.x + width - hidden, area.y));
    }
}
