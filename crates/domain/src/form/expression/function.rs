/// What a formula can do with its arguments.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Function {
    /// `if(condition; then; else)`.
    If,
    /// The lowest number or the earliest day of those that are filled.
    Min,
    /// The highest number or the latest day of those that are filled.
    Max,
    /// The sum of those that are filled.
    Sum,
    /// The mean of those that are filled.
    Average,
    /// `round(number; digits)`; a half goes away from zero.
    Round,
    /// A number without its sign.
    Abs,
    /// Whether a field is empty.
    IsEmpty,
    /// The first argument that is filled.
    Coalesce,
    /// How many are chosen, ticked or linked.
    Count,
    /// The step of likelihood.
    Likelihood,
    /// The step of impact.
    Impact,
    /// `addmonths(day; number)`; the last day of a month that is too short.
    AddMonths,
    /// `adddays(day; number)`.
    AddDays,
}

impl Function {
    /// All functions.
    pub const ALL: [Self; 14] = [
        Self::If,
        Self::Min,
        Self::Max,
        Self::Sum,
        Self::Average,
        Self::Round,
        Self::Abs,
        Self::IsEmpty,
        Self::Coalesce,
        Self::Count,
        Self::Likelihood,
        Self::Impact,
        Self::AddMonths,
        Self::AddDays,
    ];

    /// How it is written, and what a Dutch spreadsheet calls it.
    #[must_use]
    pub const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::If => ("if", "als"),
            Self::Min => ("min", "laagste"),
            Self::Max => ("max", "hoogste"),
            Self::Sum => ("sum", "som"),
            Self::Average => ("average", "gemiddelde"),
            Self::Round => ("round", "afronden"),
            Self::Abs => ("abs", "absoluut"),
            Self::IsEmpty => ("isempty", "isleeg"),
            Self::Coalesce => ("coalesce", "eerste"),
            Self::Count => ("count", "aantal"),
            Self::Likelihood => ("likelihood", "kans"),
            Self::Impact => ("impact", "gevolg"),
            Self::AddMonths => ("addmonths", "plusmaanden"),
            Self::AddDays => ("adddays", "plusdagen"),
        }
    }

    /// The function with this name, in either language.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|function| {
            let (english, dutch) = function.names();
            english == name || dutch == name
        })
    }

    /// The least and the most arguments it takes.
    pub(super) const fn arity(self) -> (usize, usize) {
        match self {
            Self::If => (3, 3),
            Self::Min | Self::Max | Self::Sum | Self::Average | Self::Coalesce => (1, 50),
            Self::Round => (1, 2),
            Self::Abs | Self::IsEmpty | Self::Count | Self::Likelihood | Self::Impact => (1, 1),
            Self::AddMonths | Self::AddDays => (2, 2),
        }
    }
}
