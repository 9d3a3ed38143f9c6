//! What the signature of a commit is worth, in words.

use crate::history::SignatureState;
use crate::language::Language;
use crate::model::visible;
use crate::site::view::{Span, StatusWord};

/// The state in a word or two, for a cell or the head of a list.
pub(in crate::site::view) fn short(language: &Language, state: &SignatureState) -> StatusWord {
    let (class, word) = match state {
        SignatureState::Unsigned => ("is-unknown", language.say("history-signature-none")),
        SignatureState::Good { .. } => ("is-meets", language.say("history-signature-good")),
        SignatureState::UnknownKey { .. } => ("is-unknown", language.say("history-signature-unknown-key")),
        SignatureState::NotValidThen { .. } => ("is-misses", language.say("history-signature-not-then")),
        SignatureState::Forge { .. } => ("is-unknown", language.say("history-signature-forge")),
        SignatureState::Bad { .. } => ("is-misses", language.say("history-signature-bad")),
        SignatureState::Unchecked { .. } => ("is-unknown", language.say("history-signature-unchecked")),
    };
    StatusWord { class, word: word.to_owned() }
}

/// The state, who signed, and with which key.
pub(super) fn spans(language: &Language, state: &SignatureState) -> Vec<Span> {
    let mut spans = vec![Span::Status(short(language, state))];
    let mut by = |text: String| spans.push(Span::Text { text });
    match state {
        SignatureState::Unsigned | SignatureState::UnknownKey { .. } => {}
        SignatureState::Good { principal, .. } | SignatureState::NotValidThen { principal, .. } => {
            by(language.fill("history-signed-by", &[("who", visible(principal).into())]));
        }
        SignatureState::Forge { forge, .. } => by(language.fill("history-signed-by-forge", &[("forge", (*forge).into())])),
        SignatureState::Bad { reason } | SignatureState::Unchecked { reason } => by(visible(reason)),
    }
    match state {
        SignatureState::Good { key, .. }
        | SignatureState::UnknownKey { key }
        | SignatureState::NotValidThen { key, .. }
        | SignatureState::Forge { key, .. } => spans.push(Span::Code { text: visible(key) }),
        SignatureState::Unsigned | SignatureState::Bad { .. } | SignatureState::Unchecked { .. } => {}
    }
    spans
}
