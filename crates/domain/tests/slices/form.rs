//! Installing base forms and making own ones.

use kernel::{Actor, Error, Localized, Role};
use waarborg_domain::form::{
    self, ChoiceOption, FieldDraft, FieldKind, FormDraft, FormOrigin, FormRight, RiskScale,
};

use crate::{
    register,
    stage::{Stage, changes, create, faults, text, titled},
};

pub(crate) fn field(label: &str, kind: FieldKind) -> FieldDraft {
    FieldDraft { in_list: true, ..FieldDraft::new(Localized::same(label), kind) }
}

pub(crate) fn line() -> FieldKind {
    FieldKind::Text { multiline: false, max_length: None }
}

pub(crate) fn option(label: &str) -> ChoiceOption {
    ChoiceOption { key: String::new(), label: Localized::same(label), colour: None, retired: false }
}

pub(crate) fn own(name: &str, number_prefix: &str) -> FormDraft {
    FormDraft {
        name: Localized::same(name),
        singular_name: Localized::same(name),
        number_prefix: number_prefix.to_owned(),
        fields: vec![field("Naam", line())],
        ..FormDraft::default()
    }
}

tenancy::on_both_engines! {
    async fn installing_a_form_twice_or_at_once_brings_it_once(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let (system, things) = (stage.system(), register::things());
        let install = || form::install(&system, register::pack(std::slice::from_ref(&things)));
        for outcome in futures::future::join_all([install(), install(), install()]).await {
            outcome.unwrap();
        }
        install().await.unwrap();
        assert_eq!(form::list(&system).await.unwrap().len(), 1);
        let log = stage.log().await;
        assert_eq!(log.iter().filter(|(_, action)| action == "pack.installed").count(), 1);
        let found = form::get_by_key(&system, "things").await.unwrap();
        let mut installed = (*found.definition).clone();
        assert!(installed.fields.iter().all(|field| field.base));
        installed.fields.iter_mut().for_each(|field| field.base = false);
        assert_eq!(installed, things);
        assert_eq!((found.origin, found.revision), (FormOrigin::Pack, 1));
    }

    async fn an_own_form_points_at_itself_whatever_key_it_gets(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let manager = stage.of(Role::Manager);
        form::create_own(&manager, own("Locaties", "LOC")).await.unwrap();
        let part_of = FieldKind::Reference { form: Some("$self".into()), multiple: false, columns: vec!["naam".into()] };
        let mut draft = own("Locaties", "PLA");
        draft.fields.push(field("Deel van", part_of));
        let made = form::create_own(&manager, draft).await.unwrap();
        assert_eq!(made.definition.key, "locaties_2");
        let points_at = |kind: &FieldKind| match kind {
            FieldKind::Reference { form, .. } => form.clone(),
            _ => None,
        };
        let target = made.definition.field("deel_van").and_then(|field| points_at(&field.kind));
        assert_eq!(target.as_deref(), Some("locaties_2"));
    }

    async fn only_the_product_itself_installs_forms(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let things = register::things();
        let refused = form::install(&stage.of(Role::Administrator), register::pack(std::slice::from_ref(&things))).await;
        assert!(matches!(refused, Err(Error::Forbidden)));
    }

    async fn a_form_that_is_not_sound_is_not_installed(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let mut unsound = register::things();
        unsound.title_field = "notes".into();
        let refused = form::install(&stage.system(), register::pack(std::slice::from_ref(&unsound))).await;
        assert!(matches!(refused, Err(Error::Internal(_))));
        assert!(form::list(&stage.system()).await.unwrap().is_empty());
    }

    async fn a_full_user_makes_a_register_of_every_kind_of_field(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let mut new = own("Bezoekers", "bez");
        new.fields.extend([
            field("Opmerking", FieldKind::Text { multiline: true, max_length: None }),
            field("Verhaal", FieldKind::RichText {}),
            field("Aantal", FieldKind::Number { decimals: 0, minimum: None, maximum: None, unit: None }),
            field("Datum", FieldKind::Date {}),
            field("Binnen", FieldKind::DateTime {}),
            field("Badge terug?", FieldKind::YesNoNa {}),
            field("Soort", FieldKind::Choice { options: vec![option("Gast\0"), option("Gast")], multiple: true }),
            field("Plek", FieldKind::DynamicChoice { form: "places".into(), field: "title".into(), multiple: false }),
            field("Ontvangen door", FieldKind::User { multiple: true }),
            field("Team", FieldKind::Group { multiple: false }),
            field("Foto", FieldKind::File { multiple: false }),
            field("Bij", FieldKind::Reference { form: Some("places".into()), multiple: false, columns: vec!["title".into()] }),
            field("Land", FieldKind::Country { multiple: false }),
            field("Kleur", FieldKind::Colour {}),
            field("Lijst", FieldKind::Checklist { items: vec![option("Badge"), option("Sleutel")] }),
            field("Risico", FieldKind::LikelihoodImpact { scale: RiskScale::default() }),
            field("Dubbel", FieldKind::Computed { expression: "aantal * 2".into(), decimals: 0, unit: None }),
            field("Volgnummer", FieldKind::AutoNumber { prefix: "V".into(), digits: 3 }),
            field("Site", FieldKind::WebLink { multiple: true }),
        ]);
        let made = form::create_own(&stage.manager(), new).await.unwrap();
        assert_eq!((made.origin, made.position, made.definition.key.as_str()), (FormOrigin::Own, 21, "bezoekers"));
        assert!(made.definition.check().is_empty());
        let Some(FieldKind::Choice { options, .. }) = made.definition.field("soort").map(|field| &field.kind) else {
            panic!("no choice");
        };
        assert_eq!(options.iter().map(|option| option.key.as_str()).collect::<Vec<_>>(), ["gast", "gast_2"]);
        let first = create(&stage.manager(), "bezoekers", changes([
            ("naam", Some(text("Jansen"))),
        ])).await.unwrap();
        assert_eq!(made.code(first.number), "BEZ-0001");
        let seen = form::get(&stage.of(Role::Employee), made.id).await.unwrap();
        assert_eq!((made.right, seen.right), (FormRight::Edit, FormRight::View));
    }

    async fn own_registers_of_one_name_get_keys_that_do_not_clash(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let manager = stage.manager();
        let forms = ["AA", "BB", "CC"].map(|prefix| form::create_own(&manager, own("Things", prefix)));
        let made = futures::future::join_all(forms).await;
        let mut keys: Vec<String> = made.into_iter().map(|form| form.unwrap().definition.key.clone()).collect();
        keys.sort();
        assert_eq!(keys, ["things_2", "things_3", "things_4"]);
    }

    async fn a_prefix_is_given_once_even_at_once_and_when_its_form_is_hidden(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let mut hidden = register::places();
        hidden.rights.clear();
        form::install(&stage.system(), register::pack(std::slice::from_ref(&hidden))).await.unwrap();
        let manager = stage.manager();
        assert!(form::find_by_key(&manager, "places").await.unwrap().is_none());
        let taken = form::create_own(&manager, own("Plannen", "pla")).await;
        assert_eq!(faults(taken), ["ALREADY_TAKEN numberPrefix"]);
        let at_once = ["Een", "Twee"].map(|name| form::create_own(&manager, own(name, "NEW")));
        let made = futures::future::join_all(at_once).await;
        assert_eq!(made.iter().filter(|form| form.is_ok()).count(), 1);
    }

    async fn texts_of_an_own_register_are_bounded_and_lose_control_characters(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        let mut long = own(&"x".repeat(201), "LON");
        long.help = Localized::same("x".repeat(5_001));
        long.fields[0].help = Localized::same("x".repeat(5_001));
        let told = faults(form::create_own(&stage.manager(), long).await);
        assert_eq!(told, ["TOO_LONG name", "TOO_LONG singularName", "TOO_LONG help", "TOO_LONG fields.0.help"]);
        let made = form::create_own(&stage.manager(), own("Be\0zoe\nkers", "BEZ")).await.unwrap();
        assert_eq!(made.definition.name.nl, "Bezoe kers");
    }

    async fn employees_viewers_and_auditors_make_no_registers(test: TestTenancy) {
        let stage = Stage::with_people(&test).await;
        for role in [Role::Employee, Role::Viewer, Role::Auditor] {
            let refused = form::create_own(&stage.of(role), own("Mijn", "MIJ")).await;
            assert!(matches!(refused, Err(Error::Forbidden)), "{role}");
        }
        let refused = form::create_own(&stage.acting(Actor::Anonymous), own("Mijn", "MIJ")).await;
        assert!(matches!(refused, Err(Error::Unauthenticated)));
    }

    async fn forms_come_in_the_order_of_the_menu_and_only_those_one_may_see(test: TestTenancy) {
        let stage = Stage::new(&test).await;
        let keys = async |role| -> Vec<String> {
            let forms = form::list(&stage.of(role)).await.unwrap();
            forms.iter().map(|form| form.definition.key.clone()).collect()
        };
        assert_eq!(keys(Role::Manager).await, ["places", "things"]);
        assert_eq!(keys(Role::Employee).await, ["things"]);
        assert!(keys(Role::Auditor).await.is_empty());
        let places = form::get_by_key(&stage.manager(), "places").await.unwrap();
        for hidden in [
            form::get(&stage.of(Role::Viewer), places.id).await.map(drop),
            form::get_by_key(&stage.of(Role::Viewer), "places").await.map(drop),
            create(&stage.of(Role::Viewer), "places", titled("x")).await.map(drop),
        ] {
            assert!(matches!(hidden, Err(Error::NotFound)), "{hidden:?}");
        }
    }
}
