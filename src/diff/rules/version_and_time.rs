//! Rules on versions and on the days from which they hold.

rules! { VersionAndTime;
    EFFECTIVE_DATE_MISSING "effective-date-missing" Error AuditTrail Mirror::None("it speaks of what is missing, and is silent once it is there"),
        "a new version holds from the same day as the one before", "the earlier version was never in force, and its figures have no definition",
        "set `effective_from` to the first day of the new version";
    EFFECTIVE_DATE_BACKDATED "effective-date-backdated" Error AuditTrail Mirror::None("a day that lies earlier than agreed has no other way round"),
        "a version holds from a day before the one on which it was agreed", "figures that were published by the earlier version are judged by the new one",
        "let it hold from a day after the agreement, or restate what was published";
    VERSION_NOT_RAISED "version-not-raised" Error AuditTrail Mirror::None("it speaks of what is missing, and is silent once it is there"),
        "the meaning differs under the same version", "two different figures bear one version",
        "raise the part of the version that the class demands";
    VERSION_DECREASED "version-decreased" Error AuditTrail Mirror::Rule("version-raised"),
        "a version is lower than before", "an earlier version seems to be the newer one", "raise it above every version that ever was";
    CLASS_UNDERSTATED "class-understated" Error Process Mirror::None("a class that is declared too high harms nobody"),
        "the version or the record of the change says a lower class than the edits have", "those who would have to agree are not asked",
        "raise the part of the version that the class demands and declare that class, or lower it with a bridge";
    EFFECTIVE_DATE_MOVED "effective-date-moved" Warning AuditTrail Mirror::Itself,
        "a version holds from another day than was said", "periods change the definition by which they are judged", "say in the record of the change why";
    VERSION_RAISED "version-raised" Information Nothing Mirror::Rule("version-decreased"),
        "a record has a new version", "figures from its first day on are made by it", "see that the record of the change names it";
}
