//! Workbooks that would take the server down.

use kernel::Role;
use serde_json::json;
use waarborg_tests::{TestServer, both_engines, far_away_workbook};

both_engines! {
    async fn exp_03_a_workbook_with_a_cell_at_xfd1048576_is_refused_and_the_server_lives_on(server: &TestServer) {
        let manager = server.pair().await.a.client(Role::Manager).await;
        let bytes = far_away_workbook();
        assert!(bytes.len() < 10_000);
        let reply = manager.upload("klein.xlsx", bytes).await;
        assert_eq!(reply.status, 422, "{reply}");
        let error = &reply.json()["userErrors"][0];
        assert!(error["code"].is_string() && error["path"] == json!(["file"]), "{reply}");
        assert_eq!(manager.run("{ viewer { role } }", json!({})).await.outcome().0, "ok");
    }

    async fn a_file_that_is_no_workbook_is_refused_with_a_reason(server: &TestServer) {
        let manager = server.pair().await.a.client(Role::Manager).await;
        for (name, bytes) in [
            ("empty.xlsx", Vec::new()),
            ("text.xlsx", b"naam;soort\nKast;?\n".to_vec()),
            ("cut.xlsx", waarborg_tests::workbook(&[["Naam"]])[..500].to_vec()),
            ("old.xls", [&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1][..], &[0; 600]].concat()),
        ] {
            let reply = manager.upload(name, bytes).await;
            assert_eq!(reply.status, 422, "{name}: {reply}");
            assert!(reply.json()["userErrors"][0]["code"].is_string(), "{name}: {reply}");
        }
    }
}
