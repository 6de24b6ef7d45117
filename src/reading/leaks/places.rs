//! Words that streets, houses, schools and surgeries are made of, and how people shorten them.

use super::sounds::less_s;
use super::tokens::Text;

/// Each line: forms of one word in an address or in a name of an institution.
const FORMS: &str = "\
street st str strt|saint st|road rd|avenue ave av aven|close cl clo|lane ln la|drive dr drv|court ct crt|terrace terr ter tce|crescent cres cresc cr
gardens gdns gdn garden|grove gr grv|place pl|square sq|walk wlk|parade pde par|yard yd|view vw|hill hl|park pk|mount mt|upper upr up|lower lwr low
great gt|little lt lit|north n nth|south s sth|east e|west w|cottage cott cot|house hse|building bldg buildings|apartment apt appt|number no nr num|cross x
primary prim pri|academy acad|secondary sec|centre ctr center cntr|surgery surg|medical med|community comm|church ch c|england e eng|junior juniors jnr jr
infant infants inf|nursery nurs|school sch schl|practice pract prac|catholic rc cath|grammar gram|hospital hosp|dental dentist dentists|doctor dr doctors drs
and n|green gn|bank bk|meadow mdw|meadows mdws|boulevard blvd bvd|estate est|lodge ldg|heights hts|way wy|row rw|rise rs|college coll|special spec|health hlth";

/// Kinds of street: what follows a street's own name.
const STREETS: &str = " street road avenue close lane drive court terrace crescent gardens grove place square walk \
    parade yard view hill park mews way row rise green gate bank boulevard end fold croft mead quay wharf wynd \
    brow side circus path passage alley chase dale vale field fields meadow meadows common heath \
    estate cottages villas buildings rd st ave cl ln dr ct terr cres gdns gr pl sq wlk pde yd heol stryd ffordd lon rhodfa clos maes ";

/// Words before the Welsh name of a street.
const WELSH: &str = " heol stryd ffordd lon rhodfa clos maes ";

/// Words for a part of a building: the number after them is not the street's.
const PARTS: &str = " flat apartment apt unit room plot pitch floor fflat studio suite caravan ";

/// What a house may be called beside its own name.
const HOUSES: &str = " house cottage cott farm lodge barn court hall villa mill forge barns manor grange mews tower flats \
    flat bungalow cabin building buildings caravan site park the tŷ ty plas bwthyn hostel refuge hse ";

/// Words of institutions' names that say only what they are.
const GENERIC: &str = " school primary junior infant infants juniors nursery academy college secondary high grammar \
    special community catholic church england federation trust sixth form of the and c e ce rc voluntary aided \
    controlled foundation independent preparatory prep free ysgol gymraeg gynradd uwchradd gyfun feithrin meithrin \
    surgery practice medical centre health clinic group partners partner dental doctors doctor dr drs walk in walkin \
    hospital meddygfa canolfan iechyd y yr family general gp pharmacy at sir royal dentist dentists playgroup preschool pre \
    specialist technology studio creative comprehensive comp middle lower upper first day kindergarten childcare ";

/// Words for an institution, one of which says that the name before it is meant as its name.
const INSTITUTION: &str = " school primary junior infant infants juniors nursery academy college secondary grammar \
    surgery practice medical clinic dentist dental doctors centre health surg ctr prim acad ysgol meddygfa \
    hospital preschool playgroup sch group partners federation ";

/// Whether the word here is said as a town is: "in Hallowby", "moved to Hallowby", "Hallowby Town Hall".
pub(super) fn as_town(text: &Text, at: usize) -> bool {
    const GOES: &str = " go goes going went get gets getting take takes taken taking walk walks walked bring brings \
        start starts started starting send sends sent change changes back ";
    let before = |back: usize| at.checked_sub(back).map_or("", |at| text.word(at));
    match before(1) {
        "in" | "near" | "from" | "around" | "outside" | "of" | "through" | "yn" | "o" | "ger" => true,
        "to" | "i" => !told(GOES, before(2)),
        "by" => true,
        _ => {
            let next = text.word(at + 1);
            let other = text.capital(at + 1) && !text.opens(at + 1) && !text.shouts;
            let town = matches!(next, "council" | "town" | "market" | "police" | "library" | "station");
            (other || town) && !is_institution(next) && !is_institution(less_s(next))
        }
    }
}

/// Whether a word stands in a list of words with spaces between them.
pub(super) fn told(list: &str, word: &str) -> bool {
    list.split(' ').any(|one| !one.is_empty() && one == word)
}

/// The other forms of a word in a place's name.
pub(super) fn forms(word: &str) -> Vec<&'static str> {
    let groups = FORMS.split(['|', '\n']).filter(|group| told(group, word));
    groups.flat_map(|group| group.split(' ')).filter(|form| *form != word).collect()
}

/// Whether a street's name may end in this.
pub(super) fn is_street(word: &str) -> bool {
    told(STREETS, word)
}

/// Whether a street's name may begin with this, in Welsh.
pub(super) fn begins_street(word: &str) -> bool {
    told(WELSH, word)
}

/// Whether a number after this is that of a part of a building.
pub(super) fn is_part(word: &str) -> bool {
    told(PARTS, word)
}

/// Whether this says what kind of house it is, not which.
pub(super) fn is_house(word: &str) -> bool {
    told(HOUSES, word)
}

/// Whether this says what kind of institution it is, not which.
pub(super) fn is_generic(word: &str) -> bool {
    told(GENERIC, word)
}

/// Whether this says that an institution was named.
pub(super) fn is_institution(word: &str) -> bool {
    told(INSTITUTION, word)
}
