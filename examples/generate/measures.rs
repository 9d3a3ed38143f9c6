//! What can be measured in any area of work: the words and the size of each measure.
//!
//! The list is in the order in which an area takes from it, so that a small area has the common kinds first. Must not know
//! areas, periods or how a series moves.

/// How a value is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scoring {
    Proportion,
    Ratio,
    Count,
    Mean,
    Index,
    Composite,
}

impl Scoring {
    /// The name, as records write it.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Proportion => "proportion",
            Self::Ratio => "ratio",
            Self::Count => "count",
            Self::Mean => "mean",
            Self::Index => "index",
            Self::Composite => "composite",
        }
    }
}

/// One measure, before it is applied to an area.
#[derive(Debug)]
pub(crate) struct Measure {
    /// Name for people.
    pub(crate) name: &'static str,
    /// Name in ids.
    pub(crate) slug: &'static str,
    pub(crate) scoring: Scoring,
    /// What is counted, one of it.
    pub(crate) one: &'static str,
    /// What is counted, many of it.
    pub(crate) many: &'static str,
    /// The numerator in words, without its full stop.
    pub(crate) numerator: &'static str,
    /// The denominator in words, without its full stop; empty where there is none.
    pub(crate) denominator: &'static str,
    /// Unit of measure and its factor.
    pub(crate) unit: (&'static str, i64),
    /// Decimal places of the published value.
    pub(crate) decimals: u32,
    /// Decimal places of the numerator.
    pub(crate) numerator_decimals: u32,
    /// Which way is better.
    pub(crate) direction: &'static str,
    /// The type of measure, as records write it.
    pub(crate) nature: &'static str,
    /// Usual level before the factor of the unit, in millionths: the least and the greatest.
    pub(crate) level: (i64, i64),
    /// Usual number counted in one cell and month: the least and the greatest.
    pub(crate) volume: (i64, i64),
}

const RATE: (&str, i64) = ("percent", 100);
const USUAL: (i64, i64) = (180, 2400);

const fn rate(names: [&'static str; 4], counts: [&'static str; 2], direction: &'static str, level: (i64, i64)) -> Measure {
    Measure {
        name: names[0],
        slug: names[1],
        one: names[2],
        many: names[3],
        scoring: Scoring::Proportion,
        numerator: counts[0],
        denominator: counts[1],
        unit: RATE,
        decimals: 2,
        numerator_decimals: 0,
        direction,
        nature: "process",
        level,
        volume: USUAL,
    }
}

/// Every measure of an area, in the order in which they are taken.
pub(crate) const MEASURES: [Measure; 25] = [
    Measure {
        nature: "outcome",
        ..rate(
            ["Solved at first contact", "solved-at-first-contact", "contact", "contacts"],
            [
                "Contacts after which the same customer did not come back about the same matter within seven days",
                "All contacts that ended in the month and were about a matter that can be solved",
            ],
            "increase",
            (640_000, 820_000),
        )
    },
    rate(
        ["Answered in time", "answered-in-time", "call", "calls"],
        ["Calls that a person answered within the time promised for the line", "Calls that were offered to the line in the month"],
        "increase",
        (700_000, 900_000),
    ),
    rate(
        ["Delivered as promised", "delivered-as-promised", "order", "orders"],
        [
            "Orders that were handed over complete and not later than the day that was promised first",
            "Orders whose first promised day was in the month",
        ],
        "increase",
        (860_000, 970_000),
    ),
    Measure {
        name: "Complaints received",
        slug: "complaints-received",
        scoring: Scoring::Count,
        one: "complaint",
        many: "complaints",
        numerator: "Complaints whose first letter, call or message arrived in the month",
        denominator: "",
        unit: ("count", 1),
        decimals: 0,
        numerator_decimals: 0,
        direction: "decrease",
        nature: "outcome",
        level: (900_000, 1_100_000),
        volume: (20, 240),
    },
    rate(
        ["Abandoned before an answer", "abandoned-before-an-answer", "call", "calls"],
        ["Calls that ended before a person answered, short ones left out", "Calls that were offered to the line in the month"],
        "decrease",
        (30_000, 110_000),
    ),
    Measure {
        name: "Contacts per order",
        slug: "contacts-per-order",
        scoring: Scoring::Ratio,
        one: "order",
        many: "orders",
        numerator: "Contacts in the month that were about an order, whenever it was placed",
        denominator: "Orders that were placed in the month",
        unit: ("ratio", 1),
        decimals: 3,
        numerator_decimals: 0,
        direction: "decrease",
        nature: "process",
        level: (180_000, 620_000),
        volume: (400, 3600),
    },
    rate(
        ["Passed on to another team", "passed-on", "contact", "contacts"],
        ["Contacts that were handed to another team before they ended", "All contacts that ended in the month"],
        "decrease",
        (60_000, 220_000),
    ),
    Measure {
        name: "Handling time",
        slug: "handling-time",
        scoring: Scoring::Mean,
        one: "contact",
        many: "contacts",
        numerator: "Minutes spent on contacts, from the first word to the last note, pauses included",
        denominator: "Contacts that ended in the month",
        unit: ("minutes", 1),
        decimals: 2,
        numerator_decimals: 1,
        direction: "decrease",
        nature: "process",
        level: (4_200_000, 14_500_000),
        volume: USUAL,
    },
    Measure {
        nature: "perception",
        volume: (90, 700),
        ..rate(
            ["Satisfied customers", "satisfied-customers", "response", "responses"],
            [
                "Responses with one of the two best answers on the scale of five",
                "All responses that came back within fourteen days of the contact",
            ],
            "increase",
            (700_000, 880_000),
        )
    },
    rate(
        ["Repeated within a week", "repeated-within-a-week", "contact", "contacts"],
        ["Contacts that the same customer repeated about the same matter within seven days", "All contacts that ended in the month"],
        "decrease",
        (90_000, 260_000),
    ),
    Measure {
        name: "Effort index",
        slug: "effort-index",
        scoring: Scoring::Index,
        one: "response",
        many: "responses",
        numerator: "",
        denominator: "",
        unit: ("points", 1),
        decimals: 1,
        numerator_decimals: 0,
        direction: "increase",
        nature: "perception",
        level: (55_000_000, 85_000_000),
        volume: (90, 700),
    },
    rate(
        ["Checked without a fault", "checked-without-a-fault", "check", "checks"],
        [
            "Checks in which no point of the list was marked as a fault",
            "All checks that were made in the month, by the plan or because of a doubt",
        ],
        "increase",
        (840_000, 960_000),
    ),
    Measure {
        name: "Service score",
        slug: "service-score",
        scoring: Scoring::Composite,
        one: "case",
        many: "cases",
        numerator: "",
        denominator: "",
        unit: ("score", 1),
        decimals: 2,
        numerator_decimals: 0,
        direction: "increase",
        nature: "outcome",
        level: (0, 0),
        volume: (0, 0),
    },
    rate(
        ["Deadlines kept", "deadlines-kept", "case", "cases"],
        ["Cases that were decided on or before the day that the rules set", "Cases whose last day by the rules was in the month"],
        "increase",
        (800_000, 950_000),
    ),
    Measure {
        name: "Cases opened",
        slug: "cases-opened",
        scoring: Scoring::Count,
        one: "case",
        many: "cases",
        numerator: "Cases that were opened in the month, whoever opened them",
        denominator: "",
        unit: ("count", 1),
        decimals: 0,
        numerator_decimals: 0,
        direction: "neutral",
        nature: "structure",
        level: (900_000, 1_100_000),
        volume: (120, 1500),
    },
    rate(
        ["Invoices without correction", "invoices-without-correction", "invoice", "invoices"],
        [
            "Invoices to which no credit note and no second invoice was written within sixty days",
            "Invoices that were sent in the month two months before",
        ],
        "increase",
        (900_000, 980_000),
    ),
    rate(
        ["Records complete", "records-complete", "record", "records"],
        ["Records in which every field that the procedure asks for was filled on the first day", "Records that were opened in the month"],
        "increase",
        (780_000, 950_000),
    ),
    Measure {
        name: "Cost per case",
        slug: "cost-per-case",
        scoring: Scoring::Ratio,
        one: "case",
        many: "cases",
        numerator: "Cost of the staff, systems and suppliers of the area, booked in the month",
        denominator: "Cases that were closed in the month",
        unit: ("EUR", 1),
        decimals: 2,
        numerator_decimals: 2,
        direction: "decrease",
        nature: "structure",
        level: (12_000_000, 78_000_000),
        volume: (120, 1500),
    },
    rate(
        ["Appointments kept", "appointments-kept", "appointment", "appointments"],
        ["Appointments that began within fifteen minutes of the time agreed", "Appointments that were agreed for a day in the month"],
        "increase",
        (760_000, 930_000),
    ),
    Measure {
        name: "Days to close",
        slug: "days-to-close",
        scoring: Scoring::Mean,
        one: "case",
        many: "cases",
        numerator: "Days from the opening to the closing of the cases, weekends included",
        denominator: "Cases that were closed in the month",
        unit: ("days", 1),
        decimals: 2,
        numerator_decimals: 1,
        direction: "decrease",
        nature: "process",
        level: (3_000_000, 21_000_000),
        volume: (120, 1500),
    },
    rate(
        ["Claims paid in full", "claims-paid-in-full", "claim", "claims"],
        ["Claims of which the whole amount was paid with the first decision", "Claims on which the first decision was made in the month"],
        "increase",
        (610_000, 840_000),
    ),
    rate(
        ["Refunds after a fault", "refunds-after-a-fault", "order", "orders"],
        ["Orders for which money was paid back because of a fault of ours", "Orders that were handed over in the month"],
        "decrease",
        (20_000, 90_000),
    ),
    Measure {
        name: "Escalations",
        slug: "escalations",
        scoring: Scoring::Count,
        one: "escalation",
        many: "escalations",
        numerator: "Matters that were laid before a manager in the month because the usual way did not help",
        denominator: "",
        unit: ("count", 1),
        decimals: 0,
        numerator_decimals: 0,
        direction: "decrease",
        nature: "process",
        level: (900_000, 1_100_000),
        volume: (20, 160),
    },
    Measure {
        name: "Complaints per thousand orders",
        slug: "complaints-per-thousand-orders",
        scoring: Scoring::Ratio,
        one: "order",
        many: "orders",
        numerator: "Complaints about an order that arrived in the month, whenever the order was placed",
        denominator: "Orders that were handed over in the month",
        unit: ("per-1000", 1000),
        decimals: 2,
        numerator_decimals: 0,
        direction: "decrease",
        nature: "outcome",
        level: (4_000, 16_000),
        volume: (6_000, 40_000),
    },
    Measure {
        nature: "structure",
        ..rate(
            ["Shifts filled", "shifts-filled", "shift", "shifts"],
            [
                "Shifts that were worked by somebody trained for them, for at least nine tenths of their time",
                "Shifts of the plan, as it stood on the last day of the month before",
            ],
            "increase",
            (880_000, 970_000),
        )
    },
];
