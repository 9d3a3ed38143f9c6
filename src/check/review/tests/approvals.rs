//! Who has to agree, and whose agreement counts.

use super::*;

const COMMITTEE: &str = "{who: committee/board, role: Board, date: 2026-05-02}";
const METHOD: &str = "{who: person/bob, role: Method, date: 2026-05-02}";
const READER: &str = "{who: person/dee, role: Reader, date: 2026-05-02}";

#[test]
fn a_breaking_change_takes_a_committee() {
    assert_eq!(Files::breaking().swap(CHANGE, COMMITTEE, "").rules(), ["approval-missing"]);
    assert_eq!(Files::breaking().swap(CHANGE, COMMITTEE, METHOD).rules(), ["approval-missing"]);
}

#[test]
fn a_change_that_waits_is_pending_and_not_missing() {
    let waiting = Files::breaking().swap(CHANGE, "state: approved", "state: submitted");
    assert_eq!(waiting.rules(), ["approval-pending"]);
    assert_eq!(waiting.swap(CHANGE, COMMITTEE, "").rules(), ["approval-pending"]);
}

#[test]
fn nobody_agrees_to_their_own_change() {
    let own = format!("{COMMITTEE}, {{who: person/ann, role: Desk, date: 2026-05-02}}");
    assert_eq!(Files::breaking().swap(CHANGE, COMMITTEE, &own).rules(), ["approver-is-author"]);
    let only = Files::bridged().swap(CHANGE, METHOD, "{who: person/ann, role: Desk, date: 2026-05-02}");
    assert_eq!(only.rules(), ["approver-is-author"]);
}

#[test]
fn a_second_record_of_the_author_is_the_author() {
    let second = Files::bridged().swap("content/people/bob.yaml", "title: Bob\n", "title: Bob\nemails: [ANN@example.org]\n");
    assert_eq!(second.rules(), ["approver-is-author"]);
}

#[test]
fn a_member_of_the_team_that_proposed_is_an_author() {
    let team = "title: Team\nmembers: [{person: bob, from: 2020-01-01}, {person: ann, from: 2020-01-01}]\n";
    let proposed = Files::bridged().with("content/teams/desk.yaml", team).swap(CHANGE, "proposer: person/ann", "proposer: team/desk");
    assert!(proposed.rules().contains(&"approver-is-author"));
}

#[test]
fn a_committee_needs_a_quorum_of_members_who_are_no_authors() {
    assert_eq!(Files::breaking().swap(BOARD, "quorum: 2\n", "").rules(), ["quorum-missed"]);
    assert_eq!(Files::breaking().swap(BOARD, "quorum: 2", "quorum: 3").rules(), ["quorum-missed"]);
    assert_eq!(
        Files::breaking().swap(BOARD, "{person: cyd, from: 2020-01-01}", "{person: cyd, from: 2026-05-03}").rules(),
        ["quorum-missed"]
    );
}

#[test]
fn those_who_were_at_the_meeting_make_the_quorum() {
    let meeting =
        "title: M\nstate: held\ntype: methodology\nbody: board\nscheduled: 2026-05-02\nheld: 2026-05-02\nattendees: [ann, bob, cyd]\n";
    let path = "content/reviews/2026-05-02-board.yaml";
    assert_eq!(Files::breaking().with(path, meeting).rules(), NOTHING);
    assert_eq!(Files::breaking().with(path, &meeting.replace(", cyd", "")).rules(), ["quorum-missed"]);
}

#[test]
fn a_decision_that_denies_its_quorum_denies_the_agreement() {
    let path = "content/decisions/2026-05-02-levels.yaml";
    assert_eq!(Files::breaking().with(path, &format!("{DECISION}quorum_met: true\n")).rules(), NOTHING);
    assert_eq!(Files::breaking().with(path, &format!("{DECISION}quorum_met: false\n")).rules(), ["quorum-missed"]);
}

#[test]
fn a_material_change_takes_its_owner() {
    let other = Files::bridged().swap(CHANGE, "proposer: person/ann", "proposer: person/dee");
    assert_eq!(other.rules(), ["approval-missing"]);
    let owner = format!("{METHOD}, {{who: person/ann, role: Desk, date: 2026-05-02}}");
    assert_eq!(other.swap(CHANGE, METHOD, &owner).rules(), NOTHING);
}

#[test]
fn a_material_change_takes_somebody_independent_with_the_role() {
    assert_eq!(Files::bridged().swap(CHANGE, METHOD, "").rules(), ["approval-missing"]);
    assert_eq!(Files::bridged().swap(CHANGE, METHOD, READER).rules(), ["approval-missing"]);
    assert_eq!(Files::bridged().swap(CHANGE, METHOD, COMMITTEE).rules(), NOTHING);
    let owner = Files::bridged().swap(CHANGE, "proposer: person/ann", "proposer: person/dee").swap(
        CHANGE,
        METHOD,
        "{who: person/ann, role: Desk, date: 2026-05-02}",
    );
    assert_eq!(owner.rules(), ["approval-missing"]);
}

#[test]
fn a_role_that_has_ended_is_not_held() {
    let cyd = |day: &str| format!("{{who: person/cyd, role: method, date: {day}}}");
    assert_eq!(Files::bridged().swap(CHANGE, METHOD, &cyd("2026-05-02")).rules(), NOTHING);
    assert_eq!(Files::bridged().swap(CHANGE, METHOD, &cyd("2027-01-01")).rules(), ["approval-missing"]);
}

#[test]
fn a_minor_change_takes_its_owner_and_a_reader_who_is_not_the_author() {
    assert_eq!(Files::minor().swap(CHANGE, READER, "").rules(), ["approval-missing"]);
    let other = Files::minor().swap(CHANGE, "proposer: person/ann", "proposer: person/bob");
    assert_eq!(other.rules(), ["approval-missing"]);
    assert_eq!(other.swap(CHANGE, READER, "{who: person/ann, role: Desk, date: 2026-05-02}").rules(), NOTHING);
}

#[test]
fn all_agree_before_the_change_holds_unless_it_could_not_wait() {
    let late = Files::bridged().swap(CHANGE, "date: 2026-05-02", "date: 2026-06-02");
    assert_eq!(late.rules(), ["effective-date-backdated"]);
    assert_eq!(late.swap(CHANGE, "effective:", "emergency: true\neffective:").rules(), NOTHING);
}
