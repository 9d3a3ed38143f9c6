//! A small grammar from which sentences are made, so that no two files read alike.
//!
//! A sentence is a pattern with names in braces; each name stands for a word of the metric or for one of several phrases, which
//! may hold names themselves. Must not know records.

use crate::random::Random;

/// The words of one metric that stand in its sentences.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    pub(crate) one: &'static str,
    pub(crate) many: &'static str,
    pub(crate) area: String,
    pub(crate) measure: String,
}

const CAUSES: &[&str] = &[
    "the number of people at work",
    "how well new colleagues were taught",
    "outages of the {system}",
    "the mix of simple and difficult {many}",
    "letters that are hard to understand",
    "deliveries that come late from suppliers",
    "rules that changed in the middle of the month",
    "the weather, and what people do because of it",
    "a campaign that brings in many new customers",
    "days off that fall into the week",
];
const SYSTEMS: &[&str] =
    &["work queue", "telephone system", "case file", "order book", "planning board", "customer register", "ledger", "survey tool"];
const READERS: &[&str] = &[
    "the management board",
    "the team leads of {area}",
    "the service review of {area}",
    "those who plan the shifts",
    "the people who write to customers",
    "the partners who share the work",
];
const REMEDIES: &[&str] = &[
    "moving people between teams for some weeks",
    "rewriting the letter that causes most questions",
    "agreeing another date before the first one has passed",
    "teaching one thing that is asked often and answered badly",
    "mending the form on which most mistakes are made",
    "calling customers back at a time of their choice",
    "taking a step out of the procedure",
];
const GROUPS: &[&str] = &[
    "customers who wrote more than once",
    "people in their first year here",
    "{many} that need a second opinion",
    "{many} from partners",
    "{many} in a language that few colleagues speak",
    "the oldest tenth of all open {many}",
];
const EVIDENCE: &[&str] = &[
    "a sample of fifty {many}, read by two people",
    "the same months of the year before",
    "what the teams said in their last review",
    "the answers to the open question of the survey",
    "a comparison with areas of the same size",
];

const COUNTS: &[&str] = &[
    "Every {one} of {area} counts once, in the month in which it ended.",
    "A {one} counts in the month of its last step, whoever took it.",
    "Each {one} is counted once, even where several people worked on it.",
    "What decides is the first entry for a {one} in the {system}; later entries do not move it to another month.",
    "The count is of {many} and not of people: one customer may stand behind several {many}.",
];
const DOES_NOT_COUNT: &[&str] = &[
    "Tests, training and {many} that were opened by mistake do not count.",
    "Work that another area does for {area} counts there and not here.",
    "{many} that were begun before the area took over the service are left out.",
    "A {one} without a date in the {system} is put right first and counted then.",
    "Where a {one} is opened again it stays in its first month.",
    "Automatic messages are not {many}, even where somebody answers them.",
];
const DETAILS: &[&str] = &[
    "The clock is that of the {system}, and a month begins and ends at midnight.",
    "Both counts are taken on the fifth working day after the month; what comes in later is added in the next release.",
    "Cells are taken from the same extract as the total, so that they add up to it.",
    "The figure says nothing about {group}, which are looked at once a year by other means.",
    "It was first measured in another area, and the words were kept so that both can be compared.",
];
const PURPOSES: &[&str] = &[
    "It tells {reader} whether {area} needs help before customers notice.",
    "It helps {reader} decide between {remedy} and {remedy}.",
    "It shows {reader} what {remedy} has brought, and what it has not.",
    "Without it, {reader} would learn of trouble only from {evidence}.",
    "{reader} look at it each month together with what stands beside it, and never alone.",
    "It separates {cause} from {cause}, which look alike from far away.",
];
const WORK: &[&str] = &[
    "It moves with {cause}, and more slowly with {cause}.",
    "Good weeks had one thing in common: somebody looked at {group} on the first day.",
    "What helped most in the past was {remedy}.",
    "Nobody can move it alone; {remedy} takes at least two teams.",
    "It gets worse when people try to hurry, because {group} then come back.",
    "A quiet hour in the morning, kept free for {group}, has done more than {remedy}.",
];
const REASONS: &[&str] = &[
    "It is known some weeks before customers say what they think, and {evidence} agreed with it.",
    "It follows {cause} with a delay of a month or two.",
    "It reports what happened, after it happened; {cause} can be seen earlier.",
    "It moves before the objective does, as {evidence} showed.",
];
const HYPOTHESES: &[&str] = &[
    "Where {measure} gets better, fewer customers have to ask again, and {group} are dealt with sooner.",
    "Better figures here free time, and the time goes to {group}; {evidence} pointed that way.",
    "The claim rests on {evidence}. It has not been tested by changing one thing alone.",
    "If it holds, {remedy} should show in the objective within two quarters.",
];
const LIMITATIONS: &[&str] = &[
    "**The mix matters.** When {group} become more, the figure moves although nobody works differently.",
    "**It can be moved from the desk.** Closing a {one} and opening another looks like progress; samples are read for that reason.",
    "**Small cells jump.** With few {many} in a cell, one more or less is seen in the figure.",
    "**It depends on the {system}.** On days of an outage, {many} are entered afterwards and carry the wrong time.",
    "**It has a season.** {cause} and the holidays pull it the same way in most years.",
    "**It leaves out {group}.** They are looked at once a year, with the help of {evidence}.",
    "**Its neighbours differ.** Other areas count a {one} at another step, so that levels should not be ranked.",
];
const RATIONALES: &[&str] = &[
    "The area can do nothing about them, and they come in waves that would hide everything else.",
    "They are not work of the kind that the metric is about, although they pass through the {system}.",
    "Counting them would reward leaving them open, which nobody wants.",
    "They were found in {evidence}, and those who do the work agreed that they say nothing about it.",
];
const STATEMENTS: &[&str] = &[
    "Customers of {area} get what they were promised without having to ask twice, {group} included.",
    "The work of {area} is done right the first time, and what goes wrong is mended before it is noticed.",
    "{area} keeps its promises at a cost that can be explained, in good months and in bad ones.",
    "People who turn to {area} are helped by the first person they meet, or are told who will and when.",
];
const STEPS: &[&str] = &[
    "Checked against {evidence} before it was put to use; no difference was left unexplained.",
    "Two people ran it on the same month and compared every count.",
    "Run side by side with the work done by hand for three months, until both agreed.",
];

/// What a passage is about.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Theme {
    Counts,
    DoesNotCount,
    Details,
    Purpose,
    Work,
    Reason,
    Hypothesis,
    Limitations,
    Rationale,
    Statement,
    Step,
    ExternalDrivers,
}

impl Theme {
    const fn patterns(self) -> &'static [&'static str] {
        match self {
            Self::Counts => COUNTS,
            Self::DoesNotCount => DOES_NOT_COUNT,
            Self::Details => DETAILS,
            Self::Purpose => PURPOSES,
            Self::Work => WORK,
            Self::Reason => REASONS,
            Self::Hypothesis => HYPOTHESES,
            Self::Limitations => LIMITATIONS,
            Self::Rationale => RATIONALES,
            Self::Statement => STATEMENTS,
            Self::Step => STEPS,
            Self::ExternalDrivers => CAUSES,
        }
    }
}

impl Words {
    /// Makes several different sentences on a theme.
    pub(crate) fn sentences(&self, random: &mut Random, theme: Theme, count: usize) -> Vec<String> {
        let patterns = random.pick_some(theme.patterns(), count);
        patterns.into_iter().map(|pattern| self.fill(random, pattern, true)).collect()
    }

    /// Makes several different phrases on a theme, without a capital.
    pub(crate) fn phrases(&self, random: &mut Random, theme: Theme, count: usize) -> Vec<String> {
        let patterns = random.pick_some(theme.patterns(), count);
        patterns.into_iter().map(|pattern| self.fill(random, pattern, false)).collect()
    }

    fn fill(&self, random: &mut Random, pattern: &str, begins: bool) -> String {
        let mut text = String::with_capacity(pattern.len() * 2);
        let mut rest = pattern;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, behind) = after.split_once('}').unwrap_or((after, ""));
            text.push_str(before);
            let word = self.word(random, name);
            let opens = [". ", ".** "].iter().any(|end| text.ends_with(end));
            text.push_str(&if opens { capitalised(&word) } else { word });
            rest = behind;
        }
        text.push_str(rest);
        if begins { capitalised(&text) } else { text }
    }

    fn word(&self, random: &mut Random, name: &str) -> String {
        let phrases = match name {
            "one" => return self.one.to_owned(),
            "many" => return self.many.to_owned(),
            "area" => return self.area.clone(),
            "measure" => return format!("*{}*", self.measure),
            "cause" => CAUSES,
            "system" => SYSTEMS,
            "reader" => READERS,
            "remedy" => REMEDIES,
            "group" => GROUPS,
            _ => EVIDENCE,
        };
        let phrase = random.pick(phrases);
        self.fill(random, phrase, false)
    }
}

/// The text with a capital at its beginning, behind any mark of emphasis.
pub(crate) fn capitalised(text: &str) -> String {
    let start = text.len() - text.trim_start_matches('*').len();
    let mut characters = text[start..].chars();
    let first = characters.next().map(|first| first.to_uppercase().collect::<String>()).unwrap_or_default();
    format!("{}{first}{}", &text[..start], characters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    const THEMES: [Theme; 12] = [
        Theme::Counts,
        Theme::DoesNotCount,
        Theme::Details,
        Theme::Purpose,
        Theme::Work,
        Theme::Reason,
        Theme::Hypothesis,
        Theme::Limitations,
        Theme::Rationale,
        Theme::Statement,
        Theme::Step,
        Theme::ExternalDrivers,
    ];

    fn words() -> Words {
        Words { one: "call", many: "calls", area: "broadband north".into(), measure: "Answered in time".into() }
    }

    #[test]
    fn no_name_is_left_in_a_sentence() {
        for theme in THEMES {
            for seed in 0..40 {
                let mut random = Random::stream(seed, "prose", 0);
                for sentence in words().sentences(&mut random, theme, 9) {
                    assert!(!sentence.contains(['{', '}']), "{sentence}");
                }
            }
        }
    }

    #[test]
    fn every_name_in_a_pattern_is_known() {
        let pools = [SYSTEMS, READERS, REMEDIES, GROUPS, EVIDENCE];
        for pattern in THEMES.iter().flat_map(|theme| theme.patterns()).chain(pools.into_iter().flatten()) {
            for name in pattern.split('{').skip(1).filter_map(|rest| rest.split_once('}')).map(|(name, _)| name) {
                let known = ["one", "many", "area", "measure", "cause", "system", "reader", "remedy", "group", "evidence"];
                assert!(known.contains(&name), "{name}");
            }
        }
    }
}
