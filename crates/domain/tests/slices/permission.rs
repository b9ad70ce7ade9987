//! The role table, as printed.

use std::fmt::Write;

use kernel::{Actor, FixedClock, Role, SeededRandom, UserId};
use waarborg_domain::{Permission, may};

#[test]
fn the_role_table_is_as_agreed() {
    let id = UserId::generate(&FixedClock::default(), &SeededRandom::new(1));
    let users = Role::ALL.map(|role| (role.as_str(), Actor::User { id, role }));
    let actors =
        [("anonymous", Actor::Anonymous)].into_iter().chain(users).chain([("system", Actor::System)]);
    let mut table = String::new();
    for (name, actor) in actors {
        let held = Permission::ALL.into_iter().filter(|permission| may(actor, *permission));
        let held: Vec<String> = held.map(|permission| format!("{permission:?}")).collect();
        writeln!(table, "{name}: {}", held.join(" ")).unwrap();
    }
    insta::assert_snapshot!(table.trim_end(), @r"
    anonymous: 
    auditor: Enter
    viewer: Enter
    employee: Enter
    manager: Enter ManageForms Export Import
    administrator: Enter ManageForms Export Import
    system: Enter ManageForms Export Import
    ");
}
