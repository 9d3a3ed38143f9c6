//! What a process behaviour chart must show and withstand.

use super::process_chart as draw;
use crate::language::Language;
use crate::render::svg::well_formed::{assert_well_formed, texts};
use crate::site::chart::{
    Bounds, Event, Judgement, Limits, Phase, ProcessChart, ProcessPoint, SeriesBreak, Signal, StepLine, StepSegment, Suspension,
    rule_letter,
};
use crate::stats::spc::{Rule, Side};

const HOSTILE: &str = "<script>\"'&]]>\u{0}";

fn process_chart(chart: &ProcessChart) -> String {
    draw(&Language::built_in("en"), chart)
}

fn point(at: usize, value: Option<f64>) -> ProcessPoint {
    ProcessPoint {
        label: format!("P{at}"),
        group: (2000 + at / 12).to_string(),
        full_label: format!("period {at}"),
        value,
        text: format!("value {at}"),
        ..ProcessPoint::default()
    }
}

fn chart(values: &[Option<f64>]) -> ProcessChart {
    ProcessChart {
        id_prefix: "metric".to_owned(),
        title: "Title".to_owned(),
        description: "Description".to_owned(),
        y_label: "calls, %".to_owned(),
        points: values.iter().enumerate().map(|(at, value)| point(at, *value)).collect(),
        ..ProcessChart::default()
    }
}

fn limits(centre: f64) -> Limits {
    Limits {
        centre,
        upper: centre + 3.0,
        lower: centre - 3.0,
        near_upper: centre + 2.0,
        near_lower: centre - 2.0,
        centre_text: "c".to_owned(),
        upper_text: "u".to_owned(),
        lower_text: "l".to_owned(),
    }
}

fn level(label: &str, segments: &[(usize, usize, f64)]) -> StepLine {
    let segments = segments.iter().map(|&(first, last, value)| StepSegment { first, last, value, text: "level".to_owned() });
    StepLine { label: label.to_owned(), segments: segments.collect() }
}

/// A chart that uses everything there is.
fn full() -> ProcessChart {
    let values: Vec<Option<f64>> = (0_u32..36).map(|at| (at % 11 != 5).then(|| 70.123_456_7 + f64::from(at * 37 % 11))).collect();
    let mut chart = chart(&values);
    chart.bounds = Bounds { floor: Some(0.0), ceiling: Some(100.0) };
    for (at, rule) in [(3, Rule::Outside), (8, Rule::Trend), (14, Rule::TwoOfThree), (20, Rule::Shift)] {
        let judgement = Judgement::ALL[at % 3];
        chart.points[at].signal = Some(Signal { rule, side: Side::High, judgement });
        chart.points[at].href = Some(format!("#p{at}"));
    }
    chart.points[35].provisional = true;
    chart.points[34].notes = vec!["restated".to_owned()];
    chart.phases = vec![
        Phase { first: 0, last: 17, name: "Version 1".to_owned(), limits: limits(74.0), trial: false },
        Phase { first: 18, last: 35, name: String::new(), limits: limits(76.0), trial: true },
    ];
    annotate(&mut chart);
    chart
}

/// Adds everything that is not a value or a limit.
fn annotate(chart: &mut ProcessChart) {
    chart.target = Some(level("target", &[(0, 11, 72.0), (12, 35, 75.0)]));
    chart.commitment = Some(level("promise", &[(4, 30, 80.0)]));
    chart.suspensions = vec![Suspension { first: 9, last: 10, label: "suspended".to_owned(), title: "outage".to_owned() }];
    chart.events = (0..6).map(|at| Event { index: at * 6, number: 1, title: "event".to_owned(), href: None }).collect();
    chart.breaks = vec![SeriesBreak { before: 18, title: "version 2".to_owned() }];
}

#[test]
fn a_full_chart_is_well_formed_and_the_same_every_time() {
    let drawn = process_chart(&full());
    assert_well_formed(&drawn);
    assert_eq!(drawn, process_chart(&full()));
    assert!(drawn.contains(r#"viewBox="0 0 960 "#) && !drawn.contains(" width=\"960\""));
}

#[test]
fn no_geometry_reaches_a_text() {
    let read = texts(&process_chart(&full()));
    assert!(!read.contains(".12") && !read.contains("1234"), "{read}");
    assert!(read.contains("value 3") && read.contains("upper limit u") && read.contains("target level"));
}

#[test]
fn hostile_texts_stay_texts() {
    let mut chart = full();
    let hostile = || HOSTILE.to_owned();
    (chart.id_prefix, chart.title, chart.description, chart.y_label) = (hostile(), hostile(), hostile(), hostile());
    for point in &mut chart.points {
        (point.label, point.group, point.full_label, point.text) = (hostile(), hostile(), hostile(), hostile());
        point.notes = vec![hostile()];
        point.href = Some("javascript:alert(1)".to_owned());
    }
    for phase in &mut chart.phases {
        phase.name = hostile();
        (phase.limits.centre_text, phase.limits.upper_text, phase.limits.lower_text) = (hostile(), hostile(), hostile());
    }
    for line in [&mut chart.target, &mut chart.commitment].into_iter().flatten() {
        line.label = hostile();
    }
    chart.events[0].title = hostile();
    chart.events[0].href = Some(HOSTILE.to_owned());
    chart.breaks[0].title = hostile();
    (chart.suspensions[0].label, chart.suspensions[0].title) = (hostile(), hostile());
    assert_well_formed(&process_chart(&chart));
}

#[test]
fn odd_series_are_drawn_without_fail() {
    let daily: Vec<Option<f64>> = (0_u32..400).map(|at| Some(f64::from(at % 17))).collect();
    let series: [&[Option<f64>]; 9] = [
        &[],
        &[None],
        &[Some(5.0)],
        &[None, Some(5.0), None],
        &[Some(0.0); 12],
        &[Some(-3.5); 12],
        &[Some(1e27), Some(-1e27), Some(f64::NAN), Some(f64::INFINITY)],
        &[Some(1e-20), Some(3e-20)],
        &daily,
    ];
    for values in series {
        let mut chart = chart(values);
        assert_well_formed(&process_chart(&chart));
        spoil(&mut chart);
        assert_well_formed(&process_chart(&chart));
    }
}

/// Gives a chart spans, levels and marks that lie beyond its points or turn back on themselves.
fn spoil(chart: &mut ProcessChart) {
    chart.phases = vec![
        Phase { first: 0, last: 999, limits: limits(f64::NAN), ..Phase::default() },
        Phase { first: 9, last: 3, limits: limits(1.0), ..Phase::default() },
    ];
    chart.target = Some(level("target", &[(0, 5, 1.0), (3, 2, 2.0), (6, 9999, f64::INFINITY)]));
    chart.suspensions =
        vec![Suspension { first: 2, last: 900, ..Suspension::default() }, Suspension { first: 700, last: 1, ..Suspension::default() }];
    chart.events = vec![Event { index: 5000, ..Event::default() }, Event::default()];
    chart.breaks = vec![SeriesBreak::default(), SeriesBreak { before: 7, ..SeriesBreak::default() }];
}

#[test]
fn a_chart_without_values_says_so() {
    assert!(texts(&process_chart(&chart(&[None, None]))).contains("no value has been published"));
}

#[test]
fn the_line_breaks_at_gaps_and_at_series_breaks() {
    let mut picture = chart(&[Some(1.0), Some(2.0), None, Some(3.0), Some(4.0), Some(5.0)]);
    picture.breaks = vec![SeriesBreak { before: 5, title: String::new() }];
    let drawn = process_chart(&picture);
    let path = drawn.split("chart-line").nth(1).and_then(|rest| rest.split(" d=\"").nth(1)).and_then(|rest| rest.split('"').next());
    assert_eq!(path.map(|path| path.matches('M').count()), Some(3), "{drawn}");
}

#[test]
fn every_rule_has_a_shape_of_its_own_and_its_letter() {
    let marks: std::collections::BTreeSet<String> = Rule::ALL
        .into_iter()
        .map(|rule| {
            let mut out = String::new();
            let signal = Signal { rule, side: Side::High, judgement: Judgement::Concerning };
            super::shapes::signal(&mut out, signal, false, (100.0, 100.0), 7.0, "");
            assert!(out.contains(&format!(">{}</text>", rule_letter(rule))), "{out}");
            out.split(" d=").nth(1).unwrap_or_default().split('/').next().unwrap_or_default().to_owned()
        })
        .collect();
    assert_eq!(marks.len(), Rule::ALL.len());
}

#[test]
fn the_key_names_only_what_is_shown() {
    let read = texts(&process_chart(&chart(&[Some(1.0), Some(2.0)])));
    assert!(!read.contains("outside the limits") && !read.contains("left out of limits") && !read.contains("provisional"), "{read}");
}

#[test]
fn links_turn_the_picture_into_a_group() {
    assert!(process_chart(&full()).contains(r#"role="group""#));
    assert!(process_chart(&chart(&[Some(1.0)])).contains(r#"role="img""#));
}

#[test]
fn events_that_would_overlap_share_a_marker() {
    let mut picture = chart(&[Some(1.0); 60]);
    picture.events =
        (10_usize..13).zip(4_u32..).map(|(index, number)| Event { index, number, title: "t".to_owned(), href: None }).collect();
    assert!(process_chart(&picture).contains(">4–6</text>"));
}
