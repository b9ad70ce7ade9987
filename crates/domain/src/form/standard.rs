//! The three fields every record has, whatever its form: files, links to records, and addresses.

use std::sync::LazyLock;

use kernel::Localized;

use super::{Field, FieldKind, FormDefinition};

/// Key of the files attached to a record.
pub const FILES: &str = "$files";
/// Key of the records a record is linked with.
pub const LINKS: &str = "$links";
/// Key of the addresses on the web that belong to a record.
pub const URLS: &str = "$urls";

static STANDARD: LazyLock<[Field; 3]> = LazyLock::new(|| {
    let field = |key: &str, (nl, en): (&str, &str), kind| {
        Field::new(key, Localized { nl: nl.to_owned(), en: en.to_owned() }, kind)
    };
    [
        field(FILES, ("Bijlagen", "Attachments"), FieldKind::File { multiple: true }),
        field(
            LINKS,
            ("Gekoppelde registraties", "Linked records"),
            FieldKind::Reference { form: None, multiple: true, columns: Vec::new() },
        ),
        field(URLS, ("Links", "Web links"), FieldKind::WebLink { multiple: true }),
    ]
});

impl Field {
    /// One of the three every record has.
    #[must_use]
    pub fn is_standard(&self) -> bool {
        self.key.starts_with('$')
    }
}

impl FormDefinition {
    /// The form's own fields in order, then the three every record has.
    pub fn all_fields(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().chain(STANDARD.iter())
    }

    /// The field with this key, standard ones too.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.all_fields().find(|field| field.key == key)
    }
}
