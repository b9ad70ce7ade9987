//! From tokens to an [`Expression`], by precedence climbing.

use super::{
    Expression, ExpressionError, Function, Operator,
    token::{Token, tokens},
};

/// How deep parentheses and functions may nest: an evaluation must not exhaust the stack.
const MAX_DEPTH: usize = 40;

/// Reads a formula.
///
/// # Errors
/// With the place of what cannot be read.
pub fn parse(text: &str) -> Result<Expression, ExpressionError> {
    let mut parser = Parser { tokens: tokens(text)?, at: 0, end: text.chars().count(), depth: 0 };
    let expression = parser.expression(0)?;
    match parser.tokens.get(parser.at) {
        None => Ok(expression),
        Some((at, token)) => Err(ExpressionError::new("SYNTAX", *at, token.shown())),
    }
}

struct Parser {
    tokens: Vec<(usize, Token)>,
    at: usize,
    end: usize,
    depth: usize,
}

impl Parser {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at).map(|(_, token)| token)
    }

    fn unexpected(&self) -> ExpressionError {
        match self.tokens.get(self.at) {
            Some((at, token)) => ExpressionError::new("SYNTAX", *at, token.shown()),
            None => ExpressionError::new("SYNTAX", self.end, ""),
        }
    }

    fn expect(&mut self, sign: &'static str) -> Result<(), ExpressionError> {
        if self.peek() == Some(&Token::Sign(sign)) {
            self.at += 1;
            Ok(())
        } else {
            Err(self.unexpected())
        }
    }

    /// An expression whose operators bind at least as tightly as `floor`.
    fn expression(&mut self, floor: u8) -> Result<Expression, ExpressionError> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            let at = self.tokens.get(self.at).map_or(self.end, |(at, _)| *at);
            return Err(ExpressionError::new("TOO_DEEP", at, ""));
        }
        let mut left = self.operand()?;
        while let Some((operator, strength)) = self.peek().and_then(operator) {
            if strength < floor {
                break;
            }
            self.at += 1;
            let right = self.expression(strength + 1)?;
            left = Expression::Binary(operator, Box::new(left), Box::new(right));
        }
        self.depth -= 1;
        Ok(left)
    }

    fn operand(&mut self) -> Result<Expression, ExpressionError> {
        let unexpected = self.unexpected();
        let (at, token) = self.tokens.get(self.at).cloned().ok_or(unexpected)?;
        self.at += 1;
        match token {
            Token::Number(number) => Ok(Expression::Number(number)),
            Token::Text(text) => Ok(Expression::Text(text)),
            Token::Sign("-") => Ok(Expression::Negative(Box::new(self.expression(NEGATIVE)?))),
            Token::Sign("(") => {
                let inner = self.expression(0)?;
                self.expect(")")?;
                Ok(inner)
            }
            Token::Word(word) if word == "not" || word == "niet" => {
                Ok(Expression::Not(Box::new(self.expression(NOT)?)))
            }
            Token::Word(word) if self.peek() == Some(&Token::Sign("(")) => self.call(at, &word),
            Token::Word(word) => Ok(Expression::Field(word)),
            Token::Sign(_) => {
                self.at -= 1;
                Err(self.unexpected())
            }
        }
    }

    fn call(&mut self, at: usize, name: &str) -> Result<Expression, ExpressionError> {
        let function =
            Function::parse(name).ok_or_else(|| ExpressionError::new("UNKNOWN_FUNCTION", at, name))?;
        self.expect("(")?;
        let mut arguments = Vec::new();
        if self.peek() != Some(&Token::Sign(")")) {
            arguments.push(self.expression(0)?);
            while self.peek() == Some(&Token::Sign(";")) {
                self.at += 1;
                arguments.push(self.expression(0)?);
            }
        }
        self.expect(")")?;
        let (least, most) = function.arity();
        if (least..=most).contains(&arguments.len()) {
            Ok(Expression::Call(function, arguments))
        } else {
            Err(ExpressionError::new("WRONG_ARGUMENTS", at, name))
        }
    }
}

/// How tightly `not` and a sign bind.
const NOT: u8 = 3;
const NEGATIVE: u8 = 7;

fn operator(token: &Token) -> Option<(Operator, u8)> {
    Some(match token {
        Token::Word(word) if word == "or" || word == "of" => (Operator::Or, 1),
        Token::Word(word) if word == "and" || word == "en" => (Operator::And, 2),
        Token::Sign("=") => (Operator::Equal, 3),
        Token::Sign("<>") => (Operator::Unequal, 3),
        Token::Sign("<") => (Operator::Less, 3),
        Token::Sign("<=") => (Operator::AtMost, 3),
        Token::Sign(">") => (Operator::More, 3),
        Token::Sign(">=") => (Operator::AtLeast, 3),
        Token::Sign("&") => (Operator::Join, 4),
        Token::Sign("+") => (Operator::Add, 5),
        Token::Sign("-") => (Operator::Subtract, 5),
        Token::Sign("*") => (Operator::Multiply, 6),
        Token::Sign("/") => (Operator::Divide, 6),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        fn show(expression: &Expression) -> String {
            match expression {
                Expression::Number(number) => number.to_string(),
                Expression::Text(text) => format!("{text:?}"),
                Expression::Field(key) => key.clone(),
                Expression::Not(inner) => format!("!{}", show(inner)),
                Expression::Negative(inner) => format!("-{}", show(inner)),
                Expression::Binary(operator, left, right) => {
                    format!("({} {operator:?} {})", show(left), show(right))
                }
                Expression::Call(function, arguments) => {
                    let arguments: Vec<_> = arguments.iter().map(show).collect();
                    format!("{}({})", function.names().0, arguments.join(" "))
                }
            }
        }
        show(&parse(text).unwrap())
    }

    fn refused(text: &str) -> (&'static str, usize) {
        let error = parse(text).unwrap_err();
        (error.code, error.at)
    }

    #[test]
    fn operators_bind_as_in_a_spreadsheet() {
        assert_eq!(shown("a + b * 2 - -c"), "((a Add (b Multiply 2)) Subtract -c)");
        assert_eq!(shown("a - b - c"), "((a Subtract b) Subtract c)");
        assert_eq!(shown("a = 1 or not b > 2 and c"), "((a Equal 1) Or (!(b More 2) And c))");
        assert_eq!(shown("\"x\" & a & \"y\"\"z\""), "((\"x\" Join a) Join \"y\\\"z\")");
        assert_eq!(shown("-(a + b) / 2"), "(-(a Add b) Divide 2)");
    }

    #[test]
    fn functions_have_names_in_both_languages_and_either_separator() {
        assert_eq!(shown("ALS(a; som(b, 2.5); 0)"), "if(a sum(b 2.5) 0)");
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_place() {
        assert_eq!(refused(""), ("SYNTAX", 0));
        assert_eq!(refused("a +"), ("SYNTAX", 3));
        assert_eq!(refused("a b"), ("SYNTAX", 2));
        assert_eq!(refused("(a"), ("SYNTAX", 2));
        assert_eq!(refused("a + \"open"), ("SYNTAX", 4));
        assert_eq!(refused("a # b"), ("SYNTAX", 2));
        assert_eq!(refused("1.2.3"), ("SYNTAX", 0));
        assert_eq!(refused("system(1)"), ("UNKNOWN_FUNCTION", 0));
        assert_eq!(refused("1 + if(a; 2)"), ("WRONG_ARGUMENTS", 4));
        assert_eq!(refused(&"(".repeat(1_000)).0, "TOO_DEEP");
        assert_eq!(refused(&"-".repeat(1_999)).0, "TOO_DEEP");
        assert_eq!(refused(&"1+".repeat(1_001)).0, "TOO_LONG");
    }

    #[test]
    fn a_long_chain_of_operators_is_no_depth() {
        assert!(parse(&format!("1{}", "+1".repeat(900))).is_ok());
    }
}
