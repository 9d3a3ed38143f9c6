//! Holds `docs/architecture.md` and its picture to the code: the layers in `src/`, the † files, the ‡ crates.

use std::fmt::Write as _;

use crate::layers::{DOORS, HEAVY, layer_order};
use crate::tree::{layer_of, layers_present, read};

const PAGE: &str = "docs/architecture.md";
const PICTURE: &str = "docs/architecture.svg";

/// The layers that exist, in their order.
fn present() -> Vec<&'static str> {
    let there = layers_present();
    layer_order().filter(|layer| there.iter().any(|name| name == layer)).collect()
}

/// The rows of the table below `heading`: the cells of each, without the head.
fn table(page: &str, heading: &str) -> Vec<Vec<String>> {
    let below = page.lines().skip_while(|line| *line != heading).skip(1);
    let section = below.take_while(|line| !line.starts_with('#'));
    let rows = section.filter(|line| line.starts_with('|')).skip(2);
    rows.map(|row| row.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()).collect()
}

fn assert_table(heading: &str, expected: &[Vec<String>]) {
    let found = table(&read(PAGE), heading);
    let mut rows = String::new();
    for row in expected {
        let _ = writeln!(rows, "| {} |", row.join(" | "));
    }
    assert!(found == expected, "the table below `{heading}` in {PAGE} should read\n{rows}");
}

#[test]
fn page_lists_the_layers_that_exist_in_their_order() {
    let rows = table(&read(PAGE), "## Layers");
    let named: Vec<_> = rows.iter().map(|row| row[0].trim_matches('`')).collect();
    assert_eq!(named, present());
}

#[test]
fn every_folder_in_src_is_a_layer() {
    let strangers: Vec<_> = layers_present().into_iter().filter(|name| !layer_order().any(|layer| layer == name)).collect();
    assert!(strangers.is_empty(), "no layer: {strangers:?}");
}

#[test]
fn page_lists_the_doors() {
    let rows: Vec<_> = DOORS.iter().map(|door| vec![format!("`{}`", door.file), door.touches.to_owned()]).collect();
    assert_table("## Doors to the world (†)", &rows);
}

#[test]
fn page_lists_the_heavy_crates() {
    let rows: Vec<_> = HEAVY.iter().map(|row| vec![format!("`{}`", row.krate), format!("`{}`", row.file), row.does.to_owned()]).collect();
    assert_table("## Heavy crates (‡)", &rows);
}

/// The layers in the picture in their order, each with whether it is drawn as touching the world.
fn drawn(picture: &str) -> Vec<(&str, bool)> {
    let boxes = picture.split("<rect class=\"").skip(1);
    boxes
        .filter_map(|from| {
            let text = from.split_once("<text class=\"layer\"")?.1;
            let name = text.split_once('>')?.1.split_once('<')?.0;
            Some((name, from.starts_with("world")))
        })
        .collect()
}

#[test]
fn picture_shows_the_layers_in_their_order_and_where_the_doors_are() {
    let has_door = |layer: &str| DOORS.iter().any(|door| layer_of(door.file) == layer);
    let expected: Vec<_> = present().into_iter().map(|layer| (layer, has_door(layer))).collect();
    assert_eq!(drawn(&read(PICTURE)), expected);
}
