//! The workbook that people fill in to invite many at once.

use domain::{Ctx, Permission, group};
use kernel::{Error, Locale, Result, Role};
use rust_xlsxwriter::{DataValidation, Format, Workbook, XlsxError};

use super::{MAX_USERS, columns::What, role_name};
use crate::work::blocking;

/// An empty workbook with the headings, and the roles to choose from.
pub async fn template(ctx: &Ctx, locale: Locale) -> Result<Vec<u8>> {
    ctx.require(Permission::ManagePeople)?;
    let groups: Vec<String> = group::list(ctx).await?.into_iter().map(|group| group.name).collect();
    blocking(move || write(locale, &groups)).await?.map_err(Error::internal)
}

fn write(locale: Locale, groups: &[String]) -> Result<Vec<u8>, XlsxError> {
    let words = Words::of(locale);
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name(words.sheet)?.set_freeze_panes(1, 0)?;
    let heading = Format::new().set_bold().set_background_color("E7F1F3");
    let day = Format::new().set_num_format("dd-mm-yyyy");
    for (column, what) in (0..).zip(What::ALL) {
        sheet.write_string_with_format(0, column, what.heading(locale), &heading)?;
        sheet.set_column_width(column, if what == What::Role { 16 } else { 28 })?;
        if what == What::EndsOn {
            sheet.set_column_format(column, &day)?;
        }
    }
    let roles: Vec<&str> = Role::ALL.into_iter().rev().map(|role| role_name(role, locale)).collect();
    let choice = DataValidation::new().allow_list_strings(&roles)?.set_error_message(words.role)?;
    let role_column = 3;
    sheet.add_data_validation(
        1,
        role_column,
        u32::try_from(MAX_USERS).unwrap_or(1_000),
        role_column,
        &choice,
    )?;
    explain(&mut workbook, locale, groups)?;
    workbook.save_to_buffer()
}

/// A second sheet that says what goes where.
fn explain(workbook: &mut Workbook, locale: Locale, groups: &[String]) -> Result<(), XlsxError> {
    let words = Words::of(locale);
    let sheet = workbook.add_worksheet();
    sheet.set_name(words.help)?.set_column_width(0, 20)?.set_column_width(1, 100)?;
    let bold = Format::new().set_bold();
    let mut row = 0;
    for (what, text) in What::ALL.into_iter().zip(words.texts) {
        sheet.write_string_with_format(row, 0, what.heading(locale), &bold)?;
        sheet.write_string(row, 1, text)?;
        row += 1;
    }
    for (index, name) in (0..).zip(groups) {
        if index == 0 {
            row += 1;
            sheet.write_string_with_format(row, 0, What::Groups.heading(locale), &bold)?;
        }
        sheet.write_string(row + index, 1, name)?;
    }
    Ok(())
}

struct Words {
    sheet: &'static str,
    help: &'static str,
    role: &'static str,
    /// One for each of [`What::ALL`].
    texts: [&'static str; 6],
}

impl Words {
    const fn of(locale: Locale) -> Self {
        match locale {
            Locale::Nl => Self {
                sheet: "Gebruikers",
                help: "Uitleg",
                role: "Kies een rol uit de lijst.",
                texts: [
                    "Voor- en achternaam. Verplicht.",
                    "Het adres waar de uitnodiging naartoe gaat. Verplicht.",
                    "Waarmee iemand zich aanmeldt. Leeg: wat voor de @ van het e-mailadres staat.",
                    "Kies uit de lijst. Verplicht.",
                    "Namen van uw groepen, gescheiden door een puntkomma.",
                    "De laatste dag dat iemand zich kan aanmelden. Verplicht voor auditors.",
                ],
            },
            Locale::En => Self {
                sheet: "Users",
                help: "Help",
                role: "Choose a role from the list.",
                texts: [
                    "First and last name. Compulsory.",
                    "The address the invitation goes to. Compulsory.",
                    "What somebody signs in with. Empty: what is in front of the @ of the mail address.",
                    "Choose from the list. Compulsory.",
                    "Names of your groups, separated by semicolons.",
                    "The last day somebody can sign in. Compulsory for auditors.",
                ],
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Limits, importing::Table, people::columns};

    #[test]
    fn our_own_reader_finds_every_column_of_the_template_in_both_languages() {
        for locale in Locale::ALL {
            let bytes = write(locale, &["HR".to_owned()]).unwrap();
            let workbook = crate::Workbook::from_bytes(bytes.clone(), Limits::default()).unwrap();
            let names: Vec<_> = workbook.sheets().iter().map(|sheet| sheet.name.clone()).collect();
            assert_eq!(names, [Words::of(locale).sheet, Words::of(locale).help]);
            let table = Table::read(bytes, Words::of(locale).sheet, None).unwrap();
            let found = columns::find(&table, locale).unwrap();
            assert!(What::ALL.into_iter().all(|what| found.place(what).is_some()));
        }
    }
}
