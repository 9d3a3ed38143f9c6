//! How records read before they were changed.
//!
//! The records of changes say what was changed; here stand the words. Each passage stands exactly once in the file as it reads
//! today, which a test holds.

use crate::model::Date;

/// A passage that read otherwise until a day.
pub(super) struct Earlier {
    /// The file.
    pub(super) path: &'static str,
    /// The day of the commit from which on it reads as today.
    pub(super) until: &'static str,
    /// The passages: today's words, and those before.
    pub(super) passages: &'static [(&'static str, &'static str)],
}

/// All of them.
pub(super) const EARLIER: [Earlier; 7] = [
    // content/changes/2026-02-26-repeat-contacts-seven-days.yaml
    Earlier {
        path: "metrics/definitions/repeat-contacts.yaml",
        until: "2026-03-27",
        passages: &[
            ("version: 2.0.0\neffective_from: 2026-04-01", "version: 1.0.0\neffective_from: 2024-10-01"),
            ("about the same subject within seven days, by", "about the same subject within five days, by"),
            ("Contacts followed within seven days by", "Contacts followed within five days by"),
            ("window: P7D\nsettle_lag: P8D", "window: P5D\nsettle_lag: P6D"),
            ("It is final only eight days after", "It is final only six days after"),
        ],
    },
    // content/changes/2026-05-07-effort-question-after-contact.yaml
    Earlier {
        path: "metrics/surveys/after-contact.yaml",
        until: "2026-05-28",
        passages: &[
            ("version: 1.1.0\neffective_from: 2026-06-01", "version: 1.0.0\neffective_from: 2024-10-01"),
            (" In the northern and eastern regions a second page asks about effort, after the first answer has been stored.", ""),
        ],
    },
    // content/changes/2026-09-24-deprecate-net-promoter.yaml
    Earlier {
        path: "metrics/definitions/net-promoter.yaml",
        until: "2026-10-26",
        passages: &[
            ("version: 1.1.0\neffective_from: 2026-11-01\nstate: deprecated", "version: 1.0.0\neffective_from: 2024-10-01\nstate: active"),
            (
                "Who would recommend us trusts us. It did not hold: customers cannot choose their water company, and half of those asked say so.",
                "Who would recommend us trusts us.",
            ),
        ],
    },
    // content/changes/2026-02-19-retire-answered-in-20-seconds.yaml
    Earlier {
        path: "metrics/definitions/answered-in-20-seconds.yaml",
        until: "2026-03-30",
        passages: &[
            ("state: retired", "state: active"),
            ("To show how long callers waited. *Calls given up* now serves this purpose.", "To show how long callers waited."),
            (
                "\nretired:\n  reason: |\n    It rewarded answering new callers before those who had waited longest, and left out everybody who gave up. See the decision of\n    19 February 2026.\n  successor: abandonment\n  last_period: 2026-03\n  archive: The eighteen months from October 2024 stay in this report and its repository.",
                "",
            ),
        ],
    },
    // The decision of that name was written down whole when it had been looked back upon.
    Earlier {
        path: "metrics/definitions/first-contact-resolution.yaml",
        until: "2026-11-19",
        passages: &[("on people, as it did in\n    [February 2026](decision/2026-02-19-guidance-before-advisers).", "on people.")],
    },
    // content/changes/2026-08-13-suspend-promised-calls.yaml
    Earlier { path: "metrics/definitions/callbacks-kept.yaml", until: "2026-09-04", passages: &[("state: suspended", "state: active")] },
    // content/changes/2026-10-08-complaint-days-from-receipt.yaml and content/deviations/2026-08-08-western-text-invitations.yaml
    Earlier {
        path: "metrics/definitions/complaint-resolution-days.yaml",
        until: "2026-10-08",
        passages: &[("state: under-review", "state: active")],
    },
];

/// The text of a file before the changes that came after a day.
pub(super) fn before_changes(path: &str, day: Date, text: &str) -> String {
    let mut text = text.to_owned();
    for earlier in EARLIER.iter().filter(|earlier| earlier.path == path && Date::parse(earlier.until).is_ok_and(|until| day < until)) {
        for (today, then) in earlier.passages {
            text = text.replacen(today, then, 1);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::packed::files;
    use super::*;

    #[test]
    fn each_passage_stands_once_in_the_file_as_it_reads_today() {
        let files = files();
        for earlier in &EARLIER {
            let text = files.get(earlier.path).map(|bytes| String::from_utf8_lossy(bytes)).unwrap_or_default();
            for (today, _) in earlier.passages {
                assert_eq!(text.matches(today).count(), 1, "{}: {today}", earlier.path);
            }
        }
    }
}
