//! What a caller asked for and may not, for the audit log. Here it is one place; in the services it would
//! be every one.

use std::collections::{HashMap, HashSet};

use async_graphql::{
    Name, PathSegment, Response, Value,
    parser::types::{ExecutableDocument, Selection, SelectionSet},
};
use domain::{Ctx, audit};

/// The root fields of a document by the names they have in the answer: an alias is the caller's own word, and
/// not for the log.
pub(crate) struct RootNames(HashMap<Name, Name>);

impl RootNames {
    /// Of all operations in a document that kept the limits.
    pub(crate) fn of(document: &ExecutableDocument) -> Self {
        let mut names = Self(HashMap::new());
        let mut seen = HashSet::new();
        for (_, operation) in document.operations.iter() {
            names.add(document, &operation.node.selection_set.node, &mut seen);
        }
        names
    }

    /// Each fragment once: a document may spread one often, and a wrong one in itself.
    fn add<'a>(
        &mut self,
        document: &'a ExecutableDocument,
        set: &'a SelectionSet,
        seen: &mut HashSet<&'a Name>,
    ) {
        for selection in &set.items {
            match &selection.node {
                Selection::Field(field) => {
                    self.0.insert(field.node.response_key().node.clone(), field.node.name.node.clone());
                }
                Selection::InlineFragment(fragment) => {
                    self.add(document, &fragment.node.selection_set.node, seen);
                }
                Selection::FragmentSpread(spread) => {
                    let name = &spread.node.fragment_name.node;
                    if let (true, Some(fragment)) = (seen.insert(name), document.fragments.get(name)) {
                        self.add(document, &fragment.node.selection_set.node, seen);
                    }
                }
            }
        }
    }
}

/// Notes each root field that was answered with FORBIDDEN, once.
pub(crate) async fn note(ctx: &Ctx, names: &RootNames, response: &Response) {
    let mut tried = HashSet::new();
    for error in &response.errors {
        let code = error.extensions.as_ref().and_then(|extensions| extensions.get("code"));
        if code != Some(&Value::from("FORBIDDEN")) {
            continue;
        }
        let Some(PathSegment::Field(key)) = error.path.first() else { continue };
        let Some(name) = names.0.get(key.as_str()) else { continue };
        if tried.insert(name)
            && let Err(error) = audit::note_refusal(ctx, name).await
        {
            tracing::warn!(%error, %name, "a refusal could not be noted");
        }
    }
}
