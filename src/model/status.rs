//! What is known about one figure: whether it is a plain value, and whether it may be shown.
//!
//! The codes are those of SDMX's cross-domain lists `CL_OBS_STATUS` and `CL_CONF_STATUS`. That a figure was revised is no status: it follows from the releases
//! and is computed. Must not know any figure.

use crate::model::coded::{Coded, coded_text};

/// Makes an enumeration of an SDMX code list: code, name for people, meaning.
macro_rules! code_list {
    ($(#[$doc:meta])* $name:ident, $what:literal, $description:literal; $($(#[$mark:meta])* $variant:ident $code:literal $label:literal $meaning:literal;)*) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub enum $name {
            $(#[doc = concat!("`", $code, "`: ", $meaning, ".")] $(#[$mark])* $variant,)*
        }

        impl $name {
            /// Every code, the usual one first.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Names the code for people.
            #[must_use]
            pub const fn label(self) -> &'static str {
                match self {
                    $(Self::$variant => $label,)*
                }
            }
        }

        impl Coded for $name {
            const WHAT: &'static str = $what;

            fn all() -> &'static [Self] {
                Self::ALL
            }

            fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)*
                }
            }

            fn meaning(self) -> &'static str {
                match self {
                    $(Self::$variant => $meaning,)*
                }
            }
        }

        coded_text!($name, $description);
    };
}

code_list! {
    /// What a figure is, by the codes of SDMX `CL_OBS_STATUS`; a row without a code is normal.
    ObservationStatus, "an observation status such as `A`", "Status of a figure, as in the SDMX code list CL_OBS_STATUS.";
    #[default] Normal "A" "normal" "a value with nothing to say about it";
    Break "B" "break" "the series before this value cannot be compared with it";
    DefinitionDiffers "D" "definition differs" "the value follows another definition than the series";
    Estimated "E" "estimated" "the value was estimated by those who publish it";
    Forecast "F" "forecast" "the value is expected for a time to come";
    Experimental "G" "experimental" "the method is still being developed";
    MissingHoliday "H" "missing: holiday" "there is no value because the day was a holiday or weekend";
    Imputed "I" "imputed" "the value was filled in for a missing one by those who received the data";
    Derogation "J" "derogation" "the value is outside the requirements by agreement";
    IncludedElsewhere "K" "included elsewhere" "the data is part of another category";
    MissingNotCollected "L" "missing: not collected" "the data exists but was not collected";
    MissingCannotExist "M" "missing: cannot exist" "there can be no such data";
    NotSignificant "N" "not significant" "the value is so small that it is shown as zero";
    Missing "O" "missing" "there is no value, for a reason that is not given";
    Provisional "P" "provisional" "the value is expected to change";
    MissingSuppressed "Q" "missing: suppressed" "the value exists and is withheld";
    SpecialEvent "S" "special event" "a strike or another special event affected the value";
    LowReliability "U" "low reliability" "the value rests on too little to lean on";
    Unvalidated "V" "unvalidated" "the value is as received and has not been checked";
    IncludesOther "W" "includes other data" "the value includes data of another category";
    Other "X" "other" "something else is to be said, which the comment says";
}

impl ObservationStatus {
    /// Tells whether the code says that there is no value to show.
    #[must_use]
    pub const fn is_missing(self) -> bool {
        matches!(
            self,
            Self::MissingHoliday | Self::MissingNotCollected | Self::MissingCannotExist | Self::Missing | Self::MissingSuppressed
        )
    }

    /// Tells whether a row with the code must carry a comment.
    #[must_use]
    pub const fn needs_comment(self) -> bool {
        matches!(self, Self::Break | Self::DefinitionDiffers | Self::Estimated | Self::Imputed | Self::SpecialEvent | Self::LowReliability)
    }

    /// Tells whether people should be told beside the figure: every code but the normal one.
    #[must_use]
    pub const fn is_flagged(self) -> bool {
        !matches!(self, Self::Normal)
    }
}

code_list! {
    /// Who may see a figure, by the codes of SDMX `CL_CONF_STATUS`; a row without a code is free.
    Confidentiality, "a confidentiality status such as `F`", "Confidentiality of a figure, as in the SDMX code list CL_CONF_STATUS.";
    #[default] Free "F" "free" "free for publication";
    Internal "N" "not for publication" "restricted to internal use";
    Confidential "C" "confidential" "confidential statistical information";
    SmallCount "A" "small count" "confidential in itself because few units stand behind it";
    OneDominates "O" "one unit dominates" "confidential in itself because one unit makes up most of it";
    TwoDominate "T" "two units dominate" "confidential in itself because two units make up most of it";
    OneOrTwoDominate "G" "one or two units dominate" "confidential in itself because one or two units make up most of it";
    Concentrated "M" "concentrated" "confidential in itself by another measure of concentration";
    Secondary "D" "withheld to protect others" "withheld by the sender so that other figures cannot be worked out";
    SecondaryByReceiver "S" "withheld by the receiver" "withheld by the receiver so that other figures cannot be worked out";
    Embargoed "E" "under embargo" "not for publication before the embargo ends";
    Military "X" "military secret" "confidential for military reasons";
}

impl Confidentiality {
    /// Tells whether everybody may see the figure; an embargo's end is not known here, so it counts as closed.
    #[must_use]
    pub const fn is_free(self) -> bool {
        matches!(self, Self::Free)
    }

    /// Tells whether the figure is withheld only to protect others from being worked out.
    #[must_use]
    pub const fn is_secondary(self) -> bool {
        matches!(self, Self::Secondary | Self::SecondaryByReceiver)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes<T: Coded>(chosen: fn(T) -> bool) -> String {
        T::all().iter().copied().filter(|status| chosen(*status)).map(Coded::code).collect()
    }

    #[test]
    fn every_code_reads_back_as_written() {
        for status in ObservationStatus::ALL {
            assert_eq!(status.to_string().parse(), Ok(*status));
        }
        for status in Confidentiality::ALL {
            assert_eq!(status.to_string().parse(), Ok(*status));
        }
    }

    #[test]
    fn plain_row_is_normal_and_free() {
        assert_eq!((ObservationStatus::default().code(), Confidentiality::default().code()), ("A", "F"));
    }

    #[test]
    fn codes_that_need_a_comment_are_those_of_the_record_rules() {
        assert_eq!(codes(ObservationStatus::needs_comment), "BDEISU");
    }

    #[test]
    fn missing_codes_have_no_value() {
        assert_eq!(codes(ObservationStatus::is_missing), "HLMOQ");
    }

    #[test]
    fn observation_codes_are_in_order() {
        assert_eq!(codes::<ObservationStatus>(|_| true), "ABDEFGHIJKLMNOPQSUVWX");
    }

    #[test]
    fn one_letter_codes_are_not_guessed() {
        let error = "R".parse::<ObservationStatus>().expect_err("revised is no status");
        assert_eq!(error.to_string(), "expected an observation status such as `A`, found `R`");
        assert!(error.help().starts_with("use one of `A`, `B`"), "{}", error.help());
        assert_eq!("b".parse::<ObservationStatus>().expect_err("codes are capitals").help(), "did you mean `B`?");
    }
}
