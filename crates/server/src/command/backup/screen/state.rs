//! What is on the screen, and what keys change about it.

use kernel::{Error, TenantId};
use ratatui::{
    crossterm::event::{KeyCode, KeyEvent, KeyModifiers},
    widgets::TableState,
};
use tenancy::{BackupRun, BackupState, RestoreState};

use super::{
    data::{Opened, Overview, Row},
    deed::Deed,
    words::Words,
};

/// Rows that a page key goes by.
const PAGE: u16 = 10;
/// The most characters of a field.
const MOST: usize = 500;

/// Everything on the screen.
pub(super) struct Screen {
    pub words: &'static Words,
    pub overview: Overview,
    pub view: View,
    pub find: Find,
    pub environments: TableState,
    pub opened: Option<Opened>,
    pub runs: TableState,
    pub notice: Option<Notice>,
}

/// What is looked for in the names of environments.
#[derive(Default)]
pub(super) struct Find {
    pub text: String,
    /// Keys go there.
    pub is_typed: bool,
}

/// What is looked at.
pub(super) enum View {
    Environments,
    /// Those of the environment that is open.
    Backups,
    /// It may be put back.
    PutBack(Box<Wish>),
}

/// What came of the last key.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Notice {
    Fine(String),
    Wrong(String),
}

/// A wish that is being written.
pub(super) struct Wish {
    pub backup: BackupRun,
    pub reason: Field,
    pub name: Field,
    pub is_at_name: bool,
}

#[derive(Default)]
pub(super) struct Field {
    pub text: String,
    /// What is wrong with it.
    pub error: Option<&'static str>,
}

impl Screen {
    pub(super) fn new(words: &'static Words, overview: Overview) -> Self {
        Self {
            words,
            overview,
            view: View::Environments,
            find: Find::default(),
            environments: TableState::new().with_selected(0),
            opened: None,
            runs: TableState::new().with_selected(0),
            notice: None,
        }
    }

    /// The environments that are looked for.
    pub(super) fn rows(&self) -> Vec<&Row> {
        let wanted = self.find.text.to_lowercase();
        let is_wanted = |row: &&Row| {
            wanted.is_empty() || row.slug.contains(&wanted) || row.name.to_lowercase().contains(&wanted)
        };
        self.overview.rows.iter().filter(is_wanted).collect()
    }

    /// The environment that is open.
    pub(super) fn row(&self) -> Option<&Row> {
        let tenant = self.opened.as_ref()?.tenant;
        self.overview.rows.iter().find(|row| row.id == tenant)
    }

    pub(super) fn open(&mut self, opened: Opened) {
        self.opened = Some(opened);
        self.runs = TableState::new().with_selected(0);
        self.view = View::Backups;
    }

    /// Shows what was read again; what is chosen stays chosen, wherever it is now.
    pub(super) fn renew(&mut self, overview: Overview, opened: Option<Opened>) {
        let environment = self.chosen();
        let run = self.chosen_run().map(|run| run.id);
        // What was told is over.
        let state = |opened: &Option<Opened>| Some(opened.as_ref()?.restore.as_ref()?.state);
        if state(&self.opened) != state(&opened) {
            self.notice = None;
        }
        (self.overview, self.opened) = (overview, opened);
        if let Some(at) = self.rows().iter().position(|row| Some(row.id) == environment) {
            self.environments.select(Some(at));
        }
        if let Some(opened) = &self.opened
            && let Some(at) = opened.runs.iter().position(|found| Some(found.id) == run)
        {
            self.runs.select(Some(at));
        }
    }

    /// Says what went wrong, beside the field where there is one.
    pub(super) fn tell(&mut self, error: Error) {
        let Error::Invalid(errors) = error else {
            self.notice = Some(Notice::Wrong(format!("{} ({error})", self.words.unavailable)));
            return;
        };
        for error in errors.0 {
            let text = self.words.refusal(error.code);
            match (&mut self.view, error.code) {
                (View::PutBack(wish), "REASON_INVALID") => wish.reason.error = Some(text),
                (View::PutBack(wish), "CONFIRMATION_DIFFERS") => wish.name.error = Some(text),
                _ => self.notice = Some(Notice::Wrong(text.to_owned())),
            }
        }
    }

    /// Takes a key; what is to be done for it, if anything.
    pub(super) fn press(&mut self, key: KeyEvent) -> Option<Deed> {
        if key.modifiers.contains(KeyModifiers::CONTROL) {
            return (key.code == KeyCode::Char('c')).then_some(Deed::Leave);
        }
        self.notice = None;
        match &mut self.view {
            View::Environments if self.find.is_typed => self.press_finding(key.code),
            View::Environments => self.press_environments(key.code),
            View::Backups => self.press_backups(key.code),
            View::PutBack(wish) => match key.code {
                KeyCode::Esc => {
                    self.view = View::Backups;
                    None
                }
                code if wish.press(code) => {
                    let (backup, tenant) = (wish.backup.id, wish.backup.tenant);
                    let (reason, name) = (wish.reason.text.clone(), wish.name.text.clone());
                    Some(Deed::PutBack { tenant, backup, reason, name })
                }
                _ => None,
            },
        }
    }

    fn press_finding(&mut self, code: KeyCode) -> Option<Deed> {
        match code {
            KeyCode::Enter => self.find.is_typed = false,
            KeyCode::Esc => self.find = Find::default(),
            code => {
                edit(&mut self.find.text, code);
                self.environments.select(Some(0));
            }
        }
        None
    }

    fn press_environments(&mut self, code: KeyCode) -> Option<Deed> {
        match code {
            KeyCode::Char('q') => return Some(Deed::Leave),
            KeyCode::Char('/') => self.find.is_typed = true,
            KeyCode::Esc => self.find.text.clear(),
            KeyCode::Enter => return self.chosen().map(Deed::Open),
            code => go(&mut self.environments, code),
        }
        None
    }

    fn press_backups(&mut self, code: KeyCode) -> Option<Deed> {
        match code {
            KeyCode::Char('q') => return Some(Deed::Leave),
            KeyCode::Esc | KeyCode::Left => {
                self.view = View::Environments;
                self.opened = None;
            }
            KeyCode::Char('b') => return Some(Deed::Make(self.opened.as_ref()?.tenant)),
            KeyCode::Char('x') => {
                let restore = self.opened.as_ref()?.restore.as_ref()?;
                let is_early = matches!(restore.state, RestoreState::Asked | RestoreState::Waiting);
                return is_early.then_some(Deed::Cancel(restore.tenant, restore.id));
            }
            KeyCode::Enter => self.wish(),
            code => go(&mut self.runs, code),
        }
        None
    }

    /// Begins to write a wish, where that makes sense.
    fn wish(&mut self) {
        let Some(run) = self.chosen_run() else { return };
        let is_under_way = self.row().is_some_and(|row| row.busy.restore.is_some());
        let refusal = match (run.state, run.removed_at) {
            _ if is_under_way => "RESTORE_UNDER_WAY",
            (_, Some(_)) => "BACKUP_GONE",
            (BackupState::Proven, None) => {
                let (reason, name) = <(Field, Field)>::default();
                let wish = Wish { backup: run.clone(), reason, name, is_at_name: false };
                self.view = View::PutBack(Box::new(wish));
                return;
            }
            (_, None) => "BACKUP_NOT_PROVEN",
        };
        self.notice = Some(Notice::Wrong(self.words.refusal(refusal).to_owned()));
    }

    fn chosen(&self) -> Option<TenantId> {
        self.rows().get(self.environments.selected()?).map(|row| row.id)
    }

    fn chosen_run(&self) -> Option<&BackupRun> {
        self.opened.as_ref()?.runs.get(self.runs.selected()?)
    }
}

impl Wish {
    /// True when all of it was written, and is meant.
    fn press(&mut self, code: KeyCode) -> bool {
        match code {
            KeyCode::Enter if self.is_at_name => return true,
            KeyCode::Enter | KeyCode::Tab | KeyCode::BackTab | KeyCode::Down | KeyCode::Up => {
                self.is_at_name = !self.is_at_name;
            }
            code => {
                let field = if self.is_at_name { &mut self.name } else { &mut self.reason };
                edit(&mut field.text, code);
                field.error = None;
            }
        }
        false
    }
}

fn edit(text: &mut String, code: KeyCode) {
    match code {
        KeyCode::Char(typed) if text.chars().count() < MOST => text.push(typed),
        KeyCode::Backspace => drop(text.pop()),
        _ => {}
    }
}

/// Moves what is chosen; never past the end, which drawing sees to.
fn go(table: &mut TableState, code: KeyCode) {
    match code {
        KeyCode::Down | KeyCode::Char('j') => table.select_next(),
        KeyCode::Up | KeyCode::Char('k') => table.select_previous(),
        KeyCode::PageDown => table.scroll_down_by(PAGE),
        KeyCode::PageUp => table.scroll_up_by(PAGE),
        KeyCode::Home => table.select_first(),
        KeyCode::End => table.select_last(),
        _ => {}
    }
}
