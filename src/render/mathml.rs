//! Typesets a formula from its tree: as `MathML` for those who see it, and as plain text for everyone else.
//!
//! Only elements of `MathML` Core are used, which browsers show without a script. A quotient is a fraction, so it
//! needs no parentheses; everything
//! else gets parentheses exactly where the tree would otherwise be read in another way.

use crate::model::Formula;
use crate::render::svg::{Esc, put};

/// How tightly an operation binds what stands beside it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    Sum,
    Product,
    Sign,
    Atom,
}

/// Typesets `name = formula` as a block of `MathML`. `term_name` gives a term the name that people read; without one
/// its own name is used,
/// underscores as spaces.
#[must_use]
pub fn formula_mathml(name: &str, formula: &Formula, term_name: &dyn Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(512);
    put!(&mut out, r#"<math class="formula" display="block" aria-label="{}"><mrow>"#, Esc(&formula_text(name, formula, term_name)));
    if !name.is_empty() {
        word(&mut out, "formula-name", name);
        out.push_str("<mo>=</mo>");
    }
    Typeset { term_name }.write(&mut out, formula, Binding::Sum);
    out.push_str("</mrow></math>");
    out
}

/// Writes `name = formula` in one line of plain text.
#[must_use]
pub fn formula_text(name: &str, formula: &Formula, term_name: &dyn Fn(&str) -> Option<String>) -> String {
    let mut out = String::with_capacity(128);
    if !name.is_empty() {
        put!(&mut out, "{name} = ");
    }
    Plain { term_name }.write(&mut out, formula, Binding::Sum);
    out
}

/// Writes words as an identifier. As `mtext` they would count as space, and the signs between them would lose theirs.
/// A single letter would lean.
fn word(out: &mut String, class: &str, words: &str) {
    let upright = if words.chars().nth(1).is_none() { r#" mathvariant="normal""# } else { "" };
    put!(out, r#"<mi class="{class}"{upright}>{}</mi>"#, Esc(words));
}

fn readable(term: &str, term_name: &dyn Fn(&str) -> Option<String>) -> String {
    term_name(term).unwrap_or_else(|| term.replace('_', " "))
}

/// Writes `MathML`.
struct Typeset<'a> {
    term_name: &'a dyn Fn(&str) -> Option<String>,
}

impl Typeset<'_> {
    /// Writes a formula where only what binds at least as `least` may stand without parentheses.
    fn write(&self, out: &mut String, formula: &Formula, least: Binding) {
        // A fraction holds itself together.
        let binding = if matches!(formula, Formula::Divide(..)) { Binding::Atom } else { binding(formula) };
        if binding < least {
            out.push_str(r#"<mrow><mo form="prefix">(</mo>"#);
            self.write_bare(out, formula);
            out.push_str(r#"<mo form="postfix">)</mo></mrow>"#);
        } else {
            self.write_bare(out, formula);
        }
    }

    fn write_bare(&self, out: &mut String, formula: &Formula) {
        match formula {
            Formula::Number(number) => put!(out, "<mn>{}</mn>", Esc(&number.to_string())),
            Formula::Term(term) => word(out, "formula-term", &readable(term, self.term_name)),
            Formula::Negative(inner) => {
                out.push_str(r#"<mo form="prefix">−</mo>"#);
                self.write(out, inner, Binding::Sign);
            }
            Formula::Add(left, right) => {
                self.write_pair(out, left, "+", right, (Binding::Sum, Binding::Product));
            }
            Formula::Subtract(left, right) => {
                self.write_pair(out, left, "−", right, (Binding::Sum, Binding::Product));
            }
            Formula::Multiply(left, right) => {
                self.write_pair(out, left, "×", right, (Binding::Product, Binding::Sign));
            }
            Formula::Divide(left, right) => {
                out.push_str("<mfrac><mrow>");
                self.write(out, left, Binding::Sum);
                out.push_str("</mrow><mrow>");
                self.write(out, right, Binding::Sum);
                out.push_str("</mrow></mfrac>");
            }
            Formula::Minimum(arguments) => self.write_call(out, "min", arguments),
            Formula::Maximum(arguments) => self.write_call(out, "max", arguments),
        }
    }

    fn write_pair(&self, out: &mut String, left: &Formula, sign: &str, right: &Formula, (left_least, right_least): (Binding, Binding)) {
        self.write(out, left, left_least);
        put!(out, "<mo>{sign}</mo>");
        self.write(out, right, right_least);
    }

    fn write_call(&self, out: &mut String, name: &str, arguments: &[Formula]) {
        put!(out, r#"<mrow><mi>{name}</mi><mo form="prefix">(</mo>"#);
        for (at, argument) in arguments.iter().enumerate() {
            if at > 0 {
                out.push_str("<mo separator=\"true\">,</mo>");
            }
            self.write(out, argument, Binding::Sum);
        }
        out.push_str(r#"<mo form="postfix">)</mo></mrow>"#);
    }
}

/// Writes plain text.
struct Plain<'a> {
    term_name: &'a dyn Fn(&str) -> Option<String>,
}

impl Plain<'_> {
    fn write(&self, out: &mut String, formula: &Formula, least: Binding) {
        let wrapped = binding(formula) < least;
        if wrapped {
            out.push('(');
        }
        match formula {
            Formula::Number(number) => put!(out, "{number}"),
            Formula::Term(term) => out.push_str(&readable(term, self.term_name)),
            Formula::Negative(inner) => {
                out.push('−');
                self.write(out, inner, Binding::Sign);
            }
            Formula::Add(left, right) => {
                self.write_pair(out, (left, Binding::Sum), '+', (right, Binding::Product));
            }
            Formula::Subtract(left, right) => {
                self.write_pair(out, (left, Binding::Sum), '−', (right, Binding::Product));
            }
            Formula::Multiply(left, right) => {
                self.write_pair(out, (left, Binding::Product), '×', (right, Binding::Sign));
            }
            Formula::Divide(left, right) => {
                self.write_pair(out, (left, Binding::Product), '÷', (right, Binding::Sign));
            }
            Formula::Minimum(arguments) => self.write_call(out, "min", arguments),
            Formula::Maximum(arguments) => self.write_call(out, "max", arguments),
        }
        if wrapped {
            out.push(')');
        }
    }

    fn write_pair(&self, out: &mut String, left: (&Formula, Binding), sign: char, right: (&Formula, Binding)) {
        self.write(out, left.0, left.1);
        put!(out, " {sign} ");
        self.write(out, right.0, right.1);
    }

    fn write_call(&self, out: &mut String, name: &str, arguments: &[Formula]) {
        put!(out, "{name}(");
        for (at, argument) in arguments.iter().enumerate() {
            if at > 0 {
                out.push_str(", ");
            }
            self.write(out, argument, Binding::Sum);
        }
        out.push(')');
    }
}

fn binding(formula: &Formula) -> Binding {
    match formula {
        Formula::Add(..) | Formula::Subtract(..) => Binding::Sum,
        Formula::Multiply(..) | Formula::Divide(..) => Binding::Product,
        Formula::Negative(_) => Binding::Sign,
        Formula::Number(_) | Formula::Term(_) | Formula::Minimum(_) | Formula::Maximum(_) => Binding::Atom,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Decimal;

    #[expect(clippy::unnecessary_box_returns, reason = "trees are built from boxes")]
    fn term(name: &str) -> Box<Formula> {
        Box::new(Formula::Term(name.to_owned()))
    }

    fn plain(formula: &Formula) -> String {
        formula_text("", formula, &|_| None)
    }

    fn math(formula: &Formula) -> String {
        formula_mathml("", formula, &|_| None)
    }

    #[test]
    fn a_quotient_becomes_a_fraction_with_readable_terms() {
        let rate = Formula::Divide(Box::new(Formula::Subtract(term("seen_in_time"), term("left"))), term("all"));
        let drawn = formula_mathml("Seen <in time>", &rate, &|_| None);
        assert!(drawn.contains(r#"<mi class="formula-name">Seen &lt;in time&gt;</mi><mo>=</mo>"#), "{drawn}");
        assert!(drawn.contains(r#"<mfrac><mrow><mi class="formula-term">seen in time</mi><mo>−</mo>"#), "{drawn}");
        assert!(!drawn.contains("(</mo>"), "{drawn}");
        assert_eq!(plain(&rate), "(seen in time − left) ÷ all");
    }

    #[test]
    fn parentheses_stand_where_the_tree_needs_them() {
        let difference = Box::new(Formula::Subtract(term("b"), term("c")));
        assert_eq!(plain(&Formula::Subtract(term("a"), difference.clone())), "a − (b − c)");
        assert_eq!(plain(&Formula::Subtract(difference.clone(), term("a"))), "b − c − a");
        assert_eq!(plain(&Formula::Multiply(term("a"), difference.clone())), "a × (b − c)");
        assert_eq!(plain(&Formula::Negative(difference)), "−(b − c)");
        assert_eq!(plain(&Formula::Divide(term("a"), Box::new(Formula::Divide(term("b"), term("c"))))), "a ÷ (b ÷ c)");
    }

    #[test]
    fn calls_and_numbers_are_written_as_they_are() {
        let formula = Formula::Maximum(vec![Formula::Number(Decimal::parse("0.50").expect("a number")), *term("x")]);
        assert_eq!(plain(&formula), "max(0.50, x)");
        assert!(math(&formula).contains("<mi>max</mi>") && math(&formula).contains("<mn>0.50</mn>"));
    }

    #[test]
    fn a_term_takes_the_name_that_it_is_given() {
        let names = |term: &str| (term == "n").then(|| "people & others".to_owned());
        assert!(formula_mathml("", &term("n"), &names).contains("people &amp; others"));
    }
}
