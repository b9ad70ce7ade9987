//! What each row of a sheet comes to.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use domain::{
    group,
    text::{cut, fold},
    user::{NewUser, login_key},
};
use kernel::GroupId;

use super::{
    Ctx, Error, ImportError, Invitation, Locale, MAX_ERRORS, Result, Role, Table, UserImportRequest,
    columns::{Columns, What},
    role_name, user,
};
use crate::{CellValue, Row, parse};

/// What an import of people would do.
#[derive(Debug, Clone)]
pub struct UserImportPlan {
    /// Rows with anything in them.
    pub row_count: usize,
    /// The people, as they would be invited.
    pub rows: Vec<PlannedUser>,
    /// The first errors, by row and column.
    pub errors: Vec<ImportError>,
}

/// A row, as it would be invited.
#[derive(Debug, Clone)]
pub struct PlannedUser {
    /// As Excel counts.
    pub row: u32,
    /// First and last name.
    pub display_name: String,
    /// The mail address.
    pub email: String,
    /// The login name; made from the mail address when the cell is empty.
    pub username: String,
    /// The role, if it is one.
    pub role: Option<Role>,
    /// Names of the groups.
    pub groups: Vec<String>,
    /// The last day to sign in.
    pub access_ends_on: Option<NaiveDate>,
}

/// What names in the sheet meet: people there are, groups there are, rows above.
struct Known {
    groups: HashMap<String, GroupId>,
    /// Logins of people who have an account.
    logins: HashSet<String>,
    /// Logins of rows above, with the row.
    above: HashMap<String, u32>,
}

pub(super) async fn make(
    ctx: &Ctx,
    (table, columns): (&Table, &Columns),
    request: &UserImportRequest,
) -> Result<(UserImportPlan, Vec<Invitation>)> {
    let groups = group::list(ctx).await?;
    let users = user::all(ctx).await?;
    let logins = users.iter().flat_map(|user| [login_key(&user.username), login_key(&user.email)]);
    let mut planning = Planning {
        ctx,
        table,
        columns,
        known: Known {
            groups: groups.into_iter().map(|group| (fold(&group.name), group.id)).collect(),
            logins: logins.collect(),
            above: HashMap::new(),
        },
        errors: Vec::new(),
    };
    let mut rows = Vec::with_capacity(table.rows.len());
    let mut invitations = Vec::with_capacity(table.rows.len());
    for row in &table.rows {
        let planned = planning.plan(row, request.locale);
        invitations
            .extend(planned.1.map(|invitation| Invitation { send_now: request.send_now, ..invitation }));
        rows.push(planned.0);
    }
    planning.errors.sort_by_key(|error| (error.row, error.column.unwrap_or(u32::MAX)));
    planning.errors.truncate(MAX_ERRORS);
    let plan = UserImportPlan { row_count: rows.len(), rows, errors: planning.errors };
    Ok((plan, invitations))
}

struct Planning<'a> {
    ctx: &'a Ctx,
    table: &'a Table,
    columns: &'a Columns,
    known: Known,
    errors: Vec<ImportError>,
}

impl Planning<'_> {
    /// The row as it would be, and the invitation if nothing is wrong with it.
    fn plan(&mut self, row: &Row, locale: Locale) -> (PlannedUser, Option<Invitation>) {
        let before = self.errors.len();
        let email = self.text(row, What::Email);
        let typed = self.text(row, What::Username);
        let username = if typed.is_empty() { self.username_of(&email) } else { typed };
        let (role, groups) = (self.role(row), self.groups(row));
        let planned = PlannedUser {
            row: row.number,
            display_name: self.text(row, What::Name),
            access_ends_on: self.ends_on(row),
            groups: groups.iter().map(|(name, _)| name.clone()).collect(),
            email,
            username,
            role,
        };
        let invitation = Invitation {
            user: NewUser {
                username: planned.username.clone(),
                email: planned.email.clone(),
                display_name: planned.display_name.clone(),
                // A row without a role has its error already; the narrowest stands in for the other rules.
                role: role.unwrap_or(Role::Viewer),
                locale,
            },
            groups: groups.into_iter().filter_map(|(_, id)| id).collect(),
            access_ends_on: planned.access_ends_on,
            send_now: false,
        };
        self.check(row, &invitation);
        let is_good = self.errors.len() == before;
        (planned, is_good.then_some(invitation))
    }

    /// The rules of an invitation, and that nobody has the name or the address.
    fn check(&mut self, row: &Row, invitation: &Invitation) {
        if let Err(Error::Invalid(errors)) = user::check_invitation(self.ctx, invitation) {
            for error in errors.0 {
                let what = error.path.first().and_then(|field| What::of_field(field));
                // What cannot be read has its error already.
                if what != Some(What::EndsOn)
                    || error.code != "REQUIRED"
                    || self.cell(row, What::EndsOn).is_blank()
                {
                    self.note(row, what, (error.code, error.params));
                }
            }
        }
        for (what, login) in
            [(What::Email, &invitation.user.email), (What::Username, &invitation.user.username)]
        {
            let key = login_key(login);
            if key.is_empty() {
                continue;
            }
            if self.known.logins.contains(&key) {
                self.note(row, Some(what), ("ALREADY_TAKEN", BTreeMap::new()));
            } else if let Some(above) = self.known.above.insert(key, row.number) {
                self.note(row, Some(what), ("DUPLICATE_ROW", BTreeMap::from([("row", above.to_string())])));
            }
        }
    }

    /// A login name out of a mail address: what is in front of the `@`, with a number if it is taken.
    fn username_of(&self, email: &str) -> String {
        let name = email.split('@').next().unwrap_or_default();
        let is_kept = |c: &char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_');
        let name: String = name.chars().filter(is_kept).take(60).collect();
        let is_taken = |name: &str| {
            let key = login_key(name);
            self.known.logins.contains(&key) || self.known.above.contains_key(&key)
        };
        if name.chars().count() < 2 || !is_taken(&name) {
            return name;
        }
        let numbered = (2..10_000).map(|number| format!("{name}{number}"));
        numbered.into_iter().find(|name| !is_taken(name)).unwrap_or(name)
    }

    fn role(&mut self, row: &Row) -> Option<Role> {
        let text = self.text(row, What::Role);
        let wanted = fold(&text);
        let named = |role: &Role| {
            role.as_str() == wanted
                || Locale::ALL.iter().any(|locale| fold(role_name(*role, *locale)) == wanted)
        };
        let found = Role::ALL.into_iter().find(named);
        match found {
            None if text.is_empty() => self.note(row, Some(What::Role), ("REQUIRED", BTreeMap::new())),
            None => self.note(row, Some(What::Role), ("NOT_A_ROLE", value(&text))),
            Some(_) => {}
        }
        found
    }

    /// The groups by name; unknown ones are noted and have no id.
    fn groups(&mut self, row: &Row) -> Vec<(String, Option<GroupId>)> {
        let text = self.text(row, What::Groups);
        let names = text.split([';', '\n']).map(str::trim).filter(|name| !name.is_empty());
        let found: Vec<_> =
            names.map(|name| (name.to_owned(), self.known.groups.get(&fold(name)).copied())).collect();
        for (name, _) in found.iter().filter(|(_, id)| id.is_none()) {
            self.note(row, Some(What::Groups), ("GROUP_NOT_FOUND", value(name)));
        }
        found
    }

    fn ends_on(&mut self, row: &Row) -> Option<NaiveDate> {
        let cell = self.cell(row, What::EndsOn);
        if cell.is_blank() {
            return None;
        }
        let day = parse::parse_date(&cell);
        if day.is_none() {
            let text = parse::parse_text(&cell).unwrap_or_default();
            self.note(row, Some(What::EndsOn), ("NOT_A_DATE", value(&text)));
        }
        day
    }

    fn text(&self, row: &Row, what: What) -> String {
        parse::parse_text(&self.cell(row, what)).unwrap_or_default()
    }

    fn cell(&self, row: &Row, what: What) -> CellValue {
        self.columns.place(what).map_or(CellValue::Empty, |place| self.table.cell(row, place))
    }

    fn note(
        &mut self,
        row: &Row,
        what: Option<What>,
        (code, params): (&'static str, BTreeMap<&'static str, String>),
    ) {
        let column = what.and_then(|what| self.columns.place(what));
        let header = column.and_then(|column| self.table.header(column)).map(str::to_owned);
        let header = header.or_else(|| what.map(|what| what.heading(self.ctx.locale()).to_owned()));
        self.errors.push(ImportError { row: row.number, column, header, code, params });
    }
}

/// The value that is wrong, shortened.
fn value(text: &str) -> BTreeMap<&'static str, String> {
    BTreeMap::from([("value", cut(text, 80).to_owned())])
}
