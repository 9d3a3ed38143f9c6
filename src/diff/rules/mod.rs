//! The catalogue of rules, by area. A rule's id is never used for anything else.

macro_rules! rules {
    ($area:ident; $($name:ident $id:literal $level:ident $breaks:ident $mirror:expr, $summary:literal, $why:literal, $fix:literal;)*) => {
        use crate::diag::Level;
        use crate::diff::rule::{Area, Breaks, ChangeRule, Mirror};

        $(
            #[doc = concat!("`", $id, "`: ", $summary, ".")]
            pub static $name: ChangeRule = ChangeRule {
                id: $id,
                level: Level::$level,
                area: Area::$area,
                breaks: Breaks::$breaks,
                mirror: $mirror,
                summary: $summary,
                why: $why,
                fix: $fix,
            };
        )*

        pub(super) static ALL: &[&ChangeRule] = &[$(&$name),*];
    };
}

pub mod disclosure;
pub mod exclusions;
pub mod existence;
pub mod governance;
pub mod lineage;
pub mod meaning;
pub mod results;
pub mod segments;
pub mod targets;
pub mod version_and_time;

use super::rule::ChangeRule;

/// All rules, by area and in the order in which they are documented.
#[must_use]
pub fn rules() -> Vec<&'static ChangeRule> {
    [
        existence::ALL,
        meaning::ALL,
        exclusions::ALL,
        segments::ALL,
        lineage::ALL,
        targets::ALL,
        disclosure::ALL,
        governance::ALL,
        version_and_time::ALL,
        results::ALL,
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::rule::Mirror;

    fn find(id: &str) -> Option<&'static ChangeRule> {
        rules().into_iter().find(|rule| rule.id == id)
    }

    #[test]
    fn every_rule_has_a_mirror_or_a_reason() {
        let wrong: Vec<&str> = rules()
            .into_iter()
            .filter(|rule| match rule.mirror {
                Mirror::Itself => false,
                Mirror::None(reason) => reason.len() < 12,
                Mirror::Rule(mirror) => find(mirror).is_none_or(|mirror| matches!(mirror.mirror, Mirror::Itself)),
            })
            .map(|rule| rule.id)
            .collect();
        assert_eq!(wrong, Vec::<&str>::new());
    }

    #[test]
    fn a_mirror_leads_back_to_its_rule_or_to_a_milder_form_of_it() {
        for rule in rules() {
            if let Mirror::Rule(mirror) = rule.mirror
                && let Some(Mirror::Rule(back)) = find(mirror).map(|mirror| mirror.mirror)
            {
                let milder = find(back).is_some_and(|back| back.level <= rule.level && back.area == rule.area);
                assert!(back == rule.id || milder, "{} → {mirror} → {back}", rule.id);
            }
        }
    }

    #[test]
    fn ids_are_unique_and_in_kebab_case() {
        let mut ids: Vec<&str> = rules().into_iter().map(|rule| rule.id).collect();
        assert!(ids.iter().all(|id| id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-')));
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count);
    }

    #[test]
    fn texts_are_sentences_without_a_full_stop() {
        for rule in rules() {
            for text in [rule.summary, rule.why, rule.fix] {
                assert!(!text.ends_with('.') && !text.is_empty(), "{}: {text}", rule.id);
            }
        }
    }
}
