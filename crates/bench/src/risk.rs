//! Made-up people, assets and risks: as long as real ones, and the same in every run.

use chrono::{Days, NaiveDate};
use domain::record::{LikelihoodImpact, Value, ValueChanges, YesNoNa};
use kernel::{Random, RecordId, SeededRandom, UserId};

/// Any fixed number gives the same register in every run.
const SEED: u64 = 2_026;
/// What dates count from.
const FIRST_DAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();

const FIRST_NAMES: [&str; 8] = ["Anouk", "Bram", "Chantal", "Daan", "Esra", "Femke", "Gijs", "Hanane"];
const LAST_NAMES: [&str; 5] = ["de Vries", "Yılmaz", "Jansen", "van den Berg", "Bakker"];
const THINGS: [&str; 6] = [
    "Planningssysteem",
    "Laptop buitendienst",
    "Personeelsdossiers",
    "Serverruimte",
    "Mailomgeving",
    "Back-upvoorziening",
];
const EVENTS: [&str; 8] = [
    "Gijzelsoftware legt de planning stil",
    "Een laptop met cliëntgegevens wordt gestolen",
    "De internetverbinding valt langer dan een dag uit",
    "Een leverancier gaat failliet tijdens een migratie",
    "Een vertrokken medewerker houdt toegang",
    "Dossiers worden naar de verkeerde ontvanger gestuurd",
    "Brand in de serverruimte vernietigt apparatuur",
    "Een update verstoort de koppeling met de financiële administratie",
];
const CAUSES: [&str; 4] = [
    "Een medewerker klikt op een link in een nagemaakt bericht en vult daar het eigen wachtwoord in.",
    "Apparatuur staat in de auto of in een ruimte die overdag niet op slot gaat.",
    "Er is maar één leverancier en in het contract staat niets over de overdracht van gegevens.",
    "Wijzigingen gaan buiten kantooruren in productie zonder dat iemand ze eerst heeft getest.",
];
const CONSEQUENCES: [&str; 3] = [
    "<p>Cliënten krijgen hun zorg te laat en medewerkers vallen terug op papier.</p><ul><li>Herstel kost \
     ongeveer drie werkdagen.</li><li>De schade wordt geschat op € 40.000.</li></ul>",
    "<p>Gegevens van cliënten liggen op straat. Er is een melding bij de Autoriteit Persoonsgegevens nodig \
     en de betrokkenen moeten worden ingelicht.</p>",
    "<p>De facturatie staat een week stil, waardoor de liquiditeit onder druk komt en leveranciers te laat \
     worden betaald.</p>",
];
const ASPECTS: [&str; 3] = ["availability", "integrity", "confidentiality"];

/// The name of the person with this number; five times eight differ.
pub(crate) fn person(n: usize) -> String {
    let first = FIRST_NAMES.iter().cycle().nth(n).copied().unwrap_or_default();
    let last = LAST_NAMES.iter().cycle().nth(n).copied().unwrap_or_default();
    format!("{first} {last}")
}

/// Chance that is the same in every run.
pub(crate) struct Draw(SeededRandom);

impl Draw {
    pub(crate) fn new() -> Self {
        Self(SeededRandom::new(SEED))
    }

    /// One of 0 up to `limit`, which is not among them.
    fn below(&self, limit: u8) -> u8 {
        let mut byte = [0_u8];
        self.0.fill(&mut byte);
        let [byte] = byte;
        byte % limit
    }

    /// One of these; there must be one at least.
    fn pick<T: Copy>(&self, of: &[T]) -> Option<T> {
        let mut bytes = [0_u8; 8];
        self.0.fill(&mut bytes);
        let chance = usize::try_from(u64::from_le_bytes(bytes) >> 32).unwrap_or_default();
        of.get(chance.checked_rem(of.len())?).copied()
    }

    fn text(&self, of: &[&str]) -> Value {
        Value::Text(self.pick(of).unwrap_or_default().to_owned())
    }

    fn day(&self) -> Value {
        let days = Days::new(u64::from(self.below(250)));
        Value::Date(FIRST_DAY.checked_add_days(days).unwrap_or(FIRST_DAY))
    }

    fn score(&self) -> Value {
        Value::LikelihoodImpact(LikelihoodImpact { likelihood: 1 + self.below(5), impact: 1 + self.below(5) })
    }
}

/// The values of an asset.
pub(crate) fn asset(draw: &Draw, n: u32, owners: &[UserId]) -> ValueChanges {
    let name = draw.pick(&THINGS).unwrap_or_default();
    let level = || Value::Choice(vec![draw.pick(&["low", "medium", "high"]).unwrap_or_default().to_owned()]);
    changes([
        ("name", Some(Value::Text(format!("{name} {n}")))),
        ("kind", Some(Value::Choice(vec!["application".to_owned()]))),
        (
            "description",
            Some(Value::RichText("<p>Nodig voor het dagelijkse werk van alle teams.</p>".to_owned())),
        ),
        ("location", Some(draw.text(&["Hoofdkantoor", "Datacentrum", "Onderweg"]))),
        ("owner", draw.pick(owners).map(Value::user)),
        ("availability", Some(level())),
        ("integrity", Some(level())),
        ("confidentiality", Some(level())),
        ("personal_data", Some(Value::YesNoNa(YesNoNa::No))),
    ])
}

/// The values of a risk.
pub(crate) fn risk(draw: &Draw, n: u32, (owners, assets): (&[UserId], &[RecordId])) -> ValueChanges {
    let event = draw.pick(&EVENTS).unwrap_or_default();
    let mut touched: Vec<RecordId> = (0..=draw.below(3)).filter_map(|_| draw.pick(assets)).collect();
    touched.sort_unstable();
    touched.dedup();
    let consequence = draw.pick(&CONSEQUENCES).unwrap_or_default().to_owned();
    changes([
        ("title", Some(Value::Text(format!("{event} ({n})")))),
        ("cause", Some(draw.text(&CAUSES))),
        ("consequence", Some(Value::RichText(consequence))),
        ("assets", Some(Value::Reference(touched))),
        ("owner", draw.pick(owners).map(Value::user)),
        ("cia_aspects", draw.pick(&ASPECTS).map(|aspect| Value::Choice(vec![aspect.to_owned()]))),
        ("inherent_score", Some(draw.score())),
        ("current_score", Some(draw.score())),
        ("review_on", Some(draw.day())),
    ])
}

fn changes<const N: usize>(values: [(&str, Option<Value>); N]) -> ValueChanges {
    values.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}
