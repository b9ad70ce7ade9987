//! What schema.graphql says.

use std::{collections::HashSet, path::Path};

use async_graphql::parser::{
    parse_schema,
    types::{
        BaseType, InputValueDefinition, ServiceDocument, Type, TypeDefinition, TypeKind, TypeSystemDefinition,
    },
};

/// A field of Query or Mutation.
#[derive(Debug, Clone)]
pub struct RootField {
    /// Its name.
    pub name: String,
    /// Takes an id, a cursor, a ticket or a link's secret, if only deep in its input: something that could be another
    /// environment's.
    pub takes_identity: bool,
}

/// The file, as it is in the repository.
#[must_use]
pub fn sdl_file() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema.graphql");
    std::fs::read_to_string(path).expect("schema.graphql")
}

/// All root fields of schema.graphql.
#[must_use]
pub fn root_fields() -> Vec<RootField> {
    ["Query", "Mutation"].into_iter().flat_map(root_fields_of).collect()
}

/// The root fields of `Query` or of `Mutation`.
#[must_use]
pub fn root_fields_of(root: &str) -> Vec<RootField> {
    fields(&parse_schema(sdl_file()).expect("a schema"), root)
}

fn fields(document: &ServiceDocument, root: &str) -> Vec<RootField> {
    let Some(TypeKind::Object(object)) = find(document, root).map(|found| &found.kind) else {
        panic!("no type {root}");
    };
    let field = |field: &async_graphql::parser::types::FieldDefinition| RootField {
        name: field.name.node.to_string(),
        takes_identity: field
            .arguments
            .iter()
            .any(|argument| is_identity(document, &argument.node, &mut HashSet::new())),
    };
    object.fields.iter().map(|found| field(&found.node)).collect()
}

fn is_identity(document: &ServiceDocument, input: &InputValueDefinition, seen: &mut HashSet<String>) -> bool {
    let name = named(&input.ty.node);
    if name == "ID" || matches!(input.name.node.as_str(), "after" | "ticket" | "token") {
        return true;
    }
    if !seen.insert(name.to_owned()) {
        return false;
    }
    match find(document, name).map(|found| &found.kind) {
        Some(TypeKind::InputObject(object)) => {
            object.fields.iter().any(|field| is_identity(document, &field.node, seen))
        }
        _ => false,
    }
}

fn named(ty: &Type) -> &str {
    match &ty.base {
        BaseType::Named(name) => name.as_str(),
        BaseType::List(inner) => named(inner),
    }
}

fn find<'a>(document: &'a ServiceDocument, name: &str) -> Option<&'a TypeDefinition> {
    document.definitions.iter().find_map(|definition| match definition {
        TypeSystemDefinition::Type(found) if found.node.name.node == name => Some(&found.node),
        _ => None,
    })
}
