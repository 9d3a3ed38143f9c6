//! Mistakes come and go; the last good page stays.

use serde_json::Value;

use super::client::Serving;
use crate::sandbox::Sandbox;

const METRIC: &str = "metrics/definitions/answered-in-time.yaml";

#[test]
fn mistakes_are_told_with_their_places_until_they_are_mended_and_the_page_stays() {
    let sandbox = Sandbox::minimal();
    let good = sandbox.read(METRIC);
    let serving = Serving::start(sandbox.folder(), &[]);
    let mut events = serving.events();
    events.ready();
    let page = serving.raw("metrics/answered-in-time.html");

    sandbox.write(METRIC, good.replace("unit: percent", "unit: furlongs"));
    let state = events.until(|state| state["problem"] != Value::Null);
    let item = &state["problem"]["items"][0];
    assert_eq!((&state["problem"]["title"], &item["level"]), (&"1 mistake".into(), &"error".into()));
    assert_eq!(item["places"][0]["at"], format!("{METRIC}:9:7"));
    assert_eq!(item["places"][0]["excerpt"], serde_json::json!(["unit: ", "furlongs", ""]));
    assert!(item["message"].as_str().is_some_and(|message| message.contains("found `furlongs`")) && item["help"].is_string(), "{item}");
    assert_eq!(serving.raw("metrics/answered-in-time.html"), page, "the last good page stays");
    serving.until_said("pages stay as they were until this is mended");
    assert!(serving.complained().contains("9 | unit: furlongs"), "{}", serving.complained());

    // Who comes now hears of it as well.
    assert_ne!(serving.events().ready()["problem"], Value::Null);

    sandbox.write(METRIC, good.replace("Calls answered in time", "Calls answered at once"));
    events.until(|state| state["problem"] == Value::Null);
    assert!(serving.raw("metrics/answered-in-time.html").contains("Calls answered at once"));
    serving.until_said("mended");
}

#[test]
fn a_project_that_was_never_whole_is_a_list_of_mistakes() {
    let sandbox = Sandbox::minimal();
    let settings = sandbox.read("tickmark.yaml");
    sandbox.write("tickmark.yaml", settings.clone() + "colour: <b>\n");
    let serving = Serving::start(sandbox.folder(), &[]);
    let mut events = serving.events();
    events.until(|state| state["problem"] != Value::Null);
    let list = serving.get("/");
    assert_eq!(list.status, 503);
    assert!(list.text().contains("<h1>1 mistake</h1>") && list.text().contains("<mark>colour</mark>: &lt;b&gt;</pre>"), "{}", list.text());
    assert!(list.text().contains("data-notice=\"no-report\""), "{}", list.text());
    assert_eq!(serving.get("/.tickmark/raw/index.html").status, 503);
    serving.until_said("nothing can be shown until this is mended");
    sandbox.write("tickmark.yaml", settings);
    events.until(|state| state["problem"] == Value::Null);
    assert_eq!(serving.get("/").status, 200);
    serving.until_said("ready");
}

#[test]
fn what_checks_find_is_told_once_and_again_when_it_goes() {
    let sandbox = Sandbox::minimal();
    let serving = Serving::start(sandbox.folder(), &[]);
    serving.until_said("ready");
    let known = sandbox.read("content/index.md");
    sandbox.write("content/index.md", known.clone() + "\n[Nowhere](metric:nowhere)\n");
    let mut events = serving.events();
    let state = events.until(|state| state["number"].as_u64() > Some(1));
    if state["problem"] == Value::Null {
        serving.until_said("nowhere");
    }
    sandbox.write("content/index.md", known);
    serving.until_said(if state["problem"] == Value::Null { "gone" } else { "mended" });
}
