//! Authorities that give the time, made on the spot with the real `openssl`.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use tempfile::TempDir;
use tickmark::seal::Authorities;

/// The kind of key that an authority has.
#[derive(Clone, Copy, Debug)]
pub(crate) enum KeyKind {
    Rsa,
    P256,
    P384,
}

/// Who issued the certificate of an authority.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Issuer {
    Itself,
    Another,
}

/// Lines of the configuration that a test may say otherwise.
const CONFIG: &str = "\
[req]
distinguished_name = name
[name]
[time]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[plain]
basicConstraints = critical, CA:false
[loose]
extendedKeyUsage = timeStamping
[several]
extendedKeyUsage = critical, timeStamping, codeSigning
[strange]
extendedKeyUsage = critical, timeStamping
1.2.3.4.5 = critical, ASN1:NULL
[issuer]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign
subjectKeyIdentifier = hash
[ca]
default_ca = issuing
[issuing]
database = index
serial = numbers
new_certs_dir = .
default_md = sha256
unique_subject = no
policy = any
[any]
organizationName = optional
commonName = supplied
[tsa]
default_tsa = giving
[giving]
serial = serial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha1, sha256, sha384, sha512
accuracy = secs:1, millisecs:500, microsecs:100
clock_precision_digits = 0
tsa_name = no
ess_cert_id_chain = no
ess_cert_id_alg = sha256
";

/// An authority with its key, its certificate, and the certificate to be trusted for it.
pub(crate) struct Authority {
    folder: TempDir,
    issuer: Issuer,
}

impl Authority {
    /// One whose certificate is for giving the time, and valid now.
    pub(crate) fn new(kind: KeyKind, issuer: Issuer) -> Self {
        let authority = Self { folder: tempfile::tempdir().expect("a folder"), issuer };
        authority.write("config", CONFIG);
        authority.write("serial", "0A\n");
        authority.write("index", "");
        authority.write("numbers", "10\n");
        authority.key("key", kind);
        if issuer == Issuer::Another {
            authority.key("issuer-key", kind);
            authority.openssl("req -config config -x509 -new -key issuer-key -days 3650 -extensions issuer -subj /CN=Issuer -out issuer");
        }
        authority.certificate("time", "20200101000000Z", "20490101000000Z");
        authority
    }

    /// Makes its certificate anew, with the extensions of a section of the configuration and for a time.
    pub(crate) fn certificate(&self, extensions: &str, from: &str, until: &str) {
        let own = ["-selfsign", "-keyfile", "key"];
        let other = ["-cert", "issuer", "-keyfile", "issuer-key"];
        let by: &[&str] = if self.issuer == Issuer::Itself { &own } else { &other };
        self.openssl("req -config config -new -key key -subj /O=Example/CN=Time -out request");
        let line = "ca -config config -batch -notext -in request -extfile config -out certificate";
        let rest = ["-extensions", extensions, "-startdate", from, "-enddate", until];
        self.run(line.split(' ').chain(by.iter().copied()).chain(rest));
    }

    /// Says a line of the configuration otherwise.
    pub(crate) fn configure(&self, from: &str, to: &str) {
        let config = fs::read_to_string(self.path("config")).expect("the configuration");
        assert!(config.contains(from), "no line `{from}`");
        self.write("config", &config.replace(from, to));
    }

    /// The response of the authority over bytes; `asked` are options of `openssl ts -query`.
    pub(crate) fn response(&self, sealed: &[u8], asked: &str) -> Vec<u8> {
        fs::write(self.path("sealed"), sealed).expect("a file");
        self.openssl(&format!("ts -query -config config -data sealed {asked} -out query"));
        self.openssl("ts -reply -config config -queryfile query -signer certificate -inkey key -out response");
        self.read("response")
    }

    /// The token alone out of the last response.
    pub(crate) fn token(&self) -> Vec<u8> {
        self.openssl("ts -reply -config config -in response -token_out -out token");
        self.read("token")
    }

    /// A token over the last time given, or other content, signed in the manner of `openssl cms`, which asks less of the certificate.
    pub(crate) fn token_by_cms(&self, content: Option<&[u8]>) -> Vec<u8> {
        fs::write(self.path("content"), content.map_or_else(|| self.content(), <[u8]>::to_vec)).expect("a file");
        self.openssl(
            "cms -sign -binary -nodetach -nosmimecap -cades -md sha256 -econtent_type 1.2.840.113549.1.9.16.1.4 \
             -in content -signer certificate -inkey key -outform DER -out token",
        );
        self.read("token")
    }

    /// What the last response says, as bytes (`TSTInfo`).
    pub(crate) fn content(&self) -> Vec<u8> {
        self.token();
        self.openssl("cms -verify -noverify -inform DER -in token -out content");
        self.read("content")
    }

    /// The time of the last response as `openssl` tells it: `2026-10-05T12:00:00Z`.
    pub(crate) fn told_time(&self) -> String {
        let text = self.openssl("ts -reply -config config -in response -text");
        let text = String::from_utf8(text.stdout).expect("UTF-8");
        let line = text.lines().find_map(|line| line.strip_prefix("Time stamp: ")).expect("a time");
        let parts: Vec<&str> = line.split_whitespace().collect();
        let [month, day, clock, year, "GMT"] = parts[..] else { panic!("{line}") };
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let month = months.iter().position(|name| *name == month).expect("a month") + 1;
        format!("{year}-{month:02}-{day:0>2}T{clock}Z")
    }

    /// Whether `openssl ts -verify` accepts a response over bytes.
    pub(crate) fn openssl_accepts(&self, response: &[u8], sealed: &[u8]) -> bool {
        fs::write(self.path("seen"), response).expect("a file");
        fs::write(self.path("sealed"), sealed).expect("a file");
        let root = if self.issuer == Issuer::Itself { "certificate" } else { "issuer" };
        let line = format!("ts -verify -in seen -data sealed -CAfile {root} -untrusted certificate");
        self.output(line.split(' ')).status.success()
    }

    /// Those to be trusted for this authority: itself, or its issuer.
    pub(crate) fn trusted(&self) -> Authorities {
        self.authorities(if self.issuer == Issuer::Itself { "certificate" } else { "issuer" })
    }

    /// The certificate of the authority itself, to be trusted.
    pub(crate) fn itself(&self) -> Authorities {
        self.authorities("certificate")
    }

    /// The bytes of a file of its folder.
    pub(crate) fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).expect("a file of the authority")
    }

    /// A certificate of its folder as bytes.
    pub(crate) fn der(&self, name: &str) -> Vec<u8> {
        self.openssl(&format!("x509 -in {name} -outform DER -out {name}.der"));
        self.read(&format!("{name}.der"))
    }

    fn authorities(&self, name: &str) -> Authorities {
        Authorities::parse(&self.read(name)).expect("certificates")
    }

    fn key(&self, name: &str, kind: KeyKind) {
        let kind = match kind {
            KeyKind::Rsa => "RSA -pkeyopt rsa_keygen_bits:2048",
            KeyKind::P256 => "EC -pkeyopt ec_paramgen_curve:P-256",
            KeyKind::P384 => "EC -pkeyopt ec_paramgen_curve:P-384",
        };
        self.openssl(&format!("genpkey -quiet -algorithm {kind} -out {name}"));
    }

    /// Runs `openssl` with a line of arguments, which must succeed.
    pub(crate) fn openssl(&self, line: &str) -> Output {
        self.run(line.split_whitespace())
    }

    fn run<'a>(&self, arguments: impl Iterator<Item = &'a str> + Clone) -> Output {
        let output = self.output(arguments.clone());
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "openssl {}\n{said}", arguments.collect::<Vec<_>>().join(" "));
        output
    }

    fn output<'a>(&self, arguments: impl Iterator<Item = &'a str>) -> Output {
        Command::new("openssl").args(arguments).current_dir(self.folder.path()).output().expect("openssl is installed")
    }

    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("a file of the authority");
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }
}
