//! The grammar, by recursive descent:
//!
//! ```text
//! sum     = product { ("+" | "-") product }
//! product = signed { ("*" | "/") signed }
//! signed  = { "-" } atom
//! atom    = number | name | "(" sum ")" | ("min" | "max") "(" sum "," sum { "," sum } ")"
//! ```
//!
//! Operations of one rank are taken from left to right; a sign binds tighter than a product.

use std::ops::Range;

use super::ExpressionError;
use super::token::{Kind, Token, tokens};
use crate::diag::did_you_mean;
use crate::model::Formula;

/// The most bytes that a formula may have.
const LONGEST: usize = 4096;

/// The most parentheses, function calls and signs that may stand inside one another.
const DEEPEST: usize = 64;

/// The greatest height of a tree: the operations on the longest way from its root to a leaf.
const TALLEST: usize = 256;

const FUNCTIONS: [&str; 2] = ["min", "max"];

/// A part of the tree with its height.
type Part = (Formula, usize);

/// Parses the text of a formula.
///
/// Terms are names `[a-z][a-z0-9_]*`, numbers follow the grammar of [`Decimal`](crate::model::Decimal). The signs `×`,
/// `÷` and `−` stand for `*`, `/` and `-`.
///
/// # Errors
///
/// Refuses with its place what is not of the grammar, a text of more than 4096 bytes, nesting deeper than 64, and a
/// tree higher than 256, such as a sum of more than 257 terms.
pub fn parse_expression(text: &str) -> Result<Formula, ExpressionError> {
    if text.len() > LONGEST {
        let message = format!("expected a formula of at most {LONGEST} bytes, found {}", text.len());
        return Err(refuse(0..text.len(), message, "define a term for a part of it"));
    }
    let (tokens, unreadable) = tokens(text);
    let mut parser = Parser { text, tokens: &tokens, unreadable, next: 0 };
    if parser.peek().kind == Kind::End {
        let help = "write arithmetic over the terms, as in `numerator / denominator`";
        return Err(refuse(0..text.len(), "expected a formula, found nothing", help));
    }
    let (formula, _) = parser.sum(0)?;
    match parser.peek().kind {
        Kind::End => Ok(formula),
        _ => Err(parser.after_a_value()),
    }
}

fn refuse(span: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> ExpressionError {
    ExpressionError::at(span, message, help)
}

/// Walks the tokens of one formula; the last token is never passed.
struct Parser<'t, 'a> {
    text: &'a str,
    tokens: &'t [Token<'a>],
    /// Why the last token could not be read, unless it is the end.
    unreadable: Option<ExpressionError>,
    next: usize,
}

impl<'t, 'a> Parser<'t, 'a> {
    fn peek(&self) -> &'t Token<'a> {
        &self.tokens[self.next.min(self.tokens.len() - 1)]
    }

    fn take(&mut self) -> &'t Token<'a> {
        let token = self.peek();
        self.next += 1;
        token
    }

    fn sum(&mut self, depth: usize) -> Result<Part, ExpressionError> {
        let mut left = self.product(depth)?;
        loop {
            let join = match self.peek().kind {
                Kind::Plus => Formula::Add,
                Kind::Minus => Formula::Subtract,
                _ => return Ok(left),
            };
            let sign = self.take();
            let right = self.product(depth)?;
            left = joined(join, sign, left, right)?;
        }
    }

    fn product(&mut self, depth: usize) -> Result<Part, ExpressionError> {
        let mut left = self.signed(depth)?;
        loop {
            let join = match self.peek().kind {
                Kind::Times => Formula::Multiply,
                Kind::Over => Formula::Divide,
                _ => return Ok(left),
            };
            let sign = self.take();
            let right = self.signed(depth)?;
            left = joined(join, sign, left, right)?;
        }
    }

    fn signed(&mut self, depth: usize) -> Result<Part, ExpressionError> {
        if self.peek().kind != Kind::Minus {
            return self.atom(depth);
        }
        let sign = self.take();
        let depth = deeper(depth, sign)?;
        let (inner, height) = self.signed(depth)?;
        Ok((Formula::Negative(Box::new(inner)), higher(height, sign)?))
    }

    fn atom(&mut self, depth: usize) -> Result<Part, ExpressionError> {
        let token = self.take();
        match token.kind {
            Kind::Number(number) => Ok((Formula::Number(number), 0)),
            Kind::Name(name) if self.peek().kind == Kind::Open => self.call(name, token, depth),
            Kind::Name(name) if FUNCTIONS.contains(&name) => {
                let found = self.peek().described(self.text);
                let message = format!("expected `(` after the function `{name}`, found {found}");
                Err(refuse(token.span.clone(), message, format!("write `{name}(a, b)`, or give the term another name")))
            }
            Kind::Name(name) => Ok((Formula::Term(name.to_owned()), 0)),
            Kind::Open => {
                let part = self.sum(deeper(depth, token)?)?;
                self.close(token)?;
                Ok(part)
            }
            _ => Err(self.instead_of_a_value(token)),
        }
    }

    /// Parses the arguments of `name`; its opening parenthesis is the next token.
    fn call(&mut self, name: &str, token: &Token<'a>, depth: usize) -> Result<Part, ExpressionError> {
        let make = match name {
            "min" => Formula::Minimum,
            "max" => Formula::Maximum,
            _ => return Err(unknown_function(name, token)),
        };
        let depth = deeper(depth, token)?;
        let open = self.take();
        let (mut arguments, mut height) = (Vec::new(), 0);
        loop {
            let (argument, its_height) = self.sum(depth)?;
            arguments.push(argument);
            height = height.max(its_height);
            if self.peek().kind != Kind::Comma {
                break;
            }
            self.take();
        }
        let end = self.close(open)?.span.end;
        if arguments.len() < 2 {
            let message = format!("expected at least two arguments of `{name}`, found one");
            return Err(refuse(token.span.start..end, message, format!("write `{name}(a, b)`, or only the argument")));
        }
        Ok((make(arguments), higher(height, token)?))
    }

    /// Takes the parenthesis that closes `open`.
    fn close(&mut self, open: &Token<'a>) -> Result<&'t Token<'a>, ExpressionError> {
        match self.peek().kind {
            Kind::Close => Ok(self.take()),
            Kind::End => {
                let message = "expected `)` to close this `(`, found the end of the formula";
                Err(refuse(open.span.clone(), message, "add the missing `)`"))
            }
            _ => Err(self.after_a_value()),
        }
    }

    /// Explains a token that stands where a value belongs.
    fn instead_of_a_value(&self, token: &Token<'a>) -> ExpressionError {
        if let (Kind::Unreadable, Some(error)) = (token.kind, &self.unreadable) {
            return error.clone();
        }
        let message = format!("expected a term, a number or `(`, found {}", token.described(self.text));
        let help = match token.kind {
            Kind::End => "complete the formula after its last sign",
            Kind::Plus => "remove the `+`: it may stand only between two values",
            _ => "write the missing value before it, or remove it",
        };
        refuse(token.span.clone(), message, help)
    }

    /// Explains the next token, which stands where an operator or an end belongs.
    fn after_a_value(&self) -> ExpressionError {
        let token = self.peek();
        if let (Kind::Unreadable, Some(error)) = (token.kind, &self.unreadable) {
            return error.clone();
        }
        let found = token.described(self.text);
        match token.kind {
            Kind::Close => refuse(token.span.clone(), "found `)` without the `(` that it closes", "remove it, or add the missing `(`"),
            Kind::Comma => {
                let help = "remove the comma: only `min` and `max` take several arguments, and numbers have no separators";
                refuse(token.span.clone(), "expected an operator, found `,` outside a function", help)
            }
            _ => {
                let message = format!("expected an operator, found {found}");
                refuse(token.span.clone(), message, format!("write `+`, `-`, `*` or `/` before {found}"))
            }
        }
    }
}

/// Goes one level down, or refuses to.
fn deeper(depth: usize, token: &Token<'_>) -> Result<usize, ExpressionError> {
    if depth < DEEPEST {
        return Ok(depth + 1);
    }
    let message = format!("expected at most {DEEPEST} levels of nesting, found more");
    Err(refuse(token.span.clone(), message, "define a term for an inner part"))
}

/// Goes one step up from a part of a height, or refuses to.
fn higher(height: usize, token: &Token<'_>) -> Result<usize, ExpressionError> {
    if height < TALLEST {
        return Ok(height + 1);
    }
    let message = format!("expected at most {TALLEST} operations that need one another, found more");
    Err(refuse(token.span.clone(), message, "define a term for a part of the formula"))
}

/// Joins two parts by the operation of `sign`.
fn joined(join: fn(Box<Formula>, Box<Formula>) -> Formula, sign: &Token<'_>, left: Part, right: Part) -> Result<Part, ExpressionError> {
    let height = higher(left.1.max(right.1), sign)?;
    Ok((join(Box::new(left.0), Box::new(right.0)), height))
}

fn unknown_function(name: &str, token: &Token<'_>) -> ExpressionError {
    let meant = match name {
        "minimum" | "least" | "smallest" | "lowest" => Some("min"),
        "maximum" | "greatest" | "largest" | "highest" => Some("max"),
        _ => did_you_mean(name, FUNCTIONS),
    };
    let help = match (meant, name) {
        (Some(meant), _) => format!("did you mean `{meant}`?"),
        (None, "sum" | "add") => "write a sum with `+`".to_owned(),
        (None, "avg" | "average" | "mean") => "write a mean as a sum over its count".to_owned(),
        (None, _) => {
            format!("only `min` and `max` are functions; write `{name} * (…)` for a product")
        }
    };
    refuse(token.span.clone(), format!("expected `min` or `max` before `(`, found `{name}`"), help)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::parse_expression;
    use crate::model::{Decimal, Formula};

    fn printed(text: &str) -> String {
        parse_expression(text).expect("a formula").to_string()
    }

    #[track_caller]
    fn refused(text: &str, part: &str, offset: usize, message: &str, help: &str) {
        let error = parse_expression(text).expect_err("no formula");
        let found = text.get(error.offset..error.offset + error.length).expect("the place lies in the text");
        assert_eq!((found, error.offset, error.message.as_str(), error.help.as_str()), (part, offset, message, help));
    }

    #[test]
    fn operations_of_one_rank_go_from_left_to_right() {
        assert_eq!(printed("a-b-c"), "a - b - c");
        assert_eq!(printed("a-(b-c)"), "a - (b - c)");
        assert_eq!(printed("((a)/b)/c*d"), "a / b / c * d");
    }

    #[test]
    fn products_bind_tighter_than_sums_and_signs_tighter_than_products() {
        assert_eq!(printed("(a + (b*c))"), "a + b * c");
        assert_eq!(printed("-(a)*b"), "-a * b");
        assert_eq!(printed("a--b"), "a - -b");
        assert_eq!(printed("-(a*b)"), "-(a * b)");
    }

    #[test]
    fn typographic_signs_stand_for_the_plain_ones() {
        assert_eq!(printed("a × b ÷ c − d"), "a * b / c - d");
    }

    #[test]
    fn functions_take_two_or_more_arguments() {
        assert_eq!(printed("min( a ,max(b,0.50, c+1) )\n* 2"), "min(a, max(b, 0.50, c + 1)) * 2");
        refused("min(a)", "min(a)", 0, "expected at least two arguments of `min`, found one", "write `min(a, b)`, or only the argument");
        refused("max()", ")", 4, "expected a term, a number or `(`, found `)`", "write the missing value before it, or remove it");
        refused(
            "min + 1",
            "min",
            0,
            "expected `(` after the function `min`, found `+`",
            "write `min(a, b)`, or give the term another name",
        );
    }

    #[test]
    fn an_unknown_function_is_refused_with_the_nearest_one() {
        refused("mn(a, b)", "mn", 0, "expected `min` or `max` before `(`, found `mn`", "did you mean `min`?");
        refused("maximum(a, b)", "maximum", 0, "expected `min` or `max` before `(`, found `maximum`", "did you mean `max`?");
        refused(
            "1 + rate(b)",
            "rate",
            4,
            "expected `min` or `max` before `(`, found `rate`",
            "only `min` and `max` are functions; write `rate * (…)` for a product",
        );
    }

    #[test]
    fn an_incomplete_formula_is_refused_at_its_end() {
        refused("a +", "", 3, "expected a term, a number or `(`, found the end of the formula", "complete the formula after its last sign");
        refused("  ", "  ", 0, "expected a formula, found nothing", "write arithmetic over the terms, as in `numerator / denominator`");
        refused("", "", 0, "expected a formula, found nothing", "write arithmetic over the terms, as in `numerator / denominator`");
    }

    #[test]
    fn unbalanced_parentheses_are_refused_where_the_odd_one_stands() {
        refused("a * (b + (c)", "(", 4, "expected `)` to close this `(`, found the end of the formula", "add the missing `)`");
        refused("a + b) / c", ")", 5, "found `)` without the `(` that it closes", "remove it, or add the missing `(`");
        refused("min(a, b", "(", 3, "expected `)` to close this `(`, found the end of the formula", "add the missing `)`");
    }

    #[test]
    fn a_missing_operator_is_refused_where_it_belongs() {
        refused("a b", "b", 2, "expected an operator, found `b`", "write `+`, `-`, `*` or `/` before `b`");
        refused("(a 2)", "2", 3, "expected an operator, found `2`", "write `+`, `-`, `*` or `/` before `2`");
        refused("2 (a)", "(", 2, "expected an operator, found `(`", "write `+`, `-`, `*` or `/` before `(`");
    }

    #[test]
    fn a_comma_outside_a_function_is_refused() {
        let help = "remove the comma: only `min` and `max` take several arguments, and numbers have no separators";
        refused("1,000 * a", ",", 1, "expected an operator, found `,` outside a function", help);
        refused("min((a, b), c)", ",", 6, "expected an operator, found `,` outside a function", help);
    }

    #[test]
    fn numbers_follow_the_strict_grammar() {
        refused(
            "a * 1e3",
            "1e3",
            4,
            "expected all digits written out, found an exponent in `1e3`",
            "write all digits out, as in `1500` for `1.5e3`",
        );
        refused(
            ".5",
            ".5",
            0,
            "expected a digit before the decimal point, found `.5`",
            "write a zero before the decimal point, as in `0.5`",
        );
        refused("2x", "2x", 0, "expected a number, found `x` in `2x`", "write digits with at most one decimal point, as in `82.4`");
    }

    #[test]
    fn unknown_characters_are_refused_with_what_to_write_instead() {
        let message = |found: &str| format!("expected a term, a number or a sign of arithmetic, found {found}");
        refused("ä", "ä", 0, &message("`ä`"), "use names in a to z, 0 to 9 and `_`, numbers, and the signs `+ - * / ( ) ,`");
        refused("a ^ 2", "^", 2, &message("`^`"), "write a power as a product, as in `a * a`");
        refused("a\u{a0}+ b", "\u{a0}", 1, &message("the character U+00A0"), "write a plain space");
        refused(
            "a \0",
            "\0",
            2,
            &message("the character U+0000"),
            "use names in a to z, 0 to 9 and `_`, numbers, and the signs `+ - * / ( ) ,`",
        );
        refused("a / Total", "Total", 4, "expected a name in lower case, found `Total`", "write `total`");
        refused("_a", "_a", 0, "expected a name that begins with a letter, found `_a`", "begin the name with a letter from a to z");
    }

    #[test]
    fn nesting_deeper_than_64_is_refused() {
        let nested = |depth: usize| format!("{}a{}", "(".repeat(depth), ")".repeat(depth));
        assert_eq!(printed(&nested(64)), "a");
        refused(&nested(65), "(", 64, "expected at most 64 levels of nesting, found more", "define a term for an inner part");
        assert!(parse_expression(&"-".repeat(4000)).is_err());
        assert!(parse_expression(&format!("{}a", "min(".repeat(1000))).is_err());
    }

    #[test]
    fn a_tree_higher_than_256_is_refused() {
        assert!(parse_expression(&format!("a{}", "+a".repeat(256))).is_ok());
        let error = parse_expression(&format!("a{}", "+a".repeat(257))).expect_err("too high");
        assert_eq!(error.message, "expected at most 256 operations that need one another, found more");
        assert_eq!(error.offset, 1 + 2 * 256);
    }

    #[test]
    fn a_text_longer_than_4096_bytes_is_refused() {
        assert!(parse_expression(&format!("a{}", " ".repeat(4095))).is_ok());
        let error = parse_expression(&" ".repeat(4097)).expect_err("too long");
        assert_eq!(error.message, "expected a formula of at most 4096 bytes, found 4097");
    }

    fn any_formula() -> impl Strategy<Value = Formula> {
        let number = "(0|[1-9][0-9]{0,4})(\\.[0-9]{1,3})?".prop_map(|text| Formula::Number(Decimal::parse(&text).expect("a number")));
        let term = "[a-z][a-z0-9_]{0,5}".prop_filter("a function's name", |name| name != "min" && name != "max").prop_map(Formula::Term);
        prop_oneof![number, term].prop_recursive(6, 48, 4, |inner| {
            let pair = (inner.clone(), inner.clone()).prop_map(|(left, right)| (Box::new(left), Box::new(right)));
            let list = proptest::collection::vec(inner.clone(), 2..4);
            prop_oneof![
                inner.prop_map(|part| Formula::Negative(Box::new(part))),
                pair.clone().prop_map(|(left, right)| Formula::Add(left, right)),
                pair.clone().prop_map(|(left, right)| Formula::Subtract(left, right)),
                pair.clone().prop_map(|(left, right)| Formula::Multiply(left, right)),
                pair.prop_map(|(left, right)| Formula::Divide(left, right)),
                list.clone().prop_map(Formula::Minimum),
                list.prop_map(Formula::Maximum),
            ]
        })
    }

    /// Takes each pair of matching parentheses that is not a call's away, one pair at a time.
    fn without_one_pair(text: &str) -> Vec<String> {
        let mut open = Vec::new();
        let mut shorter = Vec::new();
        for (at, character) in text.char_indices() {
            match character {
                '(' => open.push(at),
                ')' => {
                    let start = open.pop().expect("balanced");
                    let is_call = text[..start].ends_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
                    if !is_call {
                        shorter.push(format!("{} {} {}", &text[..start], &text[start + 1..at], &text[at + 1..]));
                    }
                }
                _ => {}
            }
        }
        shorter
    }

    proptest! {
        #[test]
        fn parsing_what_was_printed_gives_the_tree_back(formula in any_formula()) {
            prop_assert_eq!(parse_expression(&formula.to_string()).expect("a formula"), formula);
        }

        #[test]
        fn no_printed_parenthesis_can_be_left_out(formula in any_formula()) {
            for shorter in without_one_pair(&formula.to_string()) {
                prop_assert_ne!(parse_expression(&shorter).ok(), Some(formula.clone()), "{}", shorter);
            }
        }

        #[test]
        fn any_text_gives_a_tree_or_a_placed_error(text in "\\PC{0,40}|[-a-c0-9+*/(), .]{0,40}|(min|max|\\(|\\)|,|a|1|-){0,30}") {
            match parse_expression(&text) {
                Ok(formula) => prop_assert_eq!(parse_expression(&formula.to_string()).expect("a formula"), formula),
                Err(error) => {
                    prop_assert!(text.get(error.offset..error.offset + error.length).is_some(), "{:?}", error);
                    prop_assert!(!error.message.is_empty() && !error.help.is_empty());
                }
            }
        }
    }
}
