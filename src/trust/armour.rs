//! Armour around signatures of OpenSSH: two lines of words and wrapped Base64 between them.
//!
//! There is one way in which OpenSSH writes it. Who holds a file against that finds every byte that was changed, spaces and line feeds too.

use super::base64;

const BEGIN: &str = "-----BEGIN SSH SIGNATURE-----";
const END: &str = "-----END SSH SIGNATURE-----";

/// Characters of a line of Base64.
const WIDTH: usize = 70;

/// Bytes of the largest armoured signature that is read; one by RSA with 16,384 bits takes a tenth.
const LARGEST: usize = 1 << 16;

/// Reads armour however its lines are wrapped.
pub(super) fn read(armour: &str) -> Option<Vec<u8>> {
    if armour.len() > LARGEST {
        return None;
    }
    base64::decode(armour.trim().strip_prefix(BEGIN)?.strip_suffix(END)?)
}

/// Reads armour that is, byte for byte, what OpenSSH writes.
pub(super) fn read_exactly(armour: &[u8]) -> Option<Vec<u8>> {
    let armour = std::str::from_utf8(armour).ok()?;
    read(armour).filter(|bytes| write(bytes) == armour)
}

/// Writes armour as OpenSSH does, with a line feed at its end.
pub(super) fn write(bytes: &[u8]) -> String {
    let mut text = format!("{BEGIN}\n");
    for (place, character) in base64::padded(bytes).chars().enumerate() {
        if place > 0 && place % WIDTH == 0 {
            text.push('\n');
        }
        text.push(character);
    }
    text.push('\n');
    text.push_str(END);
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn armour_without_its_end_is_broken() {
        assert_eq!(read(BEGIN), None);
        assert_eq!(read(&format!("{BEGIN}\nU1N!\n{END}")), None);
    }

    #[test]
    fn only_what_openssh_writes_is_exact() {
        let written = write(&[7; 200]);
        assert_eq!(read_exactly(written.as_bytes()), Some(vec![7; 200]));
        for other in [written.trim_end(), &written.replace('\n', "\r\n"), &format!("\n{written}"), &format!("{written}\n")] {
            assert_eq!((read(other), read_exactly(other.as_bytes())), (Some(vec![7; 200]), None));
        }
    }

    #[test]
    fn any_byte_of_armour_counts() {
        let written = write(&[7; 120]).into_bytes();
        for place in 0..written.len() {
            for bit in 0..8 {
                let mut changed = written.clone();
                changed[place] ^= 1 << bit;
                assert_ne!(read_exactly(&changed), Some(vec![7; 120]), "{place}");
            }
        }
    }
}
