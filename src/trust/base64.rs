//! Base64 as keys and armoured signatures are written in it (RFC 4648, section 4).
//!
//! Strict: one text for one sequence of bytes, so that a key cannot be written in two ways. White space is skipped, since armour is wrapped.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Reads Base64 with its padding; nothing where a character, the padding or a bit left over is wrong.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3);
    let (mut held, mut bits, mut digits, mut padding) = (0_u32, 0_u32, 0_usize, 0_usize);
    for byte in text.bytes().filter(|byte| !byte.is_ascii_whitespace()) {
        if byte == b'=' {
            padding += 1;
            continue;
        }
        if padding > 0 {
            return None;
        }
        held = (held << 6 | value(byte)?) & 0xFFFF;
        bits += 6;
        digits += 1;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 0xFF).ok()?);
        }
    }
    let whole = digits.checked_add(padding)?.is_multiple_of(4) && padding <= 2;
    (whole && held & ((1 << bits) - 1) == 0).then_some(bytes)
}

fn value(byte: u8) -> Option<u32> {
    let value = match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    };
    Some(u32::from(value))
}

/// Writes Base64 without padding, as fingerprints have it.
pub(crate) fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let held = chunk.iter().fold(0_usize, |held, byte| held << 8 | usize::from(*byte)) << (8 * (3 - chunk.len()));
        for place in (3 - chunk.len()..4).rev() {
            text.push(char::from(ALPHABET[held >> (6 * place) & 63]));
        }
    }
    text
}

/// Writes Base64 with its padding.
pub(super) fn padded(bytes: &[u8]) -> String {
    let mut text = encode(bytes);
    while !text.len().is_multiple_of(4) {
        text.push('=');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    use proptest::prelude::*;

    #[test]
    fn the_vectors_of_rfc_4648_read_and_write() {
        for (bytes, text) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(decode(text).as_deref(), Some(bytes.as_bytes()));
            assert_eq!(encode(bytes.as_bytes()), text.trim_end_matches('='));
        }
    }

    #[test]
    fn what_is_no_base64_is_refused() {
        for text in ["Zg", "Zg=", "Z", "Zh==", "Zm9=", "Zg==Zg==", "Z-==", "====", "é==="] {
            assert_eq!(decode(text), None, "{text}");
        }
    }

    #[test]
    fn wrapped_lines_read_as_one() {
        assert_eq!(decode("Zm9v\r\nYmFy\n").as_deref(), Some(&b"foobar"[..]));
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            prop_assert_eq!(decode(&padded(&bytes)), Some(bytes));
        }

        #[test]
        fn any_text_is_read_without_a_panic(text in ".*") {
            let _ = decode(&text);
        }
    }
}
