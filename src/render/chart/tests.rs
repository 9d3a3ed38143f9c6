//! What the smaller pictures must show and withstand.

use super::{bars, bullet, draw, heat_map, lying_bars, waterfall};
use crate::language::Language;
use crate::render::svg::well_formed::{assert_well_formed, texts};
use crate::site::chart::{
    Answer, Answers, Bar, BarChart, Bone, Bullet, BulletForm, Chain, ChainStep, Deduction, Difference, Differences, Fishbone, HeatCell,
    HeatColumn, HeatMap, HeatRow, Picture, StepLine, StepSegment, Steps, StepsItem, Tone, Total, Waterfall,
};
use crate::stats::{Standing, TargetStatus};

const STATUSES: [Option<TargetStatus>; 4] = [Some(TargetStatus::Met), Some(TargetStatus::Close), Some(TargetStatus::Missed), None];

const HOSTILE: &str = "<x a=\"b\">&'";

fn bar_chart(values: &[Option<f64>], text: &str) -> BarChart {
    let bar = |(at, value): (usize, &Option<f64>)| Bar {
        label: text.to_owned(),
        group: (at / 12).to_string(),
        full_label: text.to_owned(),
        value: *value,
        text: text.to_owned(),
        tone: Tone::Status(STATUSES[at % 4]),
        href: Some("a.html".to_owned()),
    };
    BarChart {
        id_prefix: "b".to_owned(),
        title: text.to_owned(),
        description: text.to_owned(),
        y_label: text.to_owned(),
        bars: values.iter().enumerate().map(bar).collect(),
        level: Some(StepLine {
            label: text.to_owned(),
            segments: vec![StepSegment { first: 0, last: 3, value: 2.5, text: text.to_owned() }],
        }),
        ..BarChart::default()
    }
}

const ODD_VALUES: [&[Option<f64>]; 7] = [
    &[],
    &[None],
    &[Some(0.0), Some(0.0)],
    &[Some(12.345_678), None, Some(-3.3), Some(f64::NAN)],
    &[Some(-1.0), Some(-2.0)],
    &[Some(1e28), Some(1e-28)],
    &[Some(1.0); 400],
];

#[test]
fn bars_of_any_values_are_well_formed_and_print_no_geometry() {
    let english = Language::built_in("en");
    for values in ODD_VALUES {
        for text in ["7", HOSTILE] {
            let chart = bar_chart(values, text);
            for drawn in [bars(&english, &chart), lying_bars(&english, &chart)] {
                assert_well_formed(&drawn);
                assert!(!texts(&drawn).contains("12.3"), "{drawn}");
            }
        }
    }
}

#[test]
fn bullets_of_any_values_are_well_formed() {
    for (from, to) in [(0.0, 1.0), (1.0, 1.0), (1.0, 0.0), (f64::NAN, 1.0)] {
        for value in [None, Some(0.4), Some(7.0), Some(f64::NAN)] {
            for form in [BulletForm::Bar, BulletForm::Mark] {
                let drawn = bullet(&Bullet {
                    id_prefix: "u".to_owned(),
                    title: HOSTILE.to_owned(),
                    description: HOSTILE.to_owned(),
                    from,
                    to,
                    value,
                    text: HOSTILE.to_owned(),
                    target: Some((0.5, HOSTILE.to_owned())),
                    bounds: Some([(0.3, HOSTILE.to_owned()), (0.9, HOSTILE.to_owned())]),
                    status: Some(TargetStatus::Close),
                    form,
                    labelled: true,
                });
                assert_well_formed(&drawn);
            }
        }
    }
}

#[test]
fn a_waterfall_writes_exact_counts_with_their_sign() {
    let drawn = waterfall(&Waterfall {
        id_prefix: "w".to_owned(),
        raw: Total { label: "raw".to_owned(), value: 560.0, text: "560".to_owned() },
        deductions: vec![
            Deduction {
                label: HOSTILE.to_owned(),
                value: 48.0,
                text: "48".to_owned(),
                share: "8.6 %".to_owned(),
                href: Some("x.html".to_owned()),
            },
            Deduction { label: "back".to_owned(), value: -3.0, text: "3".to_owned(), ..Deduction::default() },
            Deduction { label: "odd".to_owned(), value: f64::NAN, text: "?".to_owned(), ..Deduction::default() },
        ],
        net: Total { label: "net".to_owned(), value: 515.0, text: "515".to_owned() },
        ..Waterfall::default()
    });
    assert_well_formed(&drawn);
    let read = texts(&drawn);
    assert!(read.contains("\u{2212}48 (8.6 %)") && read.contains("+3") && read.contains("515"), "{read}");
}

#[test]
fn a_waterfall_of_nothing_is_well_formed() {
    assert_well_formed(&waterfall(&Waterfall::default()));
}

#[test]
fn a_heat_map_tells_every_cell_in_words() {
    let column = |at: usize| HeatColumn { label: format!("{at}"), group: HOSTILE.to_owned(), full_label: format!("month {at}") };
    let standings = [
        Standing::Judged(TargetStatus::Met),
        Standing::Judged(TargetStatus::Close),
        Standing::Judged(TargetStatus::Missed),
        Standing::Suspended,
    ];
    let cells = standings.map(|standing| HeatCell { standing, text: "82 %".to_owned(), href: Some("m.html#p".to_owned()) });
    let words = [(standings[2], "missed"), (Standing::Suspended, "suspended"), (Standing::NotJudged, "not judged")];
    let map = HeatMap {
        id_prefix: "h".to_owned(),
        key: words.map(|(standing, word)| (standing, word.to_owned())).into(),
        columns: (0..5).map(column).collect(),
        rows: vec![HeatRow { label: HOSTILE.to_owned(), href: Some("m.html".to_owned()), cells: cells.into() }],
        ..HeatMap::default()
    };
    let drawn = heat_map(&map);
    assert_well_formed(&drawn);
    let read = texts(&drawn);
    assert!(
        read.contains("month 2: 82 %, missed") && read.contains("month 3: 82 %, suspended") && read.contains("month 4: not judged"),
        "{read}"
    );
    assert_well_formed(&heat_map(&HeatMap::default()));
}

#[test]
fn pictures_of_inquiry_are_well_formed_whatever_they_hold() {
    let english = Language::built_in("en");
    for text in ["", "7", HOSTILE, &"endless ".repeat(60)] {
        let step = ChainStep { head: text.to_owned(), text: text.to_owned() };
        let chain = Chain { effect: step.clone(), steps: vec![step.clone(); 5], causes: vec![step; 2], ..Chain::default() };
        let bone = Bone { label: text.to_owned(), causes: vec![text.to_owned(); 3] };
        let difference = Difference { label: text.to_owned(), value: -0.3, interval: Some((-1e9, f64::NAN)), text: text.to_owned() };
        let item = StepsItem { label: text.to_owned(), value: -2.5, text: text.to_owned(), unexplained: true };
        let answer = Answer { number: "1".to_owned(), label: text.to_owned(), marked: true };
        let pictures = [
            Picture::Chain(Chain::default()),
            Picture::Chain(chain),
            Picture::Fishbone(Fishbone::default()),
            Picture::Fishbone(Fishbone { effect: text.to_owned(), bones: vec![bone; 7], ..Fishbone::default() }),
            Picture::Differences(Differences::default()),
            Picture::Differences(Differences { zero: text.to_owned(), rows: vec![difference; 2], ..Differences::default() }),
            Picture::Steps(Steps::default()),
            Picture::Steps(Steps { steps: vec![item; 3], tolerance: Some((0.5, text.to_owned())), ..Steps::default() }),
            Picture::Answers(Answers::default()),
            Picture::Answers(Answers { marked: text.to_owned(), answers: vec![answer; 11], ..Answers::default() }),
        ];
        for picture in pictures {
            assert_well_formed(&draw(&english, &picture));
        }
    }
}
