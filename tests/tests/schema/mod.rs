//! The schema as a document.

use async_graphql::parser::{
    parse_schema,
    types::{TypeKind, TypeSystemDefinition},
};
use waarborg_tests::sdl_file;

/// Types that async-graphql makes and that cannot be given a description of ours.
fn is_made_by_the_library(name: &str) -> bool {
    name.ends_with("Connection") || name == "String" || name == "Int" || name == "Boolean" || name == "ID"
}

#[test]
fn schema_graphql_is_what_the_server_answers_by() {
    let (file, server) = (sdl_file(), api::sdl());
    let first = file.lines().zip(server.lines()).find(|(file, server)| file != server);
    assert_eq!(first, None, "write it anew with `waarborg schema`");
    assert_eq!(file.len(), server.len());
}

#[test]
fn every_type_field_input_and_enum_value_has_a_description() {
    let document = parse_schema(sdl_file()).unwrap();
    let mut bare = Vec::new();
    let mut note = |has_description: bool, name: String| {
        if !has_description {
            bare.push(name);
        }
    };
    for definition in document.definitions {
        let TypeSystemDefinition::Type(found) = definition else { continue };
        let (name, found) = (found.node.name.node.to_string(), found.node);
        note(found.description.is_some() || is_made_by_the_library(&name), name.clone());
        match found.kind {
            TypeKind::Object(object) => {
                for field in object.fields {
                    note(field.node.description.is_some(), format!("{name}.{}", field.node.name.node));
                }
            }
            TypeKind::Interface(interface) => {
                for field in interface.fields {
                    note(field.node.description.is_some(), format!("{name}.{}", field.node.name.node));
                }
            }
            TypeKind::InputObject(input) => {
                for field in input.fields {
                    note(field.node.description.is_some(), format!("{name}.{}", field.node.name.node));
                }
            }
            TypeKind::Enum(choices) => {
                for value in choices.values {
                    note(value.node.description.is_some(), format!("{name}.{}", value.node.value.node));
                }
            }
            TypeKind::Scalar | TypeKind::Union(_) => {}
        }
    }
    assert_eq!(bare, Vec::<String>::new());
}

#[test]
fn no_description_of_ours_speaks_of_how_it_is_made() {
    for line in
        sdl_file().lines().filter(|line| line.trim_start().starts_with('"') || line.starts_with("Implement"))
    {
        for word in ["Implement ", "Rust", "sea_orm", "struct", "Utc>"] {
            assert!(!line.contains(word), "{line}");
        }
    }
}
