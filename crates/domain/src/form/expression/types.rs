//! Whether a formula makes sense over the kinds of a form.

use super::{Expression, ExpressionError, Function, Operator, parse};
use crate::form::{Field, FieldKind, FormDefinition};

/// What an expression gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    /// A number, a score, or how many were ticked.
    Number,
    /// A text or the key of an option.
    Text,
    /// A day; a moment counts as its day in the Netherlands.
    Date,
    /// A condition, or an answer to a closed question.
    YesNo,
    /// Several at once: only `count` and `isempty` take it.
    Many,
}

/// What a formula gives in this form.
///
/// # Errors
/// When it names an unknown field, mixes types, or reads itself.
pub fn type_of(text: &str, form: &FormDefinition) -> Result<Type, ExpressionError> {
    let expression = parse(text)?;
    let found = Checker { form, above: Vec::new() }.check(&expression)?;
    if found == Type::Many { Err(wrong_type("")) } else { Ok(found) }
}

struct Checker<'a> {
    form: &'a FormDefinition,
    /// Keys of the computed fields whose formulas are being looked into.
    above: Vec<&'a str>,
}

fn wrong_type(what: impl Into<String>) -> ExpressionError {
    ExpressionError::new("WRONG_TYPE", 0, what)
}

impl<'a> Checker<'a> {
    fn check(&mut self, expression: &Expression) -> Result<Type, ExpressionError> {
        Ok(match expression {
            Expression::Number(_) => Type::Number,
            Expression::Text(_) => Type::Text,
            Expression::Field(key) => self.field(key)?,
            Expression::Not(inner) => self.expect(inner, Type::YesNo)?,
            Expression::Negative(inner) => self.expect(inner, Type::Number)?,
            Expression::Binary(operator, left, right) => self.binary(*operator, left, right)?,
            Expression::Call(function, arguments) => self.call(*function, arguments)?,
        })
    }

    fn expect(&mut self, expression: &Expression, wanted: Type) -> Result<Type, ExpressionError> {
        let found = self.check(expression)?;
        if found == wanted { Ok(found) } else { Err(wrong_type(name(expression))) }
    }

    fn field(&mut self, key: &str) -> Result<Type, ExpressionError> {
        let unknown = || ExpressionError::new("UNKNOWN_FIELD", 0, key);
        let field = self.form.field(key).ok_or_else(unknown)?;
        match &field.kind {
            FieldKind::Computed { expression, .. } => self.computed(field, expression),
            kind => Ok(of_kind(kind)),
        }
    }

    fn computed(&mut self, field: &'a Field, expression: &str) -> Result<Type, ExpressionError> {
        if self.above.contains(&field.key.as_str()) {
            return Err(ExpressionError::new("CIRCULAR", 0, field.key.as_str()));
        }
        self.above.push(&field.key);
        let found = self.check(&parse(expression)?)?;
        self.above.pop();
        Ok(found)
    }

    fn binary(
        &mut self,
        operator: Operator,
        left: &Expression,
        right: &Expression,
    ) -> Result<Type, ExpressionError> {
        let (one, other) = (self.check(left)?, self.check(right)?);
        let mixed = || wrong_type(name(right));
        match operator {
            Operator::Or | Operator::And if one == Type::YesNo && other == Type::YesNo => Ok(Type::YesNo),
            Operator::Equal | Operator::Unequal => {
                let answer = [(Type::YesNo, Type::Text), (Type::Text, Type::YesNo)].contains(&(one, other));
                if (one == other && one != Type::Many) || answer { Ok(Type::YesNo) } else { Err(mixed()) }
            }
            Operator::Less | Operator::AtMost | Operator::More | Operator::AtLeast
                if one == other && matches!(one, Type::Number | Type::Text | Type::Date) =>
            {
                Ok(Type::YesNo)
            }
            Operator::Join if one != Type::Many && other != Type::Many => Ok(Type::Text),
            Operator::Add | Operator::Subtract if (one, other) == (Type::Date, Type::Number) => {
                Ok(Type::Date)
            }
            Operator::Subtract if (one, other) == (Type::Date, Type::Date) => Ok(Type::Number),
            Operator::Add | Operator::Subtract | Operator::Multiply | Operator::Divide
                if (one, other) == (Type::Number, Type::Number) =>
            {
                Ok(Type::Number)
            }
            _ => Err(mixed()),
        }
    }

    fn call(&mut self, function: Function, arguments: &[Expression]) -> Result<Type, ExpressionError> {
        match (function, arguments) {
            (Function::If, [condition, then, otherwise]) => {
                self.expect(condition, Type::YesNo)?;
                let found = self.check(then)?;
                self.expect(otherwise, found)
            }
            (Function::Min | Function::Max | Function::Coalesce, [first, others @ ..]) => {
                let found = self.check(first)?;
                let takes = function == Function::Coalesce || matches!(found, Type::Number | Type::Date);
                if !takes || found == Type::Many {
                    return Err(wrong_type(name(first)));
                }
                others.iter().try_for_each(|other| self.expect(other, found).map(drop))?;
                Ok(found)
            }
            (Function::IsEmpty | Function::Count, [argument]) => {
                self.check(argument)?;
                let is_field = matches!(argument, Expression::Field(_));
                let given = if function == Function::Count { Type::Number } else { Type::YesNo };
                if is_field { Ok(given) } else { Err(wrong_type("")) }
            }
            (Function::Likelihood | Function::Impact, [argument]) => {
                let is_place = matches!(argument, Expression::Field(key) if self.form.field(key).is_some_and(
                    |field| matches!(field.kind, FieldKind::LikelihoodImpact { .. })));
                if is_place { Ok(Type::Number) } else { Err(wrong_type(name(argument))) }
            }
            (Function::AddMonths | Function::AddDays, [day, number]) => {
                self.expect(number, Type::Number)?;
                self.expect(day, Type::Date)
            }
            _ => {
                arguments.iter().try_for_each(|argument| self.expect(argument, Type::Number).map(drop))?;
                Ok(Type::Number)
            }
        }
    }
}

fn name(expression: &Expression) -> String {
    match expression {
        Expression::Field(key) => key.clone(),
        Expression::Text(text) => format!("\"{text}\""),
        Expression::Number(number) => number.to_string(),
        Expression::Call(function, _) => function.names().0.to_owned(),
        _ => String::new(),
    }
}

const fn of_kind(kind: &FieldKind) -> Type {
    match kind {
        FieldKind::Number { .. } | FieldKind::LikelihoodImpact { .. } | FieldKind::Checklist { .. } => {
            Type::Number
        }
        FieldKind::Date {} | FieldKind::DateTime {} | FieldKind::Deadline { .. } => Type::Date,
        FieldKind::YesNoNa {} => Type::YesNo,
        FieldKind::Text { .. }
        | FieldKind::AutoNumber { .. }
        | FieldKind::Colour {}
        | FieldKind::Choice { multiple: false, .. }
        | FieldKind::DynamicChoice { multiple: false, .. }
        | FieldKind::Country { multiple: false } => Type::Text,
        _ => Type::Many,
    }
}
