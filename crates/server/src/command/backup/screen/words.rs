//! The words of the screen, in both languages.

use ::backup::KeeperHealth;
use kernel::Locale;
use tenancy::{BackupReason, BackupState, RestoreState};

use crate::backups::Health;

/// All of them.
pub(super) struct Words {
    locale: Locale,
    pub title: &'static str,
    pub all_fine: &'static str,
    pub some_new: &'static str,
    pub some_wrong: &'static str,
    pub environments: &'static str,
    pub none: &'static str,
    pub none_found: &'static str,
    pub environment: &'static str,
    pub next: &'static str,
    pub now: &'static str,
    pub never: &'static str,
    pub proven_until: &'static str,
    pub find: &'static str,
    pub list: &'static str,
    pub moment: &'static str,
    pub store: &'static str,
    pub why: &'static str,
    pub state: &'static str,
    pub size: &'static str,
    pub no_runs: &'static str,
    pub removed: &'static str,
    pub put_back: &'static str,
    pub putting_back: &'static str,
    pub last_restore: &'static str,
    pub safety: &'static str,
    pub step: &'static str,
    pub make: &'static str,
    pub effects: &'static str,
    pub reason: &'static str,
    pub reason_hint: &'static str,
    pub name: &'static str,
    pub make_asked: &'static str,
    pub restore_asked: &'static str,
    pub cancelled: &'static str,
    pub unavailable: &'static str,
    pub keys_environments: &'static str,
    pub keys_finding: &'static str,
    pub keys_backups: &'static str,
    pub keys_put_back: &'static str,
    pub too_small: &'static str,
    units: [&'static str; 3],
}

const NL: Words = Words {
    locale: Locale::Nl,
    title: "Waarborg · back-ups",
    all_fine: "Alle omgevingen hebben hun back-ups, en ze zijn bewezen.",
    some_new: "Niets is mis; van nieuwe omgevingen worden de eerste back-ups nog gemaakt of beproefd.",
    some_wrong: "Omgevingen die aandacht vragen:",
    environments: "Omgevingen",
    none: "Er zijn nog geen omgevingen. `waarborg tenant create` maakt er een.",
    none_found: "Geen omgeving past bij wat u zoekt.",
    environment: "Omgeving",
    next: "Volgende",
    now: "Nu bezig",
    never: "nog geen",
    proven_until: "terug kan tot",
    find: "Zoeken",
    list: "Back-ups",
    moment: "Moment",
    store: "Plaats",
    why: "Waarom",
    state: "Stand",
    size: "Grootte",
    no_runs: "Nog geen back-ups. De eerste wordt vanzelf gemaakt als de server draait en twee plaatsen heeft.",
    removed: "opgeruimd",
    put_back: "Omgeving terugzetten",
    putting_back: "wordt teruggezet",
    last_restore: "Laatst teruggezet",
    safety: "veiligstellen",
    step: "stap",
    make: "back-up",
    effects: "Alles van na dit moment gaat verloren. Eerst wordt een back-up gemaakt van wat er nu is. Een paar \
              minuten kan niemand iets wijzigen; daarna meldt iedereen zich opnieuw aan. Wie zich mag aanmelden en de \
              auditlog blijven zoals ze zijn. De beheerders van de klant krijgen bericht.",
    reason: "Reden",
    reason_hint: "De beheerders van de klant lezen dit, ook in hun mail.",
    name: "Typ de naam van de omgeving over:",
    make_asked: "De back-up is aangevraagd; de draaiende server maakt hem.",
    restore_asked: "Het terugzetten is gevraagd; de draaiende server doet het.",
    cancelled: "Het terugzetten is ingetrokken.",
    unavailable: "Dat lukt nu niet. Het wordt vanzelf opnieuw geprobeerd.",
    keys_environments: "↑↓ kiezen  Enter openen  / zoeken  q stoppen",
    keys_finding: "Typ een deel van de naam  Enter klaar  Esc wissen",
    keys_backups: "↑↓ kiezen  Enter terugzetten  b back-up nu  x intrekken  Esc terug  q stoppen",
    keys_put_back: "Tab volgend veld  Enter verder  Esc annuleren",
    too_small: "Maak het venster groter: minstens 60 bij 12.",
    units: ["min", "uur", "dagen"],
};

const EN: Words = Words {
    locale: Locale::En,
    title: "Waarborg · back-ups",
    all_fine: "All environments have their back-ups, and these are proven.",
    some_new: "Nothing is wrong; the first back-ups of new environments are still being made or proven.",
    some_wrong: "Environments that need attention:",
    environments: "Environments",
    none: "There are no environments yet. `waarborg tenant create` makes one.",
    none_found: "No environment matches what you look for.",
    environment: "Environment",
    next: "Next",
    now: "Under way",
    never: "none yet",
    proven_until: "can go back to",
    find: "Search",
    list: "Back-ups",
    moment: "Moment",
    store: "Store",
    why: "Why",
    state: "State",
    size: "Size",
    no_runs: "No back-ups yet. The first is made by itself once the server runs and has two stores.",
    removed: "removed",
    put_back: "Restore environment",
    putting_back: "is being restored",
    last_restore: "Last restored",
    safety: "making safe",
    step: "step",
    make: "back-up",
    effects: "Everything after this moment is lost. First a back-up is made of what there is now. For a few minutes \
              nobody can change anything; after that everybody signs in again. Who may sign in and the audit log stay as \
              they are. The customer's administrators are told.",
    reason: "Reason",
    reason_hint: "The customer's administrators read this, in their mail too.",
    name: "Type the name of the environment:",
    make_asked: "The back-up is asked for; the running server makes it.",
    restore_asked: "The restore is asked for; the running server does it.",
    cancelled: "The restore is withdrawn.",
    unavailable: "That is not possible now. It is tried again by itself.",
    keys_environments: "↑↓ choose  Enter open  / search  q quit",
    keys_finding: "Type a part of the name  Enter done  Esc clear",
    keys_backups: "↑↓ choose  Enter restore  b back up now  x withdraw  Esc back  q quit",
    keys_put_back: "Tab next field  Enter go on  Esc cancel",
    too_small: "Make the window larger: 60 by 12 at least.",
    units: ["min", "h", "days"],
};

impl Words {
    pub(super) const fn of(locale: Locale) -> &'static Self {
        match locale {
            Locale::Nl => &NL,
            Locale::En => &EN,
        }
    }

    fn either(&self, nl: &'static str, en: &'static str) -> &'static str {
        match self.locale {
            Locale::Nl => nl,
            Locale::En => en,
        }
    }

    pub(super) fn health(&self, health: Health) -> &'static str {
        match health {
            Health::Fine => self.either("bewezen", "proven"),
            Health::New => self.either("wordt gemaakt", "being made"),
            Health::Waiting => self.either("wordt beproefd", "being proven"),
            Health::Unproven => self.either("bewijs loopt achter", "proof is late"),
            Health::Refuted => self.either("afgekeurd", "no good"),
            Health::Overdue => self.either("te laat", "overdue"),
            Health::Missing => self.either("geen back-up", "no back-up"),
        }
    }

    pub(super) fn keeper(&self, keeper: KeeperHealth) -> &'static str {
        match keeper {
            KeeperHealth::Fine(_) => self
                .either("Proef met een beschadigde kopie: opgemerkt", "Drill with a damaged copy: noticed"),
            KeeperHealth::Late(_) => self.either(
                "De sleutelhouder moet als dood gelden: de laatste proef is te lang geleden",
                "The keeper must be taken for dead: the last drill is too long ago",
            ),
            KeeperHealth::Unnoticed(_) => self.either(
                "De sleutelhouder moet als dood gelden: een beschadigde kopie is niet opgemerkt",
                "The keeper must be taken for dead: a damaged copy was not noticed",
            ),
            KeeperHealth::New => self.either(
                "De sleutelhouder heeft nog geen proef gedaan",
                "The keeper has not held a drill yet",
            ),
            KeeperHealth::Never => self.either(
                "De sleutelhouder moet als dood gelden: er is nooit een proef gedaan",
                "The keeper must be taken for dead: it never held a drill",
            ),
        }
    }

    pub(super) fn run_state(&self, state: BackupState) -> &'static str {
        match state {
            BackupState::Asked => self.either("aangevraagd", "asked for"),
            BackupState::Running => self.either("wordt gemaakt", "being made"),
            BackupState::Failed => self.either("mislukt", "failed"),
            BackupState::Made => self.either("gemaakt, nog niet bewezen", "made, not proven yet"),
            BackupState::Proven => self.either("bewezen", "proven"),
            BackupState::Refuted => self.either("afgekeurd", "no good"),
        }
    }

    pub(super) fn because(&self, reason: BackupReason) -> &'static str {
        match reason {
            BackupReason::Schedule => self.either("volgens plan", "by plan"),
            BackupReason::Hand => self.either("met de hand", "by hand"),
            BackupReason::Safety => self.either("voor terugzetten", "before a restore"),
        }
    }

    pub(super) fn restore_state(&self, state: RestoreState) -> &'static str {
        match state {
            RestoreState::Asked => self.either("gevraagd", "asked for"),
            RestoreState::Waiting => self.either("wacht op de sleutelhouder", "waiting for the keeper"),
            RestoreState::Restoring => self.either("wordt teruggezet", "being restored"),
            RestoreState::Open => self.either("open", "open"),
            RestoreState::Done => self.either("klaar", "done"),
            RestoreState::Failed => self.either("mislukt", "failed"),
            RestoreState::Cancelled => self.either("ingetrokken", "withdrawn"),
        }
    }

    /// Why something was not done.
    pub(super) fn refusal(&self, code: &'static str) -> &'static str {
        match code {
            "BACKUP_UNKNOWN" => self
                .either("Dit is geen back-up van deze omgeving.", "This is no back-up of this environment."),
            "BACKUP_GONE" => {
                self.either("Deze back-up wordt niet meer bewaard.", "This back-up is not kept any more.")
            }
            "BACKUP_NOT_PROVEN" => self.either(
                "Terugzetten kan alleen naar een back-up die bewezen is.",
                "Only a back-up that is proven can be restored.",
            ),
            "BACKUP_UNDER_WAY" => {
                self.either("Er wordt al een back-up gemaakt.", "A back-up is being made already.")
            }
            "RESTORE_UNDER_WAY" => {
                self.either("De omgeving wordt al teruggezet.", "The environment is being restored already.")
            }
            "REASON_INVALID" => {
                self.either("Geef een reden van 1 tot 500 tekens.", "Give a reason of 1 to 500 characters.")
            }
            "CONFIRMATION_DIFFERS" => {
                self.either("Dit is niet de naam van de omgeving.", "This is not the environment's name.")
            }
            "TOO_LATE" => self.either(
                "Intrekken kan niet meer: het wordt gedaan, of is voorbij.",
                "It is too late: it is being done, or over.",
            ),
            other => other,
        }
    }

    /// A time that has passed: minutes, hours or days.
    pub(super) fn age(&self, age: chrono::TimeDelta) -> String {
        let [minutes, hours, days] = self.units;
        match (age.num_minutes().max(0), age.num_hours(), age.num_days()) {
            (number, 0, _) => format!("{number} {minutes}"),
            (_, number, 0 | 1) => format!("{number} {hours}"),
            (_, _, number) => format!("{number} {days}"),
        }
    }
}
