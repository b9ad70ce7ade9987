//! The operator's screen: the back-ups of all environments, live, in a terminal on the server, and putting one back.

mod data;
mod deed;
mod draw;
mod look;
mod state;
#[cfg(test)]
mod tests;
mod words;

use std::{
    io::{IsTerminal, stdout},
    time::Duration,
};

use anyhow::{Result, ensure};
use kernel::Locale;
use ratatui::{
    DefaultTerminal,
    crossterm::event::{self, Event, KeyEvent},
};
use tokio::{sync::mpsc, time::MissedTickBehavior};

use self::{state::Screen, words::Words};
use crate::App;

/// How often is looked what has changed.
const LOOK_EVERY: Duration = Duration::from_secs(2);
/// Keys that are pressed while something is done.
const KEYS: usize = 64;

/// Shows it until whoever looks has seen enough.
pub(super) async fn run(app: &App, locale: Option<Locale>) -> Result<()> {
    ensure!(
        stdout().is_terminal(),
        "a screen needs a terminal: elsewhere, `waarborg backup status` and `runs` tell the same"
    );
    let words = Words::of(locale.unwrap_or_else(of_the_terminal));
    let overview = data::overview(app).await?;
    let mut terminal = ratatui::try_init()?;
    let shown = Box::pin(show(app, Screen::new(words, overview), &mut terminal)).await;
    ratatui::try_restore()?;
    shown
}

/// Why something was not done, for whoever types commands.
pub(super) fn refusal(code: &'static str) -> &'static str {
    Words::of(Locale::En).refusal(code)
}

/// The language of whoever sits at the terminal; Dutch unless it says English.
fn of_the_terminal() -> Locale {
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok());
    if said.is_some_and(|said| said.starts_with("en")) { Locale::En } else { Locale::Nl }
}

async fn show(app: &App, mut screen: Screen, terminal: &mut DefaultTerminal) -> Result<()> {
    let (mut keys, mut looks) = (keys(), tokio::time::interval(LOOK_EVERY));
    looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    // It has just been looked at.
    looks.reset();
    loop {
        terminal.draw(|frame| draw::all(frame, &mut screen))?;
        tokio::select! {
            key = keys.recv() => match key {
                Some(Pressed::Key(key)) => {
                    let Some(deed) = screen.press(key) else { continue };
                    if !deed::carry_out(app, &mut screen, deed).await {
                        return Ok(());
                    }
                }
                // Only its size has changed: it is drawn anew.
                Some(Pressed::Other) => {}
                None => return Ok(()),
            },
            _ = looks.tick() => deed::look_again(app, &mut screen).await,
        }
    }
}

enum Pressed {
    Key(KeyEvent),
    Other,
}

/// What is typed. Waiting for a key blocks, so that it has a thread of its own, which ends with the process.
fn keys() -> mpsc::Receiver<Pressed> {
    let (sender, receiver) = mpsc::channel(KEYS);
    std::thread::spawn(move || {
        while let Ok(event) = event::read() {
            let pressed = match event {
                Event::Key(key) if key.is_press() => Pressed::Key(key),
                _ => Pressed::Other,
            };
            if sender.blocking_send(pressed).is_err() {
                return;
            }
        }
    });
    receiver
}
