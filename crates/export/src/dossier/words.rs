//! The fixed words of a record's dossier.

use domain::record::ChangeKind;
use kernel::Locale;

pub(super) struct Words {
    pub(super) status: &'static str,
    pub(super) other: &'static str,
    pub(super) pointing: &'static str,
    pub(super) files: &'static str,
    pub(super) comments: &'static str,
    pub(super) history: &'static str,
    pub(super) nothing: &'static str,
    pub(super) product: &'static str,
    pub(super) deleted: &'static str,
    pub(super) more: &'static str,
}

const NL: Words = Words {
    status: "Status",
    other: "Overig",
    pointing: "Verwijst hierheen",
    files: "Bestanden",
    comments: "Reacties",
    history: "Historie",
    nothing: "–",
    product: "Waarborg",
    deleted: "Deze reactie is verwijderd.",
    more: "Er is meer dan hier past; de registratie zelf toont alles.",
};

const EN: Words = Words {
    status: "Status",
    other: "Other",
    pointing: "Refers to this",
    files: "Files",
    comments: "Comments",
    history: "History",
    nothing: "–",
    product: "Waarborg",
    deleted: "This comment has been deleted.",
    more: "There is more than fits here; the record itself shows all of it.",
};

pub(super) const fn words(locale: Locale) -> &'static Words {
    match locale {
        Locale::Nl => &NL,
        Locale::En => &EN,
    }
}

/// How a version came about, in a word or two.
pub(super) const fn kind(kind: ChangeKind, locale: Locale) -> &'static str {
    match (kind, locale) {
        (ChangeKind::Created, Locale::Nl) => "Gemaakt",
        (ChangeKind::Created, Locale::En) => "Created",
        (ChangeKind::Updated, Locale::Nl) => "Gewijzigd",
        (ChangeKind::Updated, Locale::En) => "Changed",
        (ChangeKind::Status, Locale::Nl) => "Status gewijzigd",
        (ChangeKind::Status, Locale::En) => "Status changed",
        (ChangeKind::Imported, Locale::Nl) => "Geïmporteerd",
        (ChangeKind::Imported, Locale::En) => "Imported",
        (ChangeKind::Recalculated, Locale::Nl) => "Opnieuw berekend",
        (ChangeKind::Recalculated, Locale::En) => "Recalculated",
        (ChangeKind::Archived, Locale::Nl) => "Gearchiveerd",
        (ChangeKind::Archived, Locale::En) => "Archived",
        (ChangeKind::Unarchived, Locale::Nl) => "Uit het archief gehaald",
        (ChangeKind::Unarchived, Locale::En) => "Taken out of the archive",
        (ChangeKind::Deleted, Locale::Nl) => "Naar de prullenbak",
        (ChangeKind::Deleted, Locale::En) => "Put in the recycle bin",
        (ChangeKind::Restored, Locale::Nl) => "Uit de prullenbak gehaald",
        (ChangeKind::Restored, Locale::En) => "Taken out of the recycle bin",
        (ChangeKind::TakenFromBackup, Locale::Nl) => "Teruggehaald uit een back-up",
        (ChangeKind::TakenFromBackup, Locale::En) => "Taken back from a back-up",
    }
}
