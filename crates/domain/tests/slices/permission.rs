//! The role table, as printed.

use std::fmt::Write;

use kernel::{Actor, ApiTokenId, FixedClock, FormId, Role, SeededRandom, UserId};
use waarborg_domain::{Access, Credential, Permission, may};

fn held(actor: Actor, access: &Access) -> String {
    let held = Permission::ALL.into_iter().filter(|permission| may(actor, access, *permission));
    held.map(|permission| format!("{permission:?}")).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_role_table_is_as_agreed() {
    let id = UserId::generate(&FixedClock::default(), &SeededRandom::new(1));
    let users = Role::ALL.map(|role| (role.as_str(), Actor::User { id, role }));
    let actors =
        [("anonymous", Actor::Anonymous)].into_iter().chain(users).chain([("system", Actor::System)]);
    let mut table = String::new();
    for (name, actor) in actors {
        writeln!(table, "{name}: {}", held(actor, &Access::default())).unwrap();
    }
    insta::assert_snapshot!(table.trim_end(), @r"
    anonymous: 
    auditor: Enter SeePeople ReadAuditLog SeeBackups
    viewer: Enter
    employee: Enter
    manager: Enter ManageForms Export Import SeePeople ResetSecondFactor MakeApiTokens SeeBackups
    administrator: Enter ManageForms Export Import SeePeople ManagePeople ResetSecondFactor MakeApiTokens ReadAuditLog ManageFirewall PurgeRecords SeeBackups RestoreBackups TakeArchive
    system: Enter ManageForms Export Import SeePeople ManagePeople ResetSecondFactor MakeApiTokens ReadAuditLog ManageFirewall PurgeRecords SeeBackups RestoreBackups TakeArchive
    ");
}

#[test]
fn what_somebody_came_with_only_ever_narrows_what_an_administrator_may() {
    let (clock, random) = (FixedClock::default(), SeededRandom::new(1));
    let administrator = Actor::User { id: UserId::generate(&clock, &random), role: Role::Administrator };
    let token = Credential::ApiToken(ApiTokenId::generate(&clock, &random));
    let program = Access { credential: token, ..Access::default() };
    let reading = Access { is_read_only: true, ..program.clone() };
    let limited = Access { forms: Some([FormId::generate(&clock, &random)].into()), ..Access::default() };
    let table = [("program", program), ("program that reads", reading), ("limited to some forms", limited)]
        .map(|(name, access)| format!("{name}: {}", held(administrator, &access)));
    insta::assert_snapshot!(table.join("\n"), @r"
    program: Enter ManageForms Export Import ReadAuditLog SeeBackups
    program that reads: Enter Export ReadAuditLog SeeBackups
    limited to some forms: Enter Export Import SeePeople ManagePeople ResetSecondFactor MakeApiTokens ReadAuditLog ManageFirewall PurgeRecords SeeBackups
    ");
}
