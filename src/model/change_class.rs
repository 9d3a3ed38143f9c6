//! What a change of a field means for the figures.

/// The class of a change; the class of several is the highest of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeClass {
    /// Wording outside normative text.
    Editorial,
    /// The number cannot move.
    Minor,
    /// Numbers move within materiality, or the judgement on them changes.
    Material,
    /// Comparability is lost, or the effect is unknown.
    Breaking,
}

impl ChangeClass {
    /// All classes, the lowest first.
    pub const ALL: [Self; 4] = [Self::Editorial, Self::Minor, Self::Material, Self::Breaking];

    /// The name, as it is written.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Editorial => "editorial",
            Self::Minor => "minor",
            Self::Material => "material",
            Self::Breaking => "breaking",
        }
    }

    /// The class of a name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.name() == name)
    }
}
