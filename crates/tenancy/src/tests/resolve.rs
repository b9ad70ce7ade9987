use std::{convert::Infallible, sync::Arc};

use http::{Request, Response, StatusCode};
use tower::{Layer, ServiceExt, service_fn};

use crate::{
    ClientAddress, PeerAddress, ResolveTenant, TenantEntry, TenantStatus, TrustedProxies, on_both_engines,
    testing::TestTenancy as Environments,
};

/// The status of a request, and what the service behind the layer says: whose it is and whence.
async fn send(test: &Environments, headers: &[(&str, &str)]) -> (StatusCode, String) {
    let proxies = TrustedProxies::new(vec!["10.0.0.0/8".parse().unwrap()]);
    let layer = ResolveTenant::new(test.tenancy().registry().clone(), proxies);
    let service = layer.layer(service_fn(|request: Request<()>| async move {
        let tenant = request.extensions().get::<Arc<TenantEntry>>().unwrap();
        let client = request.extensions().get::<ClientAddress>().unwrap();
        Ok::<_, Infallible>(Response::new(format!("{} {}", tenant.slug, client.0)))
    }));
    let mut request = Request::builder();
    for (name, value) in headers {
        request = request.header(*name, value.as_bytes());
    }
    let mut request = request.body(()).unwrap();
    request.extensions_mut().insert(PeerAddress("203.0.113.9:1".parse().unwrap()));
    let response = service.oneshot(request).await.unwrap();
    (response.status(), response.into_body())
}

/// Everything below the data directory, by name.
fn files(test: &Environments) -> Vec<String> {
    fn walk(folder: &std::path::Path, found: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            found.push(path.display().to_string());
            if path.is_dir() {
                walk(&path, found);
            }
        }
    }
    let mut found = Vec::new();
    walk(&test.config().data_dir, &mut found);
    found.sort();
    found
}

on_both_engines! {
    async fn a_request_reaches_the_environment_of_its_host(test: TestTenancy) {
        test.tenant("acme").await;
        test.tenant("bolt").await;
        let answer = send(&test, &[("host", "ACME.example.test:8443")]).await;
        assert_eq!(answer, (StatusCode::OK, "acme 203.0.113.9".into()));
        let forwarded = ("x-forwarded-host", "bolt.example.test");
        let answer = send(&test, &[("host", "acme.example.test"), forwarded]).await;
        assert_eq!(answer, (StatusCode::OK, "acme 203.0.113.9".into()));
    }

    async fn ten_01_an_unknown_or_bad_host_opens_nothing_and_makes_no_file(test: TestTenancy) {
        test.tenant("acme").await;
        test.tenancy().close().await;
        let (files_before, stats_before) = (files(&test), test.tenancy().pool_stats());
        for host in ["other.example.test", "acme", "example.test", "a.acme.example.test", "127.0.0.1:80"] {
            assert_eq!(send(&test, &[("host", host)]).await.0, StatusCode::NOT_FOUND, "{host}");
        }
        let bad = ["", "acme.example.test.", "a@acme.example.test", "[::1]", "acme.example.test,b", "../acme"];
        for host in bad {
            assert_eq!(send(&test, &[("host", host)]).await.0, StatusCode::BAD_REQUEST, "{host}");
        }
        let twice = [("host", "acme.example.test"), ("host", "acme.example.test")];
        assert_eq!(send(&test, &twice).await.0, StatusCode::BAD_REQUEST);
        assert_eq!(send(&test, &[]).await.0, StatusCode::BAD_REQUEST);
        assert_eq!((files(&test), test.tenancy().pool_stats()), (files_before, stats_before));
    }

    async fn a_suspended_environment_says_that_it_is(test: TestTenancy) {
        let tenant = test.tenant("acme").await;
        test.tenancy().set_status(tenant.id, TenantStatus::Suspended).await.unwrap();
        let (status, body) = send(&test, &[("host", "acme.example.test")]).await;
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
        assert!(body.contains("tijdelijk uitgeschakeld") && body.contains("switched off"), "{body}");
    }
}
