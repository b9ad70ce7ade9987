//! Dependencies run one way. The table below is the whole rule; docs/ARCHITECTURE.md explains it.

use anyhow::{Context, Result};
use serde::Deserialize;

use super::conclude;
use crate::process;

/// Families of crates from outside, by the beginning of their names.
const DATABASE: &[&str] = &["sea-orm", "sqlx"];
const GRAPHQL: &[&str] = &["async-graphql"];
const WEB_SERVER: &[&str] = &["axum"];

/// One crate of ours: which of ours it may use, and which families from outside it never sees.
struct Layer {
    name: &'static str,
    may_use: &'static [&'static str],
    never: &'static [&'static [&'static str]],
}

const LAYERS: &[Layer] = &[
    Layer { name: "waarborg-kernel", may_use: &[], never: &[DATABASE, GRAPHQL, WEB_SERVER] },
    Layer { name: "waarborg-ledger", may_use: &["waarborg-kernel"], never: &[DATABASE, GRAPHQL, WEB_SERVER] },
    Layer { name: "waarborg-migrations", may_use: &["waarborg-kernel"], never: &[GRAPHQL, WEB_SERVER] },
    Layer {
        name: "waarborg-tenancy",
        may_use: &["waarborg-kernel", "waarborg-migrations"],
        never: &[GRAPHQL, WEB_SERVER],
    },
    Layer {
        name: "waarborg-domain",
        may_use: &["waarborg-kernel", "waarborg-ledger", "waarborg-tenancy"],
        never: &[GRAPHQL, WEB_SERVER],
    },
    Layer {
        name: "waarborg-monitoring",
        may_use: &["waarborg-kernel", "waarborg-tenancy"],
        never: &[GRAPHQL, WEB_SERVER],
    },
    Layer { name: "waarborg-auth", may_use: ON_DOMAIN, never: &[GRAPHQL, WEB_SERVER] },
    Layer { name: "waarborg-packs", may_use: ON_DOMAIN, never: &[GRAPHQL, WEB_SERVER] },
    Layer {
        name: "waarborg-export",
        may_use: &["waarborg-kernel", "waarborg-ledger", "waarborg-tenancy", "waarborg-domain"],
        never: &[GRAPHQL, WEB_SERVER],
    },
    Layer { name: "waarborg-mail", may_use: ON_DOMAIN, never: &[DATABASE, GRAPHQL, WEB_SERVER] },
    Layer {
        name: "waarborg-backup",
        may_use: &["waarborg-kernel", "waarborg-ledger", "waarborg-tenancy", "waarborg-domain"],
        never: &[DATABASE, GRAPHQL, WEB_SERVER],
    },
    Layer {
        name: "waarborg-api",
        may_use: &[
            "waarborg-kernel",
            "waarborg-ledger",
            "waarborg-tenancy",
            "waarborg-domain",
            "waarborg-auth",
            "waarborg-packs",
            "waarborg-export",
            "waarborg-mail",
            "waarborg-backup",
        ],
        never: &[DATABASE, WEB_SERVER],
    },
    Layer { name: "waarborg-server", may_use: PRODUCT, never: &[] },
    Layer { name: "waarborg-tests", may_use: PRODUCT, never: &[] },
    Layer { name: "waarborg-bench", may_use: PRODUCT, never: &[] },
    Layer { name: "waarborg-xtask", may_use: &[], never: &[DATABASE, GRAPHQL, WEB_SERVER] },
];

const ON_DOMAIN: &[&str] = &["waarborg-kernel", "waarborg-tenancy", "waarborg-domain"];

const PRODUCT: &[&str] = &[
    "waarborg-kernel",
    "waarborg-ledger",
    "waarborg-migrations",
    "waarborg-tenancy",
    "waarborg-domain",
    "waarborg-monitoring",
    "waarborg-auth",
    "waarborg-packs",
    "waarborg-export",
    "waarborg-mail",
    "waarborg-backup",
    "waarborg-api",
    "waarborg-server",
];

/// What `cargo metadata` tells, as far as it matters here.
#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    dependencies: Vec<Dependency>,
}

#[derive(Deserialize)]
struct Dependency {
    name: String,
    /// `None` for an ordinary one, else `build` or `dev`. Only tests see the latter, so it is free.
    kind: Option<String>,
}

pub(super) fn check() -> Result<()> {
    let mut cargo = process::cargo();
    let metadata = process::capture(cargo.args(["metadata", "--format-version", "1", "--no-deps"]))?;
    let metadata: Metadata = serde_json::from_str(&metadata).context("reading what cargo metadata tells")?;
    conclude(&findings(&metadata))
}

fn findings(metadata: &Metadata) -> Vec<String> {
    let is_ours = |name: &str| metadata.packages.iter().any(|package| package.name == name);
    let mut findings = Vec::new();
    for package in &metadata.packages {
        let name = &package.name;
        let Some(layer) = LAYERS.iter().find(|layer| layer.name == *name) else {
            findings.push(format!("{name} has no layer yet: give it one in {}", file!()));
            continue;
        };
        let used = package.dependencies.iter().filter(|dependency| dependency.kind.as_deref() != Some("dev"));
        for dependency in used.map(|dependency| dependency.name.as_str()) {
            if is_ours(dependency) && !layer.may_use.contains(&dependency) {
                findings.push(format!("{name} may not depend on {dependency}: it is not a lower layer"));
            }
            let is_of_family = |family: &&[&str]| family.iter().any(|prefix| dependency.starts_with(prefix));
            if layer.never.iter().any(is_of_family) {
                findings.push(format!("{name} may not depend on {dependency}: its layer never sees that"));
            }
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn findings_of(packages: &str) -> Vec<String> {
        let metadata = serde_json::from_str(&format!("{{\"packages\": {packages}}}")).expect("metadata");
        findings(&metadata)
    }

    #[test]
    fn a_crate_may_use_the_layers_below_it() {
        let found = findings_of(
            r#"[{"name": "waarborg-kernel", "dependencies": [{"name": "serde", "kind": null}]},
                {"name": "waarborg-domain", "dependencies": [{"name": "waarborg-kernel", "kind": null},
                                                             {"name": "sea-orm", "kind": null}]}]"#,
        );
        assert_eq!(found, Vec::<String>::new());
    }

    #[test]
    fn a_crate_may_not_use_a_layer_above_it() {
        let found = findings_of(
            r#"[{"name": "waarborg-kernel", "dependencies": [{"name": "waarborg-domain", "kind": "build"}]},
                {"name": "waarborg-domain", "dependencies": []}]"#,
        );
        assert_eq!(found, ["waarborg-kernel may not depend on waarborg-domain: it is not a lower layer"]);
    }

    #[test]
    fn the_domain_never_sees_graphql_and_the_api_never_sees_the_database() {
        let found = findings_of(
            r#"[{"name": "waarborg-domain", "dependencies": [{"name": "async-graphql-value", "kind": null}]},
                {"name": "waarborg-api", "dependencies": [{"name": "sea-orm", "kind": null}]}]"#,
        );
        assert_eq!(found.len(), 2, "{found:?}");
    }

    #[test]
    fn tests_of_a_crate_may_use_anything() {
        let found = findings_of(
            r#"[{"name": "waarborg-api", "dependencies": [{"name": "sea-orm", "kind": "dev"}]}]"#,
        );
        assert_eq!(found, Vec::<String>::new());
    }

    #[test]
    fn a_new_crate_needs_a_layer() {
        assert_eq!(findings_of(r#"[{"name": "waarborg-new", "dependencies": []}]"#).len(), 1);
    }
}
