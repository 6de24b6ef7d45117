//! The page: the same sentences wherever it is shown, nothing but the copy, and it reads in any language.

use crate::family::{approve, copy, day, record};
use team_around::reading::family::{FamilyCopy, release};
use team_around::reading::page::{Phrases, document};
use team_around::record::RowId;
use team_around::words::{Language, Words};

fn joss() -> FamilyCopy {
    let mut record = record();
    record.plan.why = "There has been shouting.\nCAMHS and the GP know.".into();
    record.plan.actions[2].family_wording = "Walk with Rhys & <b>sing</b>.".into();
    let id: RowId = copy(&mut record, &["p-joss"], &["c-rhys"]);
    approve(&mut record, &id);
    release(&record, &id, day("2026-03-04").get().unwrap()).unwrap()
}

fn shown(copy: &FamilyCopy, language: Language) -> String {
    let words = Words::of(language);
    let say = |key: &str| words.say(key).map(str::to_owned);
    document(copy, &Phrases { say: &say, language: language.tag() })
}

#[test]
fn a_file_says_what_the_copy_says_in_words_for_its_reader() {
    let html = shown(&joss(), Language::English);
    for words in [
        "<title>What was agreed</title>",
        "The plan for Rhys Invented",
        "This copy was made for Joss Imagined.",
        "Why is there a plan?",
        "There has been shouting.</p>",
        "Walk with Rhys &amp; &lt;b&gt;sing&lt;/b&gt;.",
        "<dt>Who</dt><dd>You</dd>",
        "<dt>By when</dt><dd>Wednesday 1 April 2026</dd>",
        "<dt>CAMHS</dt><dd>the mental health service for children and young people</dd>",
        "Whom can you ring?",
    ] {
        assert!(html.contains(words), "{words}\n{html}");
    }
    assert!(!html.contains("family."), "a key without words: {html}");
}

#[test]
fn a_file_has_no_script_and_asks_for_nothing_and_its_one_link_leads_away() {
    let html = shown(&joss(), Language::English).to_lowercase();
    // A link asks for nothing until it is chosen. It tells the other site nothing of the file.
    let way_out = "<a class=\"ta-family__exit\" href=\"https://www.bbc.co.uk/weather\" rel=\"noreferrer\">leave this page</a>";
    let (before, after) = html.split_once(way_out).unwrap();
    assert!(
        before.ends_with("<body>\n<header class=\"ta-family__way-out\"><div class=\"ta-family__top\">"),
        "it is the first thing on the page"
    );
    assert!(
        after.starts_with("</div><p class=\"ta-family__told\">“leave this page” takes you to another site.")
    );
    let html = format!("{before}{after}");
    for never in [
        "<script",
        "src=",
        "href=",
        "url(",
        "@import",
        "http:",
        "https:",
        "javascript:",
        "<form",
        "<iframe",
        " on",
    ] {
        let found =
            html.split('<').any(|tag| never == " on" && tag.split('>').next().unwrap_or("").contains(" on"));
        assert!(if never == " on" { !found } else { !html.contains(never) }, "{never}");
    }
    assert!(html.contains("default-src 'none'"));
    // Nobody is named where a tab, a history or a list of downloads shows it.
    let title = html.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).unwrap();
    assert_eq!(title, "what was agreed");
}

#[test]
fn headings_come_in_order_and_each_section_is_named() {
    let html = shown(&joss(), Language::English);
    assert_eq!(html.matches("<h1>").count(), 1);
    let sections = html.matches("<section").count();
    assert_eq!((html.matches("<h2").count(), html.matches("aria-labelledby").count()), (sections, sections));
    let at = |words: &str| html.find(words).unwrap();
    assert!(at("Why is there a plan?") < at("What needs to change?"));
    assert!(at("What needs to change?") < at("Who will do what, and by when?"));
    assert!(at("Who will do what, and by when?") < at("Whom can you ring?"));
}

#[test]
fn it_reads_in_welsh_and_from_the_right() {
    let html = shown(&joss(), Language::Welsh);
    assert!(html.contains("<html lang=\"cy\" dir=\"ltr\">") && html.contains("Pam mae cynllun?"), "{html}");
    let urdu = |key: &str| (key == "family.question.why").then(|| "منصوبہ کیوں ہے؟".to_owned());
    let html = document(&joss(), &Phrases { say: &urdu, language: "ur" });
    assert!(html.contains("<html lang=\"ur\" dir=\"rtl\">") && html.contains("منصوبہ کیوں ہے؟"));
    // What people wrote keeps its own direction, and says its own language.
    assert!(html.contains("<p lang=\"en\" dir=\"auto\">There has been shouting.</p>"), "{html}");
}

/// A copy may be written in one language and its page be in another: a voice that reads aloud has to know.
#[test]
fn each_answer_says_its_language_where_it_is_not_the_pages() {
    let mut copy = joss();
    for (own, answer, page, said) in [
        ("", "", Language::English, "<p dir=\"auto\">There"),
        ("", "", Language::Welsh, "<p lang=\"en\" dir=\"auto\">There"),
        ("cy", "", Language::Welsh, "<p dir=\"auto\">There"),
        ("cy", "", Language::English, "<p lang=\"cy\" dir=\"auto\">There"),
        ("cy", "pl", Language::Welsh, "<p lang=\"pl\" dir=\"ltr\">There"),
        ("", "ar", Language::English, "<p lang=\"ar\" dir=\"rtl\">There"),
    ] {
        copy.language = own.into();
        copy.parts[0].items[0].said.language = answer.into();
        let html = shown(&copy, page);
        assert!(html.contains(said), "{own} {answer} {page:?}: {said}\n{html}");
    }
}

#[test]
fn a_name_turns_nothing_round_that_stands_beside_it() {
    let mut copy = joss();
    for (name, shown_as) in [
        ("Joss \u{202e}Imagined", "Joss Imagined"),
        ("\u{2067}Joss\u{2069}", "Joss"),
        ("Joss\u{202d}\u{202c}", "Joss"),
        // One that may run the other way is set apart.
        ("جوس", "\u{2068}جوس\u{2069}"),
    ] {
        copy.reader = name.into();
        let html = shown(&copy, Language::English);
        assert!(html.contains(&format!("This copy was made for {shown_as}. It shows")), "{html}");
    }
}

#[test]
fn whatever_was_written_is_text() {
    let mut copy = joss();
    for words in [
        "</p><script>alert(1)</script>",
        "\" onmouseover=\"x",
        "\u{202e}gnitirw",
        "<!--",
        "]]>",
        "\u{0}\u{8}",
    ] {
        copy.parts[0].items[0].said.words = words.to_owned();
        copy.reader = words.to_owned();
        let html = shown(&copy, Language::English);
        assert!(!html.contains('\u{202e}'), "{html}");
        assert!(
            !html.contains("<script") && !html.contains("\" onmouseover") && !html.contains("<!--"),
            "{html}"
        );
        assert!(!html.contains('\u{0}') && !html.contains('\u{8}'));
    }
}

#[test]
fn every_heading_fact_and_code_has_its_words_in_both_languages() {
    use team_around::reading::family::Heading;
    use team_around::record::CodeSet;
    use team_around::record::plan::{ActionStatus, OutcomeStatus};
    use team_around::record::professionals::ProfessionalRole;
    let lists = [OutcomeStatus::LIST, ActionStatus::LIST, ProfessionalRole::LIST];
    let codes =
        lists.iter().flat_map(|list| list.codes.iter().map(|code| format!("code.{}.{code}", list.name)));
    let facts = [
        "you", "who", "role", "by", "on", "at", "every", "measure", "now", "code", "done", "then", "because",
        "if", "without", "ends",
    ];
    let keys = codes.chain(Heading::ALL.iter().map(|heading| format!("question.{}", heading.code())));
    let keys: Vec<String> = keys.chain(facts.iter().map(|fact| format!("fact.{fact}"))).collect();
    for language in [Language::English, Language::Welsh] {
        let missing = |key: &&String| Words::of(language).say(&format!("family.{key}")).is_none();
        assert_eq!(keys.iter().filter(missing).collect::<Vec<_>>(), Vec::<&String>::new());
    }
}
