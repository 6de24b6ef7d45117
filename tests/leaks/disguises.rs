//! Letters and figures in dresses that a reader sees through, and names that are pulled apart.

use crate::kinds::{hidden, shows};
use team_around::reading::leaks::SecretKind::*;

#[test]
fn a_greek_letter_is_what_its_shape_is() {
    for text in ["ZQ12 4XΥ", "ΖQ12 4ΧΥ", "zq12 4χy", "ＺＱ１２ ４ΧΥ"] {
        shows(Postcode, "ZQ12 4XY", text, text);
    }
    shows(Name, "Nikki Vaughan", "ΝΙΚΚΙ was there.", "ΝΙΚΚΙ");
    shows(Name, "Vivian Tate", "She saw νiνian.", "νiνian");
    hidden(Postcode, "ZQ12 4XY", &["The angle Χ is 4.", "ΖQ1 4ΧΥ"]);
}

#[test]
fn figures_in_circles_and_brackets_are_figures() {
    for text in ["⓪⑦⑦⓪⓪⑨⓪⓪①④②", "⓿❼❼⓿⓿❾⓿⓿❶❹❷", "0➆➆0⓪➈00⓵⓸⓶", "⓪⑺⑺0⓪⑼0⓪⑴⑷⑵", "🄁🄈🄈🄁🄁🄊🄁🄁🄂🄅🄃"]
    {
        shows(Telephone, "07700 900142", &format!("Ring {text} now"), text);
    }
    shows(Address, "14 Rhes yr Afon, Abercastell", "At ⑭ Rhes yr Afon.", "⑭ Rhes yr Afon");
    hidden(Telephone, "07700 900142", &["⑴ Ring. ⑵ Write.", "Step ❶ and step ❷"]);
}

#[test]
fn letters_in_any_dress_are_letters() {
    for text in
        ["🅳🅴🅻🆈🆃🅷", "🅓🅔🅛🅨🅣🅗", "🄓🄔🄛🄨🄣🄗", "ᴰᵉˡʸᵗʰ", "Ⅾelyth", "ꓓelyth", "ꓓꓰꓡꓬꓔꓧ", "Ɗelyƭɦ", "⒟⒠⒧⒴⒯⒣", "ᎠᎬᏞᎩᎢᎻ"]
    {
        shows(Name, "Delyth Pryce", &format!("She saw {text} there"), text);
    }
    for text in ["Ɓeca Ƙaƥlan", "ꓐeca Kaplan", "ᴮᵉᶜᵃ ᴷᵃᵖˡᵃⁿ", "ʙᴇᴄᴀ ᴋᴀᴘʟᴀɴ", "ℬeca Kaplan"]
    {
        shows(Name, "Beca Kaplan", &format!("It was {text} who rang"), text);
    }
    shows(Name, "Vic Dimmock", "It was Ⅴⅰⅽ Ⅾⅰⅿⅿock.", "Ⅴⅰⅽ Ⅾⅰⅿⅿock");
    hidden(Name, "Delyth Pryce", &["Chapter Ⅳ", "H₂O and m²", "Option 🅱 or 🅿", "the 1ˢᵗ and 2ⁿᵈ"]);
}

#[test]
fn letters_that_show_nothing_hide_nothing() {
    for sign in ["\u{3164}", "\u{115f}", "\u{1160}", "\u{ffa0}", "\u{17b4}", "\u{e0101}"] {
        shows(Postcode, "ZQ12 4XY", &format!("ZQ12{sign}4XY"), &format!("ZQ12{sign}4XY"));
        shows(Name, "Delyth Pryce", &format!("Del{sign}yth is in."), &format!("Del{sign}yth"));
        shows(Telephone, "07700 900142", &format!("077{sign}00 900142"), &format!("077{sign}00 900142"));
    }
    hidden(Name, "Delyth Pryce", &["Del\u{3164} is in.", "\u{3164}"]);
}

#[test]
fn a_name_pulled_apart_is_a_name() {
    for text in ["Dely th", "De ly th", "D elyth", "De lyth", "De  ly   th", "D el yth", "dely th"] {
        shows(Name, "Delyth Pryce", &format!("Then {text} came."), text);
    }
    shows(Name, "Mared Cadwaladr", "Mrs Cadwal adr rang.", "Cadwal adr");
    shows(Name, "Delyth Pryce", "So P ryce rang.", "P ryce");
    shows(Name, "Beth Moss", "Then be th came.", "be th");
    hidden(Name, "Paula Reed", &["Give Paul a lift.", "We saw Paul and a dog."]);
    hidden(Name, "Ianto Rees", &["Ask Ian to ring.", "Ian, to be fair, did."]);
    hidden(Name, "Robin Vale", &["Rob in year 3 helps.", "Rob is in."]);
    hidden(Name, "Tomas Orme", &["Tom as well as Ann."]);
    hidden(Name, "Anna Ferris", &["Ann a while ago"]);
    hidden(Name, "Isla Marne", &["Is la crèche open?"]);
    hidden(Name, "Wendy Strand", &["We ndo not know."]);
}

#[test]
fn a_birth_date_shows_with_its_month_as_a_roman_figure() {
    for text in ["22/VII/2024", "22.vii.2024", "22 VII 2024", "22-Ⅶ-24", "220724", "240722"] {
        shows(BirthDate, "22/07/2024", &format!("It says {text} there"), text);
    }
    let other = [
        "Form 220725",
        "Room 220724 is the store.",
        "Ring 01632 220724.",
        "220724 900142",
        "21/VII/2024",
        "Part VII, page 22",
    ];
    hidden(BirthDate, "22/07/2024", &other);
}
