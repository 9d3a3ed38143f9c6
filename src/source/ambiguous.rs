//! Plain scalars that YAML readers take for something other than text.

/// What a plain scalar would be read as by a YAML 1.1 or 1.2 reader, where that is not text.
pub(super) fn reads_as(text: &str) -> Option<&'static str> {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Some("no value"),
        "y" | "Y" | "yes" | "Yes" | "YES" | "n" | "N" | "no" | "No" | "NO" | "true" | "True" | "TRUE" | "false" | "False" | "FALSE"
        | "on" | "On" | "ON" | "off" | "Off" | "OFF" => {
            return Some("a truth value");
        }
        _ => {}
    }
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF" | ".nan" | ".NaN" | ".NAN") {
        return Some("a number");
    }
    let first = unsigned.bytes().next()?;
    let begins_a_fraction = first == b'.' && unsigned.as_bytes().get(1).is_some_and(u8::is_ascii_digit);
    if !first.is_ascii_digit() && !begins_a_fraction {
        return None;
    }
    if is_date(text) {
        return Some("a date");
    }
    if is_clock(unsigned) {
        return Some("a number to the base 60");
    }
    is_number(unsigned).then_some("a number")
}

fn is_number(text: &str) -> bool {
    if let Some(digits) = text.strip_prefix("0x") {
        return !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'_');
    }
    if let Some(digits) = text.strip_prefix("0o").or_else(|| text.strip_prefix("0b")) {
        return !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_');
    }
    let plain: String = text.chars().filter(|character| *character != '_').collect();
    plain.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E' | b'+' | b'-')) && plain.parse::<f64>().is_ok()
}

fn is_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 10
        && bytes[4] == b'-'
        && bytes[7] == b'-'
        && bytes[..10].iter().enumerate().all(|(index, byte)| index == 4 || index == 7 || byte.is_ascii_digit())
        && (bytes.len() == 10 || matches!(bytes[10], b'T' | b't' | b' '))
}

fn is_clock(text: &str) -> bool {
    let mut parts = text.split(':');
    parts.clone().count() > 1 && parts.all(|part| !part.is_empty() && part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_are_not_text_are_told() {
        for (text, expected) in [
            ("no", "a truth value"),
            ("on", "a truth value"),
            ("012", "a number"),
            ("1_000", "a number"),
            ("1e3", "a number"),
            (".5", "a number"),
            ("0x1F", "a number"),
            (".nan", "a number"),
            ("2026-09-14", "a date"),
            ("12:30", "a number to the base 60"),
            ("~", "no value"),
        ] {
            assert_eq!(reads_as(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn ordinary_words_are_text() {
        for text in ["north", "2026-Q3", "1st line", "R1H", "1.4.0", "P1M", "2026-09", "e-mail", "-", "."] {
            assert_eq!(reads_as(text), None, "{text}");
        }
    }
}
