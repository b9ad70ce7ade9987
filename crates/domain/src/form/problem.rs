//! What is wrong with a definition, in the words of the API.

use kernel::UserError;

use super::rules::DefinitionProblem;

/// The problem with the path of the input it came from: `fields[3].kind.choice.options[0].label` is
/// `fields`, `3`, `options`, `0`, `label` there.
pub(super) fn user_error(problem: &DefinitionProblem) -> UserError {
    let mut path: Vec<String> = Vec::new();
    let mut parts = problem.path.split('.').filter(|part| !part.is_empty());
    while let Some(part) = parts.next() {
        let (name, index) = match part.split_once('[') {
            Some((name, index)) => (name, Some(index.trim_end_matches(']'))),
            None => (part, None),
        };
        if name == "kind" {
            // The kind's own name says nothing the field does not.
            parts.next();
            continue;
        }
        path.push(in_input(name));
        path.extend(index.map(str::to_owned));
    }
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    match &problem.formula {
        Some(error) => {
            UserError::at(formula_code(error.code), &path).with("at", error.at).with("what", &error.what)
        }
        None => UserError::at("INVALID_FORM", &path).with("problem", &problem.message),
    }
}

fn formula_code(code: &str) -> &'static str {
    match code {
        "UNKNOWN_FUNCTION" => "FORMULA_UNKNOWN_FUNCTION",
        "UNKNOWN_FIELD" => "FORMULA_UNKNOWN_FIELD",
        "WRONG_TYPE" => "FORMULA_WRONG_TYPE",
        "WRONG_ARGUMENTS" => "FORMULA_WRONG_ARGUMENTS",
        "TOO_LONG" => "FORMULA_TOO_LONG",
        "TOO_DEEP" => "FORMULA_TOO_DEEP",
        "CIRCULAR" => "FORMULA_CIRCULAR",
        _ => "FORMULA_SYNTAX",
    }
}

/// `visible_when` is `visibleWhen` there, and checklist items are options.
fn in_input(name: &str) -> String {
    match name {
        "items" => "options".to_owned(),
        "form" => "referencedFormKey".to_owned(),
        name => {
            let mut words = name.split('_');
            let first = words.next().unwrap_or_default().to_owned();
            words.fold(first, |all, word| {
                let mut letters = word.chars();
                let capital = letters.next().map(|c| c.to_ascii_uppercase());
                all + &capital.into_iter().chain(letters).collect::<String>()
            })
        }
    }
}
