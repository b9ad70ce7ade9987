use std::{collections::BTreeSet, sync::Arc, time::Duration};

use kernel::{Error, Locale, SystemRandom, TenantId};

use super::{plant_canary, read_canary, second_server};
use crate::{
    MasterKey, MasterKeySource, NewTenant, OpenError, PoolLimits, Slug, Tenancy, TenancyConfig, TenantEntry,
    TenantStatus, control::ControlDatabase, databases::Databases, on_both_engines,
};

fn wanted(slug: &str, host: &str) -> NewTenant {
    NewTenant { slug: slug.into(), name: "Acme".into(), host: host.into(), locale: Locale::En }
}

fn user_errors<T>(outcome: Result<T, Error>) -> BTreeSet<(&'static str, String)> {
    match outcome.map(drop).unwrap_err() {
        Error::Invalid(errors) => errors.0.iter().map(|error| (error.code, error.path.join("."))).collect(),
        error => panic!("{error:?}"),
    }
}

on_both_engines! {
    async fn an_environment_keeps_its_data_over_a_restart(test: TestTenancy) {
        let tenant = test.tenant("acme").await;
        plant_canary(&test.tenancy().open(&tenant).await.unwrap(), &tenant).await;
        test.tenancy().close().await;

        let again = second_server(&test, PoolLimits::default()).await;
        let entry = again.registry().lookup(&tenant.host).unwrap();
        assert_eq!(entry, tenant);
        assert_eq!(read_canary(&again.open(&entry).await.unwrap()).await.unwrap(), "acme");
    }

    async fn everything_wrong_with_a_new_environment_is_said_at_once(test: TestTenancy) {
        let new = NewTenant { name: " ".into(), ..wanted("../etc", "a@b") };
        let errors = user_errors(test.tenancy().create_tenant(new).await);
        let expected = [("HOST_INVALID", "host"), ("NAME_INVALID", "name"), ("SLUG_INVALID", "slug")];
        assert_eq!(errors, expected.map(|(code, path)| (code, path.to_owned())).into());
        assert!(test.tenancy().list_tenants().await.unwrap().is_empty());
    }

    async fn a_slug_and_a_host_belong_to_one_environment(test: TestTenancy) {
        test.tenant("acme").await;
        let create = |slug, host| test.tenancy().create_tenant(wanted(slug, host));
        let slug = ("SLUG_TAKEN", "slug".to_owned());
        let host = ("HOST_TAKEN", "host".to_owned());
        assert_eq!(user_errors(create("acme", "b.example.test").await), [slug.clone()].into());
        assert_eq!(user_errors(create("b", "b.example.test").await).len(), 1);
        assert_eq!(user_errors(create("bb", "ACME.example.test").await), [host.clone()].into());
        assert_eq!(user_errors(create("acme", "acme.example.test").await), [slug, host].into());
    }

    async fn a_half_made_environment_serves_nothing_until_asking_again_finishes_it(test: TestTenancy) {
        let whole = test.tenant("whole").await;
        let id = TenantId::generate(&*test.clock(), &SystemRandom);
        let slug: Slug = "half".parse().unwrap();
        let databases = Databases {
            config: Arc::new(test.config()),
            keys: test.tenancy().keys().clone(),
            random: Arc::new(SystemRandom),
        };
        let half = TenantEntry {
            id,
            placement: databases.place(id, &slug).unwrap(),
            slug,
            host: "half.example.test".parse().unwrap(),
            status: TenantStatus::Creating,
            key: test.tenancy().keys().of_tenant(id),
            ..(*whole).clone()
        };
        // As left behind by a server that stopped after the first of its steps.
        let keys = test.tenancy().keys().clone();
        ControlDatabase::open(&test.config(), keys).await.unwrap().insert((&half, None), &SystemRandom).await.unwrap();

        let server = second_server(&test, PoolLimits::default()).await;
        assert_eq!(server.registry().lookup(&half.host), None);
        assert!(matches!(server.open(&half).await, Err(OpenError::NotInUse)));

        let made = server.create_tenant(wanted("half", "half.example.test")).await.unwrap();
        assert_eq!((made.id, made.status), (half.id, TenantStatus::Active));
        server.open(&made).await.unwrap();
    }

    async fn a_closed_environment_has_no_address_and_does_not_open(test: TestTenancy) {
        let tenant = test.tenant("acme").await;
        test.tenancy().set_status(tenant.id, TenantStatus::Closed).await.unwrap();
        assert_eq!(test.tenancy().registry().lookup(&tenant.host), None);
        let closed = test.tenancy().list_tenants().await.unwrap().remove(0);
        assert_eq!(closed.status, TenantStatus::Closed);
        assert!(matches!(test.tenancy().open(&closed).await, Err(OpenError::NotInUse)));
    }

    async fn servers_that_start_together_on_nothing_agree(test: TestTenancy) {
        let servers = (0..4).map(|_| second_server(&test, PoolLimits::default()));
        let servers = futures::future::join_all(servers).await;
        let tenant = servers[0].create_tenant(wanted("acme", "acme.example.test")).await.unwrap();
        let opened = servers.iter().map(|server| server.open(&tenant));
        for db in futures::future::join_all(opened).await {
            assert_eq!(db.unwrap().tenant_id(), tenant.id);
        }
    }

    async fn a_server_follows_what_another_changed(test: TestTenancy) {
        let config = TenancyConfig { registry_poll: Duration::from_millis(5), ..test.config() };
        let other = Tenancy::start(config, test.clock(), Arc::new(SystemRandom)).await.unwrap();
        let tenant = test.tenant("acme").await;
        while other.registry().lookup(&tenant.host).is_none() {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        test.tenancy().set_status(tenant.id, TenantStatus::Suspended).await.unwrap();
        while other.registry().lookup(&tenant.host).unwrap().status != TenantStatus::Suspended {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        other.close().await;
    }

    async fn a_server_with_another_master_key_does_not_start(test: TestTenancy) {
        let key: MasterKey = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=".parse().unwrap();
        let config = TenancyConfig { master_key: MasterKeySource::Given(key), ..test.config() };
        let outcome = Tenancy::start(config, test.clock(), Arc::new(SystemRandom)).await;
        assert!(matches!(outcome, Err(Error::Internal(_))));
    }
}
