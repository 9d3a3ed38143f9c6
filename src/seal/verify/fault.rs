//! What can be wrong with a report that was handed over: each fault by a name of its own, and what it means for the verdict.

use crate::seal::TokenFault;

/// What a fault does to the verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// The report is not what was sealed.
    Altered,
    /// A signature is sound, and whoever made it is not trusted with it.
    Untrusted,
    /// Something could not be looked at.
    Unchecked,
    /// The report is what was sealed, and fails a check all the same.
    Check,
}

macro_rules! faults {
    ($($(#[$doc:meta])* $fault:ident $name:literal $weight:ident $check:literal,)+) => {
        /// What is wrong, by name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum FaultName {
            $($(#[$doc])* $fault,)+
        }

        impl FaultName {
            /// Every fault, in the order in which they are told.
            pub const ALL: &[Self] = &[$(Self::$fault),+];

            /// The name in the text and in JSON; it stays the same in all versions.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$fault => $name,)+ }
            }

            /// What it does to the verdict.
            #[must_use]
            pub const fn weight(self) -> Weight {
                match self { $(Self::$fault => Weight::$weight,)+ }
            }

            /// The check that fails with it.
            #[must_use]
            pub const fn check(self) -> &'static str {
                match self { $(Self::$fault => $check,)+ }
            }
        }
    };
}

faults! {
    /// There is no list of files.
    ManifestMissing "manifest-missing" Altered "I01",
    /// The list of files is not one that was written by the program.
    ManifestMalformed "manifest-malformed" Altered "I01",
    /// A listed file holds other bytes.
    FileChanged "file-changed" Altered "I01",
    /// A listed file ends in its middle.
    FileTruncated "file-truncated" Altered "I01",
    /// A listed file holds what belongs to another one.
    FileSwapped "file-swapped" Altered "I01",
    /// A listed file is not there.
    FileMissing "file-missing" Altered "I01",
    /// A listed file stands under another name.
    FileRenamed "file-renamed" Altered "I01",
    /// A listed file stands under a name of other capital or small letters.
    CaseChanged "case-changed" Altered "I01",
    /// Something is there that nobody listed.
    FileAdded "file-added" Altered "I01",
    /// A link or something else stands where only files and folders may.
    NotAFile "not-a-file" Altered "I01",
    /// There is no provenance.
    ProvenanceMissing "provenance-missing" Altered "I01",
    /// The provenance cannot be read.
    ProvenanceMalformed "provenance-malformed" Altered "I01",
    /// The provenance names other files or digests than the list.
    ProvenanceDisagrees "provenance-disagrees" Altered "I01",
    /// A signature is not one that OpenSSH wrote.
    SignatureMalformed "signature-malformed" Altered "I02",
    /// A signature was not made over this list of files.
    SignatureForOtherBytes "signature-for-other-bytes" Altered "I02",
    /// More signatures than anybody makes.
    TooManySignatures "too-many-signatures" Altered "I02",
    /// A token of trusted time stands beside no signature.
    TokenWithoutSignature "token-without-signature" Altered "I06",
    /// A token of trusted time is damaged.
    TimeMalformed "time-malformed" Altered "I06",
    /// A token of trusted time is not what its authority signed.
    TimeSignatureWrong "time-signature-wrong" Altered "I06",
    /// A token of trusted time carries another certificate than the one it was made with.
    TimeCertificateExchanged "time-certificate-exchanged" Altered "I06",
    /// A token of trusted time was made for another signature.
    TimeForOtherBytes "time-for-other-bytes" Altered "I06",
    /// A package does not declare a bag.
    BagDeclarationMalformed "bag-declaration-malformed" Altered "I01",
    /// A list of a package is missing or cannot be read.
    BagListMalformed "bag-list-malformed" Altered "I01",
    /// A package gives another number of files and bytes than it has.
    BagSizeDisagrees "bag-size-disagrees" Altered "I01",
    /// A file of a package holds other bytes than its lists say.
    BagFileChanged "bag-file-changed" Altered "I01",
    /// A file that a package lists is not there.
    BagFileMissing "bag-file-missing" Altered "I01",
    /// Something is in a package that nobody listed.
    BagFileAdded "bag-file-added" Altered "I01",
    /// A link or something else stands where a package lists a file.
    BagNotAFile "bag-not-a-file" Altered "I01",
    /// A package does not say what it is.
    PackageDescriptionMalformed "package-description-malformed" Altered "I01",
    /// A package speaks of another report than the one inside.
    PackageOfOtherReport "package-of-other-report" Altered "I01",
    /// A record, a release or a table of a package is not the one from which the report was made.
    RecordChanged "record-changed" Altered "I01",
    /// A record, a release or a table is missing from a package that says it is whole.
    RecordMissing "record-missing" Altered "I01",
    /// A record, a release or a table of a package had no part in the report.
    RecordAdded "record-added" Altered "I01",
    /// What a package says of a record is not what the report says.
    RecordDataChanged "record-data-changed" Altered "I01",
    /// The signature was made for another purpose.
    WrongNamespace "wrong-namespace" Untrusted "I02",
    /// Nobody is known by the key.
    SignerUnknown "signer-unknown" Untrusted "I02",
    /// The key was not yet valid.
    SignerNotYetValid "signer-not-yet-valid" Untrusted "I02",
    /// The key was no longer valid.
    SignerExpired "signer-expired" Untrusted "I02",
    /// The key was revoked.
    SignerRevoked "signer-revoked" Untrusted "I02",
    /// Somebody else signed.
    OtherIdentity "other-identity" Untrusted "I02",
    /// The folder holds no report at all.
    NotAReport "not-a-report" Unchecked "I01",
    /// A file or folder could not be read.
    FileUnreadable "file-unreadable" Unchecked "I01",
    /// Nobody said who may sign.
    NoTrustRoot "no-trust-root" Unchecked "I02",
    /// The signature is of a kind that is not checked here.
    SignatureUnchecked "signature-unchecked" Unchecked "I02",
    /// The report is the earlier one itself, or one still older.
    Replayed "replayed" Check "I03",
    /// The report does not follow the earlier one.
    ChainBroken "chain-broken" Check "I03",
    /// The earlier report is itself not what was sealed.
    PreviousAltered "previous-altered" Check "I03",
    /// A published figure changed, and the report does not say so.
    SilentRevision "silent-revision" Check "I03",
    /// A published figure is gone.
    FigureDropped "figure-dropped" Check "I03",
    /// A published metric is gone, and was not retired.
    MetricDropped "metric-dropped" Check "I03",
    /// The report was made from no commit.
    NoCommit "no-commit" Check "I04",
    /// Files behind the report are in no commit.
    SourceNotClean "source-not-clean" Check "I04",
    /// The history behind the report was cut or rewired.
    HistoryCut "history-cut" Check "I04",
    /// Made again, the report is another one.
    RebuildDiffers "rebuild-differs" Check "I05",
    /// The project at that commit cannot be made into a report.
    RebuildFailed "rebuild-failed" Check "I05",
    /// An authority refused to give a time.
    TimeNotGranted "time-not-granted" Check "I06",
    /// A token of trusted time rests on a weak hash.
    TimeHashNotAccepted "time-hash-not-accepted" Check "I06",
    /// A certificate may not be used for giving the time.
    TimeCertificateNotForTime "time-certificate-not-for-time" Check "I06",
    /// The certificate of an authority was not valid at the time that the token gives.
    TimeCertificateNotValid "time-certificate-not-valid" Check "I06",
    /// Nobody trusts the authority of a token.
    TimeAuthorityUnknown "time-authority-unknown" Check "I06",
    /// The certificate of an authority is not at hand.
    TimeCertificateMissing "time-certificate-missing" Check "I06",
    /// A token of trusted time is of a kind that is not checked here.
    TimeUnsupported "time-unsupported" Check "I06",
    /// An approval is dated after the trusted time.
    ApprovalAfterTime "approval-after-time" Check "I06",
    /// A file asks for something from outside of the report.
    ReachesOutside "reaches-outside" Check "I07",
    /// The list of figures cannot be read.
    FiguresMalformed "figures-malformed" Check "I08",
    /// A figure does not stand where the list of figures says.
    FigureNotFound "figure-not-found" Check "I08",
    /// A page shows another value than the list of figures.
    FigureDiffers "figure-differs" Check "I08",
}

impl FaultName {
    /// The fault of a token; nothing where only nobody said which authorities count.
    pub(super) const fn of_token(fault: &TokenFault) -> Option<Self> {
        Some(match fault {
            TokenFault::Malformed { .. } => Self::TimeMalformed,
            TokenFault::NotGranted { .. } => Self::TimeNotGranted,
            TokenFault::SignatureWrong { .. } => Self::TimeSignatureWrong,
            TokenFault::CertificateExchanged => Self::TimeCertificateExchanged,
            TokenFault::OtherBytes { .. } => Self::TimeForOtherBytes,
            TokenFault::HashNotAccepted { .. } => Self::TimeHashNotAccepted,
            TokenFault::NotForTime { .. } => Self::TimeCertificateNotForTime,
            TokenFault::NotValidThen { .. } => Self::TimeCertificateNotValid,
            TokenFault::NotPinned { .. } => Self::TimeAuthorityUnknown,
            TokenFault::NoCertificate => Self::TimeCertificateMissing,
            TokenFault::Unsupported { .. } => Self::TimeUnsupported,
            TokenFault::NoAuthority { .. } => return None,
        })
    }
}

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Its name.
    pub name: FaultName,
    /// The file, relative to the report; empty where it is about no single file.
    pub path: String,
    /// What is wrong, for people.
    pub message: String,
    /// What was expected, where that is a value.
    pub expected: Option<String>,
    /// What was found instead.
    pub found: Option<String>,
}

impl Fault {
    /// A fault of a file.
    pub(super) fn new(name: FaultName, path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { name, path: path.into(), message: message.into(), expected: None, found: None }
    }

    /// The same with what was expected and what was found.
    #[expect(clippy::needless_pass_by_value, reason = "callers hand over digests and texts alike")]
    pub(super) fn values(self, expected: impl ToString, found: impl ToString) -> Self {
        Self { expected: Some(expected.to_string()), found: Some(found.to_string()), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_fault_has_a_name_of_its_own() {
        let mut names: Vec<&str> = FaultName::ALL.iter().map(|fault| fault.name()).collect();
        names.sort_unstable();
        let all = names.len();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
