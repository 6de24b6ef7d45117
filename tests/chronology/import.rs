//! Files of single agencies, read as they come out of their systems and spreadsheets.

use team_around::record::chronology::Significance;
use team_around::record::professionals::Agency;
use team_around::record::{Links, Record, RowId, RowIds, Typed, When, duplicates, join};
use team_around::wire::chronology::{Column, Imported, Mapping, Refused, Table, import, preview, take_out};
use team_around::words::{Language, Words};

pub fn id(text: &str) -> RowId {
    RowId::new(text).unwrap()
}

/// A record with three agencies and no chronology.
pub fn agencies() -> Record {
    let agency = |row: &str, name: &str| Agency { id: id(row), name: name.into(), ..Agency::default() };
    let agencies = vec![
        agency("police", "Northshire Police"),
        agency("school", "Hightown School"),
        agency("health", "Health Visiting"),
    ];
    Record { agencies, ..Record::default() }
}

fn read(text: &str) -> Table {
    Table::read(text.as_bytes()).unwrap_or_else(|refused| panic!("{refused:?}: {text}"))
}

fn take(record: &mut Record, text: &str, agency: Option<&str>) -> Imported {
    let table = read(text);
    let agency = agency.map(id);
    let record_is_new = record.chronology.is_empty();
    import(
        record,
        &table,
        &Mapping::guess(&table),
        agency.as_ref(),
        &mut RowIds::new(if record_is_new { "new" } else { "more" }),
    )
}

const POLICE: &str = "\u{feff}Date of event;What happened;Source\r\n\
    14/03/2025;\"Called to the home; neighbours had heard shouting.\r\nNobody hurt.\";Log 12\r\n\
    about March 2025;\"He said \"\"go away\"\".\";\r\n\
    ;;\r\n\
    spring 2024;Stopped and searched.;Log 9\r\n\
    15/03/2025;;Log 13\r\n";

#[test]
fn a_spreadsheets_csv_is_read_cell_by_cell() {
    let table = read(POLICE);
    assert_eq!(table.columns, ["Date of event", "What happened", "Source"]);
    assert_eq!(table.separator, Some(';'));
    assert_eq!(table.rows.len(), 4, "a row without any cell is none: {:?}", table.rows);
    assert_eq!(table.rows[0][1], "Called to the home; neighbours had heard shouting.\r\nNobody hurt.");
    assert_eq!(table.rows[1], ["about March 2025", "He said \"go away\".", ""]);
    assert_eq!(
        table.told(Words::of(Language::English)),
        "Rows: 4. Columns: 3. Cells are separated by semicolons."
    );
}

#[test]
fn commas_tabs_and_any_end_of_line_are_read_alike() {
    let cells = [["date", "event"], ["2025", "One, or two; three"], ["2024", "Two"]];
    for (separator, end) in [(",", "\n"), (";", "\r\n"), ("\t", "\r"), (",", "\r\n")] {
        for last in ["", end] {
            let rows = cells.map(|row| row.map(|cell| format!("\"{cell}\"")).join(separator));
            let table = read(&format!("{}{last}", rows.join(end)));
            assert_eq!(table.columns, cells[0]);
            assert_eq!(table.rows, [cells[1], cells[2]], "{separator:?} {end:?}");
        }
    }
    let table = read("\"Date, or about\";Event\n2025;One, two, three, four");
    assert_eq!(table.separator, Some(';'), "commas within quotation marks do not count");
    assert_eq!(read("event\nOne").separator, Some(','));
}

#[test]
fn rows_that_are_short_or_long_keep_every_cell() {
    let table = read("date,event\n2025\n2024,Two,more,still more\n");
    assert_eq!(table.columns, ["date", "event", "", ""]);
    assert_eq!(table.rows, [["2025", "", "", ""], ["2024", "Two", "more", "still more"]]);
}

#[test]
fn a_json_list_of_objects_is_a_table_too() {
    let table = read(
        r#" [{"date": "2025", "event": "One"}, {"event": "Two", "agency": null, "pages": [1, 2], "n": 7}]"#,
    );
    assert_eq!(table.columns, ["date", "event", "agency", "pages", "n"]);
    assert_eq!(table.rows, [["2025", "One", "", "", ""], ["", "Two", "", "[1,2]", "7"]]);
    assert_eq!(table.separator, None);
}

#[test]
fn what_is_no_table_is_refused_with_a_sentence_in_both_languages() {
    let utf_16: Vec<u8> = "date,event\n2025,One".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = utf_16.chunks(2).flat_map(|pair| [pair[1], pair[0]]).collect();
    let marked = [&[0xFF, 0xFE][..], &utf_16].concat();
    let rows = |rows: usize| format!("event\n{}", "One\n".repeat(rows)).into_bytes();
    let columns = |columns: usize| format!("event{}\nOne", ",x".repeat(columns - 1)).into_bytes();
    let cases: Vec<(Vec<u8>, &str)> = vec![
        (Vec::new(), "empty"),
        ("\u{feff} \r\n".into(), "empty"),
        (",,\n,,\n".into(), "empty"),
        (utf_16, "utf-16"),
        (big, "utf-16"),
        (marked, "utf-16"),
        (b"date,event\n2025,Fianc\xe9e".to_vec(), "not-text"),
        (b"PK\x03\x04\x14\0\x06\0".to_vec(), "workbook"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec(), "workbook"),
        ("date,event\n".into(), "no-rows"),
        ("[]".into(), "no-rows"),
        ("date,event\n2025,\"One".into(), "not-closed"),
        ("date,event\n2025,\"One\n2024,Two\n".into(), "not-closed"),
        ("{\"event\": \"One\"}".into(), "not-a-list"),
        ("[{\"event\": \"One\"}, 7]".into(), "not-rows"),
        ("[{\"event\": \"One\"".into(), "not-json"),
        ("[{\"event\": 1, \"event\": 2}]".into(), "duplicate-key"),
        (rows(2_001), "too-many-rows"),
        (columns(65), "too-many-columns"),
        (vec![b'a'; 8 * 1024 * 1024 + 1], "too-large"),
        (format!("[{}]", ["{}"; 2_001].join(",")).into_bytes(), "too-many-rows"),
    ];
    for (bytes, code) in cases {
        let start = String::from_utf8_lossy(&bytes[..bytes.len().min(40)]).into_owned();
        let refused = Table::read(&bytes).expect_err(&start);
        assert_eq!(refused.code(), code, "{start:?}");
        let said = Language::ALL.map(|language| refused.sentence(Words::of(language)));
        assert!(said.iter().all(|said| said.ends_with('.') && !said.contains(['{', '_'])), "{said:?}");
        assert_ne!(said[0], said[1]);
    }
    assert_eq!(Table::read(&rows(2_000)).map(|table| table.rows.len()), Ok(2_000));
    assert_eq!(Table::read(&columns(64)).map(|table| table.columns.len()), Ok(64));
    assert_eq!(Table::read(b"[{}, 7]"), Err(Refused::NotRows(2)));
}

#[test]
fn columns_are_guessed_from_their_names_and_a_person_can_say_otherwise() {
    use Column::{Agency, Event, Impact, Significance, Source, When};
    let guessed = |names: &str| {
        let table = read(&format!("{names}\nx"));
        let mapping = Mapping::guess(&table);
        Column::ALL.iter().filter_map(|column| Some((*column, mapping.get(*column)?))).collect::<Vec<_>>()
    };
    assert_eq!(guessed("Date,Event"), [(When, 0), (Event, 1)]);
    assert_eq!(
        guessed("When,What happened,Agency,Source,Significance,Impact on the child"),
        [(When, 0), (Event, 1), (Agency, 2), (Source, 3), (Significance, 4), (Impact, 5)]
    );
    assert_eq!(
        guessed("Pryd,Beth ddigwyddodd,Asiantaeth,Ffynhonnell,Arwyddocâd,Effaith ar y plentyn"),
        [(When, 0), (Event, 1), (Agency, 2), (Source, 3), (Significance, 4), (Impact, 5)]
    );
    assert_eq!(
        guessed("Worker,Impact of event,Source agency,DYDDIAD Y DIGWYDDIAD,Details of event"),
        [(When, 3), (Event, 4), (Agency, 2), (Impact, 1)]
    );
    assert_eq!(guessed("a,b,c"), []);
    let by_cells = |text: &str| {
        let mapping = Mapping::guess(&read(text));
        (mapping.get(Significance), mapping.get(Impact))
    };
    assert_eq!(
        by_cells("Date,Event,Impact\n1,x,Negative\n2,y,\n3,z,POSITIVE"),
        (Some(2), None),
        "what it was, in one word"
    );
    assert_eq!(by_cells("Dyddiad,Digwyddiad,Effaith\n1,x,Negyddol"), (Some(2), None));
    assert_eq!(
        by_cells("Date,Event,Impact\n1,x,Negative\n2,y,He cried."),
        (None, Some(2)),
        "words of its own"
    );
    assert_eq!(by_cells("Date,Event,Impact\n1,x,\n2,y, "), (None, Some(2)), "nothing tells otherwise");
    assert_eq!(by_cells("Date,Event,Impact,Significance\n1,x,Negative,Neutral"), (Some(3), Some(2)));
    let table = read("a,b\n2025,One");
    let mut mapping = Mapping::guess(&table);
    assert_eq!(mapping.unused(&table), [0, 1]);
    mapping.set(When, Some(0));
    mapping.set(Event, Some(1));
    assert_eq!(mapping.unused(&table), [0_usize; 0]);
    let shown = preview(&table, &mapping, 5);
    assert_eq!(shown.len(), 1);
    assert_eq!(shown[0].cells, ["2025", "One", "", "", "", ""]);
    assert_eq!((shown[0].when, shown[0].is_entry), (team_around::record::When::read("2025"), true));
    mapping.set(Event, Some(9));
    assert!(!preview(&table, &mapping, 1)[0].is_entry, "a column that is not there answers nothing");
}

#[test]
fn rows_become_entries_and_the_same_file_again_adds_nothing() {
    let mut record = agencies();
    let came = take(&mut record, POLICE, Some("police"));
    assert_eq!(
        came,
        Imported { added: 3, without_event: vec![4], unread_dates: vec![3], ..Imported::default() }
    );
    assert!(record.chronology.iter().all(|entry| entry.agencies.ids() == [id("police")]));
    assert_eq!(&*record.chronology[2].when, "spring 2024");
    assert_eq!(
        record.chronology.iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>(),
        ["new-1", "new-2", "new-3"]
    );
    let once = record.clone();
    let again = take(&mut record, POLICE, Some("police"));
    assert_eq!((again.added, again.same, &again.without_event), (0, 3, &vec![4]));
    assert_eq!(record, once);
    assert_eq!(take(&mut record, POLICE, Some("school")).added, 3, "another agency's is another's");
}

#[test]
fn agencies_are_matched_by_name_and_others_kept_under_the_source() {
    let mut record = agencies();
    let file = "when,event,agency,source\n\
        2025,One, NORTHSHIRE police ,Log\n\
        2025,Two,Housing,Letter\n\
        2025,Three,Hightown School; Health Visiting,\n\
        2025,Four,\"Hightown School, Housing\",Minutes\n\
        2025,Five,,\n\
        2025,Six,Housing,\n";
    let came = take(&mut record, file, Some("health"));
    assert_eq!((came.added, came.unmatched.as_slice()), (6, ["Housing".to_owned()].as_slice()));
    let told: Vec<(Vec<&str>, &str)> = record
        .chronology
        .iter()
        .map(|entry| (entry.agencies.ids().iter().map(RowId::as_str).collect(), &*entry.source))
        .collect();
    let expected: [(&[&str], &str); 6] = [
        (&["police"], "Log"),
        (&[], "Housing; Letter"),
        (&["school", "health"], ""),
        (&["school"], "Hightown School, Housing; Minutes"),
        (&["health"], ""),
        (&[], "Housing"),
    ];
    assert_eq!(told, expected.map(|(agencies, source)| (agencies.to_vec(), source)));
    let again = take(&mut record, file, Some("health"));
    assert_eq!((again.added, again.same), (0, 6));
    let words = Words::of(Language::English);
    assert_eq!(
        again.sentences(words),
        [
            "Entries added: 0.",
            "Entries that were here already: 6.",
            "Agencies that this record does not list: Housing. Each name is kept under the source."
        ]
    );
}

#[test]
fn a_file_whose_entries_were_joined_since_adds_nothing() {
    let mut record = agencies();
    let police =
        "date,event\n14/03/2025,Ola fell from the climbing frame.\nMarch 2025,Mother arrested for assault.";
    let school = "date,event\nMarch 2025,Ola fell from the climbing frame and broke an arm.\n14/03/2025,Mother was arrested; assault.";
    take(&mut record, police, Some("police"));
    take(&mut record, school, Some("school"));
    let pairs = duplicates(&record);
    assert_eq!(pairs.len(), 2);
    assert!(join(&mut record, &pairs[0].0, &pairs[0].1));
    assert!(join(&mut record, &pairs[1].1, &pairs[1].0));
    let joined = record.clone();
    for (file, agency) in [(police, "police"), (school, "school")] {
        assert_eq!((take(&mut record, file, Some(agency)).same, record == joined), (2, true), "{agency}");
    }
}

#[test]
fn what_it_was_for_the_child_is_read_in_both_languages_or_kept_as_typed() {
    let mut record = agencies();
    let said =
        Language::ALL.map(|language| Words::of(language).say("significance.negative").unwrap_or("negative"));
    let file = format!(
        "event,significance\nOne,Positive\nTwo,{}\nThree,\"{}\"\nFour,bad\nFive,\n",
        said[0], said[1]
    );
    take(&mut record, &file, None);
    let came: Vec<_> = record.chronology.iter().map(|entry| entry.significance.clone()).collect();
    use Significance::{Negative, Positive};
    let expected = [
        Typed::Given(Positive),
        Typed::Given(Negative),
        Typed::Given(Negative),
        Typed::Unread("bad".into()),
        Typed::Blank,
    ];
    assert_eq!(came, expected);
}

#[test]
fn long_cells_are_kept_whole_and_a_full_chronology_takes_no_more() {
    let mut record = agencies();
    let (source, event) = ("s".repeat(201), "e".repeat(20_001));
    let came = take(&mut record, &format!("event,source\n{event},a\nOne,{source}\nTwo,b\n"), None);
    assert_eq!((came.added, came.too_long.as_slice()), (3, [1, 2].as_slice()));
    assert_eq!((record.chronology[0].event.len(), record.chronology[1].source.len()), (20_001, 201));
    let entry = record.chronology[2].clone();
    record.chronology.resize(1_999, entry);
    let came = take(&mut record, "event\nThree\nFour\nTwo\n", None);
    assert_eq!((came.added, came.same, came.no_room), (1, 1, vec![2]));
    assert_eq!(record.chronology.len(), 2_000);
}

#[test]
fn a_cell_as_long_as_the_file_takes_no_time() {
    let begun = std::time::Instant::now();
    let mut record = agencies();
    let words: String = (0..200_000).map(|at| format!("word{at:06} ")).collect();
    for cell in [words, "a,".repeat(1_100_000)] {
        let rows = format!("event,agency,date\n\"{cell}\",\"{cell}\",2025\n\"{cell}\",Housing,2025\n");
        let came = take(&mut record, &rows, None);
        assert_eq!(came.added, 2);
        assert!(came.unmatched.iter().all(|name| name.len() <= 200));
    }
    assert_eq!(duplicates(&record).len(), 2);
    assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
}

#[test]
fn rows_in_which_nothing_stands_do_not_count() {
    let table = read(&format!("event;date\nOne;2025\n{}", ";\n".repeat(5_000)));
    assert_eq!(table.rows, [["One", "2025"]]);
}

#[test]
fn an_entry_without_a_time_is_added_and_said() {
    let mut record = agencies();
    let came = take(&mut record, "event\nOne\n", None);
    assert_eq!((came.added, came.without_date), (1, vec![1]));
    assert_eq!(
        (When::read(&record.chronology[0].when), &record.chronology[0].agencies),
        (None, &Links::default())
    );
}

#[test]
fn what_a_table_added_is_taken_out_again_and_nothing_else() {
    let mut record = agencies();
    take(&mut record, POLICE, Some("police"));
    let before = record.clone();
    take(
        &mut record,
        "When,Event\n2025-01-02,One\n2025-01-03,Two\n2025-01-04,Three\n2025-01-05,Four",
        Some("school"),
    );
    let added = record.chronology[before.chronology.len()..].to_vec();
    assert_eq!(added.len(), 4);
    let mut written_in = record.clone();
    assert_eq!(take_out(&mut record, &added), [4, 0]);
    assert_eq!(record, before);
    assert_eq!(take_out(&mut record, &added), [0, 0], "once is enough");

    let at = before.chronology.len();
    written_in.chronology[at + 1].impact = "He stopped sleeping.".into();
    written_in.chronology.remove(at + 3);
    assert_eq!(take_out(&mut written_in, &added), [2, 1], "somebody wrote in one, and took one out");
    assert_eq!(written_in.chronology.len(), at + 1);
    assert_eq!(&*written_in.chronology[at].impact, "He stopped sleeping.");
}

#[test]
fn a_row_that_says_more_of_one_event_is_another_row() {
    let mut record = agencies();
    let table = "date,event,agency,impact\n14/03/2025,Home visit,Hightown School,Mother was angry\n14/03/2025,Home visit,Hightown School,Ola hid under the table";
    assert_eq!(take(&mut record, table, None).added, 2, "no sentence is lost");
    assert_eq!(take(&mut record, table, None).same, 2, "and the same file again adds nothing");
    let known = "date,event,agency\nMarch 2025,Home visit. Nobody in.,Hightown School; Health Visiting";
    let mut record = agencies();
    take(&mut record, known, None);
    assert_eq!(
        take(&mut record, "date,event,agency\n20 March 2025,Home visit,Hightown School", None).added,
        1,
        "another visit"
    );
}

#[test]
fn a_table_that_is_all_alike_keeps_nobody_waiting() {
    let word = |n: usize| format!("word{}x{n}", ["abcd", "efgh", "ijkl"][n % 3]);
    let long: Vec<String> = (0..200).map(word).collect();
    let rows = |event: &dyn Fn(usize) -> String| {
        let rows = (0..2_000).map(|n| format!("\n2025,{},ref {n}", event(n)));
        format!("date,event,source{}", rows.collect::<String>())
    };
    for text in [
        rows(&|_| "Police attended the address at night".to_owned()),
        rows(&|n| format!("{} {n}", long.join(" "))),
    ] {
        let mut record = agencies();
        assert_eq!(take(&mut record, &text, None).added, 2_000);
        assert!(duplicates(&record).len() <= 100, "a person looks at each");
    }
}
