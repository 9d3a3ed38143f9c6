//! Which plural a count takes in a language, by the rules of the Unicode CLDR.

use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

/// The plural rules of a language.
#[derive(Clone)]
pub(super) struct Plural(Option<PluralRules>);

impl std::fmt::Debug for Plural {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_tuple("Plural").field(&self.0.as_ref().map(PluralRules::get_locale)).finish()
    }
}

impl Plural {
    /// The rules for a language tag such as `en-GB`; a language without rules of its own has no plural.
    pub(super) fn of(tag: &str) -> Self {
        let base = tag.split('-').next().unwrap_or(tag);
        let identifier: Option<LanguageIdentifier> = base.parse().ok();
        Self(identifier.and_then(|identifier| PluralRules::create(identifier, PluralRuleType::CARDINAL).ok()))
    }

    /// The category of a count, as catalogues name it: `one`, `few`, `other`…
    pub(super) fn category(&self, count: u64) -> &'static str {
        match self.0.as_ref().and_then(|rules| rules.select(count).ok()) {
            Some(PluralCategory::ZERO) => "zero",
            Some(PluralCategory::ONE) => "one",
            Some(PluralCategory::TWO) => "two",
            Some(PluralCategory::FEW) => "few",
            Some(PluralCategory::MANY) => "many",
            Some(PluralCategory::OTHER) | None => "other",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_take_the_plural_of_their_language() {
        for (tag, count, category) in [
            ("en-GB", 1, "one"),
            ("en", 0, "other"),
            ("de", 2, "other"),
            ("fr", 0, "one"),
            ("cs", 3, "few"),
            ("ja", 1, "other"),
            ("xx", 1, "other"),
        ] {
            assert_eq!(Plural::of(tag).category(count), category, "{tag} {count}");
        }
    }
}
