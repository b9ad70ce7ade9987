//! What is refused, what is not, and how much work it took.

use std::fmt::Write;

use async_graphql::{
    ServerError,
    parser::{
        parse_query,
        types::{ExecutableDocument, Selection, SelectionSet},
    },
};
use proptest::prelude::*;

use super::{Limits, Reason, check, measure::Meter, scan};

fn reason(query: &str) -> Option<Reason> {
    check(query, &Limits::default()).err().map(|refusal| refusal.reason)
}

/// Selections looked at while measuring, when nothing is refused for its size.
fn work(query: &str) -> usize {
    let boundless = Limits {
        depth: usize::MAX,
        selections: usize::MAX,
        document_selections: usize::MAX,
        root_fields: usize::MAX,
        repeats: usize::MAX,
        nesting: 100,
        ..Limits::default()
    };
    Meter::new(&parse_query(query).unwrap(), &boundless).document().unwrap()
}

/// Each fragment spreads the next one `spreads` times; the last has a field, or spreads what is not there.
fn bomb(levels: usize, spreads: usize, last: &str) -> String {
    let mut query = "{ ...F0 }".to_owned();
    for level in 0..levels {
        let body = format!("...F{} ", level + 1).repeat(spreads);
        write!(query, " fragment F{level} on Q {{ {body}}}").unwrap();
    }
    write!(query, " fragment F{levels} on Q {{ {last} }}").unwrap();
    query
}

fn nested(open: &str, inner: &str, close: &str, times: usize) -> String {
    format!("{}{inner}{}", open.repeat(times), close.repeat(times))
}

#[test]
fn gql_01_a_fragment_bomb_of_24_levels_is_refused_after_looking_at_each_spread_once() {
    let query = bomb(24, 2, "a");
    assert_eq!(reason(&query), Some(Reason::TooManySelections));
    assert_eq!(work(&query), 1 + 24 * 2 + 1);
}

#[test]
fn gql_02_a_fragment_bomb_of_4_levels_by_60_spreads_is_refused_after_looking_at_each_spread_once() {
    let query = bomb(4, 60, "a");
    assert_eq!(reason(&query), Some(Reason::TooManySelections));
    assert_eq!(work(&query), 1 + 4 * 60 + 1);
}

#[test]
fn gql_01_a_bomb_without_a_single_field_is_refused_too() {
    assert_eq!(reason(&bomb(24, 2, "...Missing")), Some(Reason::TooManySelections));
}

#[test]
fn gql_01_a_bomb_in_fragments_that_nothing_uses_is_refused_too() {
    let query = bomb(24, 2, "a").replacen("{ ...F0 }", "{ a }", 1);
    assert_eq!(reason(&query), Some(Reason::TooManySelections));
}

#[test]
fn many_fragments_that_each_expand_a_little_are_refused_for_what_they_come_to_together() {
    let mut query = format!("{{ a }} fragment Big on Q {{ {} }}", fields(1_500));
    for number in 0..10 {
        write!(query, " fragment F{number} on Q {{ ...Big }}").unwrap();
    }
    assert_eq!(reason(&query), Some(Reason::TooManySelections));
}

#[test]
fn a_chain_of_fragments_cannot_end_the_stack() {
    let query = bomb(1_200, 1, "a");
    assert_eq!(reason(&query), Some(Reason::TooNested));
}

/// `count` fields of different names.
fn fields(count: usize) -> String {
    (0..count).fold(String::new(), |mut text, number| {
        write!(text, "f{number} ").unwrap();
        text
    })
}

#[test]
fn gql_05_the_same_field_500_or_5000_times_is_refused() {
    for times in [500, 5_000] {
        let query = format!("{{ viewer {{ {} }} }}", "id ".repeat(times));
        assert_eq!(reason(&query), Some(Reason::TooManyRepeats), "{times}");
        let aliased = (0..times).fold(String::new(), |text, number| format!("{text}a{number}: id "));
        assert!(reason(&format!("{{ viewer {{ {aliased} }} }}")).is_some(), "{times} aliases");
        let in_fragments = "... { id } ".repeat(times);
        let refused = reason(&format!("{{ viewer {{ {in_fragments} }} }}")).is_some();
        // Up to the limit of selections it is bounded work, which validation de-duplicates.
        assert_eq!(refused, times == 5_000);
    }
}

#[test]
fn gql_06_unknown_directives_get_one_short_error_on_a_field_and_on_the_operation() {
    for (times, on_operation) in [(10, false), (5_000, false), (10, true), (5_000, true)] {
        let directives = "@a ".repeat(times);
        let query = if on_operation {
            format!("query {directives} {{ a }}")
        } else {
            format!("{{ a {directives} }}")
        };
        let refusal = check(&query, &Limits::default()).unwrap_err();
        let expected = if times == 10 { Reason::TooManyDirectives } else { Reason::TooManyTokens };
        assert_eq!(refusal.reason, expected, "{times} {on_operation}");
        assert!(serde_json::to_string(&ServerError::from(refusal)).unwrap().len() < 200);
    }
}

#[test]
fn gql_06_directives_are_counted_on_variables_spreads_and_fragments_as_well() {
    let four = "@a @b @c @d";
    for query in [
        format!("query Q($v: Int {four}) {{ a }}"),
        format!("{{ ...F {four} }} fragment F on Q {{ a }}"),
        format!("{{ ...F }} fragment F on Q {four} {{ a }}"),
        format!("{{ ... {four} {{ a }} }}"),
        format!("{{ {} }}", "... @skip(if: true) @include(if: true) { a } ".repeat(11)),
    ] {
        assert_eq!(reason(&query), Some(Reason::TooManyDirectives), "{query}");
    }
}

#[test]
fn gql_08_depth_33_and_65_nested_lists_and_100_000_braces_are_refused_before_they_are_parsed() {
    for query in [
        nested("{ a ", "", "}", 33),
        nested("{a", "", "", 30_000),
        nested("[", "", "", 60_000),
        nested("{a(b:", "1", ")}", 6_000),
    ] {
        assert_eq!(reason(&query), Some(Reason::TooNested), "{query:.40}");
    }
    for query in [
        format!("{{ a(x: {}) }}", nested("[", "1", "]", 65)),
        format!("query Q($v: {}) {{ a }}", nested("[", "Int", "]", 65)),
    ] {
        assert_eq!(reason(&query), Some(Reason::LiteralTooDeep), "{query:.40}");
    }
    assert_eq!(reason(&nested("{a", "", "}", 100_000)), Some(Reason::TooLong));
}

#[test]
fn gql_08_sixteen_fields_within_each_other_are_one_too_many_however_they_are_spread() {
    assert_eq!(reason(&nested("{ a ", "", "}", 15)), None);
    assert_eq!(reason(&nested("{ a ", "", "}", 16)), Some(Reason::TooDeep));
    let eight = nested("{ a ", "%", "}", 8);
    let spread = format!("{} fragment F on Q {}", eight.replace('%', "{ ...F }"), eight.replace('%', ""));
    assert_eq!(reason(&spread), Some(Reason::TooDeep));
}

#[test]
fn gql_08_a_literal_of_eleven_lists_within_each_other_is_refused_wherever_it_stands() {
    let deep = nested("[", "", "]", 11);
    for query in [
        format!("{{ a(x: {deep}) }}"),
        format!("{{ a(x: {{ y: {} }}) }}", nested("[", "1", "]", 10)),
        format!("query Q($v: [Int] = {deep}) {{ a }}"),
        format!("query Q @d(x: {deep}) {{ a }}"),
    ] {
        assert_eq!(reason(&query), Some(Reason::LiteralTooDeep), "{query}");
    }
}

#[test]
fn gql_09_fragments_that_spread_themselves_are_refused() {
    for query in [
        "{ ...A } fragment A on Q { ...A }",
        "{ ...A } fragment A on Q { b ...B } fragment B on Q { ...A }",
        "{ ...A } fragment A on Q { a { ...B } } fragment B on Q { b { ... { ...A } } }",
        "{ a } fragment A on Q { ...B } fragment B on Q { ...A }",
    ] {
        assert_eq!(reason(query), Some(Reason::FragmentCycle), "{query}");
    }
}

#[test]
fn gql_10_a_document_of_eleven_operations_is_refused_and_the_limits_hold_for_each_of_ten() {
    let operations = |count: usize| {
        (0..count).fold(String::new(), |text, number| format!("{text} query Q{number} {{ a }}"))
    };
    assert_eq!(reason(&operations(10)), None);
    assert_eq!(reason(&operations(11)), Some(Reason::TooManyOperations));
    let hidden = format!("{} query Last {{ {} }}", operations(2), fields(21));
    assert_eq!(reason(&hidden), Some(Reason::TooManyRootFields));
}

#[test]
fn root_fields_and_aliases_are_counted_through_fragments() {
    let (eleven, aliases) = (fields(11), "x: a y: b z: c ");
    let roots = format!("{{ {eleven} ...F }} fragment F on Q {{ {} }}", eleven.replace('f', "g"));
    assert_eq!(reason(&roots), Some(Reason::TooManyRootFields));
    let spread = format!("{{ a {{ {} }} }} fragment F on Q {{ {aliases} }}", "...F ".repeat(17));
    assert_eq!(reason(&spread), Some(Reason::TooManyAliases));
}

#[test]
fn tokens_in_strings_and_comments_do_not_count_and_an_open_string_is_no_graphql() {
    let brackets = "{[(".repeat(100);
    for query in [
        format!("{{ a(x: \"{brackets}\") }}"),
        format!("{{ a(x: \"\\\"{brackets}\") }}"),
        format!("{{ a(x: \"\"\"{brackets}\n\\\"\"\"{brackets}\"\"\") }}"),
        format!("{{ a # {brackets} \"\n }}"),
    ] {
        assert_eq!(reason(&query), None, "{query}");
    }
    for query in [
        "{ a(x: \"",
        "{ a(x: \"\n\") }",
        "{ a(x: \"\"\"\") }",
        "{ a(x: \"\\",
        "",
        "{",
        "not GraphQL",
        "{ a }}",
    ] {
        assert_eq!(reason(query), Some(Reason::Syntax), "{query}");
    }
    assert_eq!(reason(&"a ".repeat(10_001)), Some(Reason::TooManyTokens));
    assert_eq!(reason(&" ".repeat(65_537)), Some(Reason::TooLong));
}

#[test]
fn a_syntax_error_says_where_and_nothing_else() {
    let error = ServerError::from(check("{ a(secret: ) }", &Limits::default()).unwrap_err());
    let json = serde_json::to_value(&error).unwrap();
    assert_eq!(json["message"], "The query is not valid GraphQL.");
    assert_eq!(json["locations"][0]["line"], 1);
    assert_eq!(json["extensions"], serde_json::json!({"code": "BAD_REQUEST", "reason": "QUERY_SYNTAX"}));
}

#[test]
fn the_introspection_query_of_common_tools_is_allowed() {
    let of_type = nested("ofType { kind name ", "", "}", 9);
    let query = format!(
        "query IntrospectionQuery {{ __schema {{ queryType {{ name }} mutationType {{ name }}
            types {{ ...FullType }} directives {{ name locations args {{ ...InputValue }} }} }} }}
         fragment FullType on __Type {{ kind name
            fields(includeDeprecated: true) {{ name args {{ ...InputValue }} type {{ ...TypeRef }} isDeprecated }}
            inputFields {{ ...InputValue }} interfaces {{ ...TypeRef }}
            enumValues(includeDeprecated: true) {{ name }} possibleTypes {{ ...TypeRef }} }}
         fragment InputValue on __InputValue {{ name type {{ ...TypeRef }} defaultValue }}
         fragment TypeRef on __Type {{ kind name {of_type} }}"
    );
    assert_eq!(reason(&query), None);
}

/// Selections of a set with its fragments expanded one by one; gives up beyond `budget`.
fn expand(document: &ExecutableDocument, set: &SelectionSet, budget: &mut usize) {
    for selection in &set.items {
        *budget = budget.saturating_sub(1);
        if *budget == 0 {
            return;
        }
        match &selection.node {
            Selection::Field(field) => expand(document, &field.node.selection_set.node, budget),
            Selection::InlineFragment(inline) => expand(document, &inline.node.selection_set.node, budget),
            Selection::FragmentSpread(spread) => {
                if let Some(fragment) = document.fragments.get(&spread.node.fragment_name.node) {
                    expand(document, &fragment.node.selection_set.node, budget);
                }
            }
        }
    }
}

/// A document of up to eight fragments that spread each other at random, cycles included.
fn documents() -> impl Strategy<Value = String> {
    let item = prop_oneof![
        (0..8_usize).prop_map(|number| format!("...F{number}")),
        (0..5_usize).prop_map(|number| format!("f{number}")),
        (0..8_usize).prop_map(|number| format!("o {{ ...F{number} a }}")),
        Just("... { a }".to_owned()),
    ];
    let body = prop::collection::vec(item, 1..30).prop_map(|items| items.join(" "));
    prop::collection::vec(body, 1..9).prop_map(|bodies| {
        let mut query = "{ o { ...F0 } }".to_owned();
        for (number, body) in bodies.iter().enumerate() {
            write!(query, " fragment F{number} on Q {{ {body} }}").unwrap();
        }
        query
    })
}

proptest! {
    #[test]
    fn gql_01_what_passes_expands_to_no_more_than_allowed(query in documents()) {
        let limits = Limits { repeats: usize::MAX, ..Limits::default() };
        if let Ok(document) = check(&query, &limits) {
            for (_, operation) in document.operations.iter() {
                let mut budget = limits.selections + 2;
                expand(&document, &operation.node.selection_set.node, &mut budget);
                prop_assert!(budget > 1, "{query}");
            }
        }
    }

    #[test]
    fn gql_02_measuring_looks_at_each_selection_once_at_most(query in documents()) {
        let document = parse_query(&query).unwrap();
        let limits = Limits { repeats: usize::MAX, ..Limits::default() };
        let boundless =
            Limits { selections: usize::MAX, document_selections: usize::MAX, depth: usize::MAX, ..limits };
        if let Ok(visited) = Meter::new(&document, &boundless).document() {
            let written = query.matches(['.', '{', 'f', 'o', 'a']).count();
            prop_assert!(visited <= written);
        }
    }

    #[test]
    fn gql_08_no_text_makes_the_guard_fall_over(query in "[{}()\\[\\]\"#\\\\\n a:@$.é!=1-]{0,300}") {
        let _refused_or_not = check(&query, &Limits::default());
    }

    #[test]
    fn gql_08_what_the_parser_takes_the_scan_has_measured(depth in 1..60_usize, text in "[{\\[(#, ]{0,40}") {
        let query = nested("{ a(x: \"%\") ", "", "}", depth).replace('%', &text);
        let limits = Limits::default();
        prop_assert_eq!(scan::check(&query, &limits).is_err(), depth + 1 > limits.nesting);
    }
}
