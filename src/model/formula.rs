//! A formula as a tree, the one form in which it is evaluated, typeset and compared.
//!
//! The tree knows names, not values: what a term stands for is somebody else's business. A number in it is never
//! negative, because a minus sign is an operation of its own ([`Formula::Negative`]); the parser sees to both this and
//! to a bounded height, so that whoever walks a tree may recurse.

use std::collections::BTreeSet;
use std::fmt;

use super::Decimal;

/// Arithmetic over named terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Formula {
    /// A constant as written; at or above zero.
    Number(Decimal),
    /// The value of a declared term.
    Term(String),
    /// The value with its sign changed.
    Negative(Box<Formula>),
    /// The sum of two.
    Add(Box<Formula>, Box<Formula>),
    /// The first less the second.
    Subtract(Box<Formula>, Box<Formula>),
    /// The product of two.
    Multiply(Box<Formula>, Box<Formula>),
    /// The first over the second.
    Divide(Box<Formula>, Box<Formula>),
    /// The least of two or more.
    Minimum(Vec<Formula>),
    /// The greatest of two or more.
    Maximum(Vec<Formula>),
}

/// How tightly the outermost operation of a formula binds; a looser one inside a tighter one needs parentheses.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    Sum,
    Product,
    Sign,
    Atom,
}

impl Formula {
    /// Lists the names of all terms, each once, in order.
    #[must_use]
    pub fn terms(&self) -> BTreeSet<&str> {
        let mut names = BTreeSet::new();
        self.collect_terms(&mut names);
        names
    }

    fn collect_terms<'a>(&'a self, names: &mut BTreeSet<&'a str>) {
        match self {
            Self::Number(_) => {}
            Self::Term(name) => {
                names.insert(name);
            }
            Self::Negative(inner) => inner.collect_terms(names),
            Self::Add(left, right) | Self::Subtract(left, right) | Self::Multiply(left, right) | Self::Divide(left, right) => {
                left.collect_terms(names);
                right.collect_terms(names);
            }
            Self::Minimum(arguments) | Self::Maximum(arguments) => {
                for argument in arguments {
                    argument.collect_terms(names);
                }
            }
        }
    }

    fn binding(&self) -> Binding {
        match self {
            Self::Add(..) | Self::Subtract(..) => Binding::Sum,
            Self::Multiply(..) | Self::Divide(..) => Binding::Product,
            Self::Negative(_) => Binding::Sign,
            Self::Number(_) | Self::Term(_) | Self::Minimum(_) | Self::Maximum(_) => Binding::Atom,
        }
    }

    /// Writes the formula where an operation that binds at least as `least` is expected.
    fn write_within(&self, least: Binding, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.binding() < least { write!(f, "({self})") } else { write!(f, "{self}") }
    }
}

/// Writes the formula in the notation that the parser reads, with no more parentheses than the tree needs.
///
/// Operations of one rank are taken from left to right, so a right operand of the same rank keeps its parentheses:
/// `a - (b - c)`, yet `a - b - c`. Reading the text gives the same tree.
impl fmt::Display for Formula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (left, sign, right, rank) = match self {
            Self::Number(number) => return write!(f, "{number}"),
            Self::Term(name) => return f.write_str(name),
            Self::Negative(inner) => {
                f.write_str("-")?;
                return inner.write_within(Binding::Sign, f);
            }
            Self::Minimum(arguments) => return write_call("min", arguments, f),
            Self::Maximum(arguments) => return write_call("max", arguments, f),
            Self::Add(left, right) => (left, "+", right, Binding::Sum),
            Self::Subtract(left, right) => (left, "-", right, Binding::Sum),
            Self::Multiply(left, right) => (left, "*", right, Binding::Product),
            Self::Divide(left, right) => (left, "/", right, Binding::Product),
        };
        let above = if rank == Binding::Sum { Binding::Product } else { Binding::Sign };
        left.write_within(rank, f)?;
        write!(f, " {sign} ")?;
        right.write_within(above, f)
    }
}

fn write_call(name: &str, arguments: &[Formula], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write!(f, "{name}(")?;
    for (index, argument) in arguments.iter().enumerate() {
        if index > 0 {
            f.write_str(", ")?;
        }
        write!(f, "{argument}")?;
    }
    f.write_str(")")
}

#[cfg(test)]
mod tests {
    use super::Formula;

    fn term(name: &str) -> Formula {
        Formula::Term(name.to_owned())
    }

    fn joined(join: fn(Box<Formula>, Box<Formula>) -> Formula, left: Formula, right: Formula) -> Formula {
        join(Box::new(left), Box::new(right))
    }

    #[test]
    fn a_right_operand_of_the_same_rank_keeps_its_parentheses() {
        let inner = joined(Formula::Subtract, term("b"), term("c"));
        assert_eq!(joined(Formula::Subtract, term("a"), inner.clone()).to_string(), "a - (b - c)");
        assert_eq!(joined(Formula::Subtract, inner, term("a")).to_string(), "b - c - a");
    }

    #[test]
    fn a_sign_binds_tighter_than_a_product() {
        let product = joined(Formula::Multiply, term("a"), term("b"));
        assert_eq!(Formula::Negative(Box::new(product)).to_string(), "-(a * b)");
        let negative = Formula::Negative(Box::new(term("a")));
        assert_eq!(joined(Formula::Divide, negative, term("b")).to_string(), "-a / b");
    }

    #[test]
    fn each_term_is_listed_once_and_in_order() {
        let least = Formula::Minimum(vec![term("early"), term("late")]);
        let sum = joined(Formula::Add, term("late"), least);
        assert_eq!(sum.terms().into_iter().collect::<Vec<_>>(), ["early", "late"]);
    }
}
