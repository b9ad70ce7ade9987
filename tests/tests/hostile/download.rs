//! Files that somebody else asked for.

use kernel::Role;
use serde_json::json;
use waarborg_tests::{TestServer, both_engines};

use crate::example::Belongings;

both_engines! {
    async fn exp_15_a_download_is_for_who_asked_for_it_while_they_are_signed_in(server: &TestServer) {
        let environment = server.fresh().await;
        let own = Belongings::make(server, &environment).await;
        let path = format!("/downloads/{}", own.job);
        let manager = environment.client(Role::Manager).await;

        let whole = manager.get(&path).await;
        assert_eq!((whole.status, whole.header("cache-control")), (200, Some("no-store")));
        assert!(whole.header("content-disposition").unwrap().starts_with("attachment"));
        assert_eq!(whole.header("x-content-type-options"), Some("nosniff"));

        let head = manager.send(manager.request(reqwest::Method::HEAD, &path)).await;
        assert_eq!((head.status, head.body.len()), (200, 0));
        let ranges = format!("bytes={}", vec!["0-1"; 1_000].join(","));
        for range in ["bytes=0-1", "bytes=5-", "bytes=-1", &ranges] {
            let part = manager.send(manager.request(reqwest::Method::GET, &path).header("range", range)).await;
            assert_eq!((part.status, part.body.len()), (200, whole.body.len()), "{range:.20}");
        }
        for role in [Role::Administrator, Role::Employee, Role::Viewer, Role::Auditor] {
            assert_eq!(environment.client(role).await.get(&path).await.status, 404, "{role}");
        }
        assert_eq!(environment.stranger().get(&path).await.status, 401);
        let guessed = own.with_random_ids().job;
        for path in [guessed.as_str(), "job_x", "..%2f..%2ftenant.db", "%00"] {
            assert_eq!(manager.get(&format!("/downloads/{path}")).await.status, 404, "{path}");
        }

        manager.data("mutation { signOut { userErrors { code } } }", json!({})).await;
        assert_eq!(manager.get(&path).await.status, 401);
    }
}
