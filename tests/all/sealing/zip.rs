//! Archives: what stands in them is read, and what could do harm to whoever unpacks it is refused before anything is unpacked.

use std::io::{Cursor, Write};
use std::process::Command;

use tickmark::seal::{ArchiveError, ArchiveWriter, Below, SealedArchive, SealedFiles, open_archive, top_folder};

use super::package::packed;
use super::project::Sealed;

/// An entry as somebody lays it into an archive by hand, stored as it is.
struct Laid<'a> {
    name: &'a str,
    bytes: &'a [u8],
    mode: u32,
    size: u32,
}

fn laid<'a>(name: &'a str, bytes: &'a [u8]) -> Laid<'a> {
    Laid { name, bytes, mode: 0o100_644, size: u32::try_from(bytes.len()).expect("small") }
}

/// CRC-32 as PKZIP's application note describes it.
fn checksum(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 })
    })
}

fn two(number: usize) -> [u8; 2] {
    u16::try_from(number).expect("small").to_le_bytes()
}

/// An archive of such entries.
fn by_hand(entries: &[Laid<'_>]) -> Vec<u8> {
    let (mut out, mut central) = (Vec::new(), Vec::new());
    for entry in entries {
        let offset = u32::try_from(out.len()).expect("small");
        let stored = u32::try_from(entry.bytes.len()).expect("small");
        let mut common = vec![20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0];
        common.extend(checksum(entry.bytes).to_le_bytes());
        common.extend(stored.to_le_bytes());
        common.extend(entry.size.to_le_bytes());
        common.extend(two(entry.name.len()));
        common.extend([0, 0]);
        out.extend(b"PK\x03\x04");
        out.extend(&common);
        out.extend(entry.name.as_bytes());
        out.extend(entry.bytes);
        central.extend(b"PK\x01\x02\x14\x03");
        central.extend(&common);
        central.extend([0; 6]);
        central.extend((entry.mode << 16).to_le_bytes());
        central.extend(offset.to_le_bytes());
        central.extend(entry.name.as_bytes());
    }
    let start = u32::try_from(out.len()).expect("small");
    out.extend(&central);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(two(entries.len()));
    out.extend(two(entries.len()));
    out.extend(u32::try_from(central.len()).expect("small").to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0, 0]);
    out
}

fn open(bytes: Vec<u8>) -> Result<SealedArchive<Cursor<Vec<u8>>>, ArchiveError> {
    let length = bytes.len() as u64;
    open_archive(Cursor::new(bytes), length)
}

fn refusal(entries: &[Laid<'_>]) -> String {
    open(by_hand(entries)).err().map_or_else(String::new, |error| error.to_string())
}

#[test]
fn files_are_read_as_they_were_laid_in() {
    let archive = open(by_hand(&[laid("top/a.txt", b"one"), laid("top/b/c.txt", b"two")])).expect("an archive");
    assert_eq!(top_folder(&archive).expect("memory").as_deref(), Some("top"));
    let below = Below::new(&archive, "top");
    assert_eq!(below.entries().expect("memory").into_keys().collect::<Vec<_>>(), ["a.txt", "b", "b/c.txt"]);
    assert_eq!(below.read("b/c.txt").expect("a file"), b"two");
    assert!(below.read("../a.txt").is_err() && below.read("d.txt").is_err());
}

#[test]
fn names_that_leave_the_folder_or_mean_several_things_are_refused() {
    for name in ["../a", "a/../../b", "/etc/passwd", "a\\b", "..\\a", "C:/a", "C:a", "a//b", "./a", "a\nb", "a\0b"] {
        assert!(refusal(&[laid(name, b"x")]).contains("cannot be unpacked safely"), "{name:?}");
    }
    assert!(refusal(&[laid("a", b"x"), laid("a", b"y")]).contains("a name stands twice"));
    assert!(refusal(&[laid("a", b"x"), laid("a/b", b"y")]).contains("it is a file with others below it"));
}

#[test]
fn link_is_seen_and_never_followed() {
    let link = Laid { mode: 0o120_777, ..laid("a", b"/etc/passwd") };
    let archive = open(by_hand(&[link, laid("b", b"x")])).expect("an archive");
    assert_eq!(format!("{:?}", archive.entries().expect("memory")["a"]), "Link");
    assert!(archive.read("a").is_err());
}

#[test]
fn file_whose_bytes_do_not_fit_its_checksum_or_size_is_not_read() {
    let mut bytes = by_hand(&[laid("a.txt", b"one")]);
    bytes[35] ^= 1;
    assert!(open(bytes).expect("an archive").read("a.txt").is_err());
    let longer = Laid { size: 2, ..laid("a.txt", b"one") };
    assert!(open(by_hand(&[longer])).is_ok_and(|archive| archive.read("a.txt").is_err()));
}

#[test]
fn archive_that_unpacks_to_more_than_a_report_can_be_is_refused() {
    let huge = |name| Laid { size: u32::MAX - 1, ..laid(name, b"x") };
    assert!(refusal(&[huge("a")]).contains("unpacks to more"));
    let large = |name| Laid { size: 40 << 20, ..laid(name, b"x") };
    assert!(refusal(&[large("a"), large("b")]).contains("unpacks to more"));
}

#[test]
fn entries_in_the_same_bytes_are_refused() {
    let mut bytes = by_hand(&[laid("a", b"xyz"), laid("b", b"xyz")]);
    // The second entry of the list is led to the first file.
    let second = bytes.windows(4).rposition(|four| four == b"PK\x01\x02").expect("an entry");
    bytes[second + 42..second + 46].copy_from_slice(&0_u32.to_le_bytes());
    assert!(open(bytes).is_err());
}

#[test]
fn any_archive_that_is_cut_or_scribbled_on_is_refused_or_read_without_a_panic() {
    let whole = by_hand(&[laid("top/a.txt", b"one"), laid("top/b.txt", b"two")]);
    for at in 0..whole.len() {
        assert!(open(whole[..at].to_vec()).is_err(), "cut at {at}");
        for bit in [0, 3, 7] {
            let mut bytes = whole.clone();
            bytes[at] ^= 1 << bit;
            if let Ok(archive) = open(bytes) {
                for path in archive.entries().expect("memory").keys() {
                    let _ = archive.read(path);
                }
            }
        }
    }
}

#[test]
fn files_are_taken_in_their_order_and_with_names_that_can_be_unpacked_alone() {
    let mut writer = ArchiveWriter::begin(Cursor::new(Vec::new()), "top");
    let add =
        |writer: &mut ArchiveWriter<Cursor<Vec<u8>>>, path: &str| writer.add(path, 1, &mut |sink: &mut dyn Write| sink.write_all(b"x"));
    assert!(add(&mut writer, "b").is_ok());
    assert!(add(&mut writer, "a").is_err() && add(&mut writer, "b").is_err() && add(&mut writer, "../c").is_err());
    let archive = open(writer.finish().expect("memory").into_inner()).expect("an archive");
    assert_eq!(archive.entries().expect("memory").into_keys().collect::<Vec<_>>(), ["top", "top/b"]);
}

#[test]
fn every_entry_of_a_package_has_the_same_time_and_mode_and_stays_inside_when_python_unpacks_it() {
    let sealed = Sealed::built();
    let archive = packed(&sealed, "evidence.zip", &[]);
    let program = r"
import os, sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
assert archive.testzip() is None
names = [entry.filename for entry in archive.infolist()]
assert names == sorted(names, key=lambda name: name.encode()), names
assert len({name.split('/')[0] for name in names}) == 1
for entry in archive.infolist():
    assert entry.date_time == (1980, 1, 1, 0, 0, 0) and entry.external_attr >> 16 == 0o100644 and not entry.extra, entry
archive.extractall(sys.argv[2])
outside = [name for name in os.listdir(os.path.dirname(sys.argv[2])) if name != os.path.basename(sys.argv[2])]
print(len(names), 'evidence.zip' in outside)
";
    let target = sealed.repository.beside("unpacked").display().to_string();
    let ran =
        Command::new("python3").args(["-c", program, archive.to_str().expect("UTF-8"), &target]).output().expect("python3 is installed");
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
}
