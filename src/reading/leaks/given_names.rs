//! Forms of given names that people use for each other: English, Welsh, Irish, South Asian, Polish
//! and a few more, and the words for those at home. Compiled for this scan; it is not complete.

/// Each line: names that may stand for one another.
const GROUPS: &str = "\
abigail abby abbie abi gail|abdul abdullah abdallah|adam ad adas|adrian ade adrianna|agnes aggie nessa agnieszka aga
ahmed ahmad achmed|aisha ayesha aysha aishah ayisha|alan allan allen alun al|albert al bert bertie alby
alexander alex alec alistair alasdair sandy sasha xander lex aleksander alexandre olek|alexandra alex lexi lexie sandra sandy sasha alexa ola aleksandra
alfred alf alfie fred freddie|alice ally ali alicja alis|alison allison ali ally|amanda mandy manda|amelia amy milly millie mia emilia
andrew andy drew andrzej andre andreas|angela angie ange|ann anne anna annie nan nancy hannah ania anya|anthony tony ant antony antoni toni antonio anton antek
antonia toni tonia|archibald archie|arthur art artie arturo artur|barbara barb babs basia|bartholomew bart barty bartek bartosz|beatrice bea trixie bee betrys
benjamin ben benny benji|bernard bernie|bernadette bernie|bethany beth bethan bethanie|bradley brad|brenda bren|bridget bridie biddy bridie brigid
bronwen bron bronwyn|caitlin kaitlyn caitlyn katelyn kate|cameron cam|carl karl carlo|carol carole caroline carolyn carrie caz|catrin cat cadi|
catherine katherine kathryn katharine cathryn catharine katrina kate katie katy kathy cathy kat kath cath kitty kay kasia katarzyna catrin cathrine
charles charlie chuck chas karol siarl carlos|charlotte lottie charlie lotte char lola charley|chelsea chels|christine chris chrissie tina krystyna kris christina kirsty
christopher chris kit topher kris krzysztof cristopher|clare claire clara klara|clement clem|clifford cliff|constance connie|craig greg|curtis curt
cynthia cindy|daniel dan danny dani|danielle dani daniella|darren daz dazza|david dave davy dai dafydd davey dewi dawid|deborah debbie debs deb debra
dennis den denny denis|denise den|derek del derrick|diana di diane dianne|dominic dom nick|donald don donny|donna don|dorothy dot dottie dolly|douglas doug
duncan dunc|edward ed eddie ted teddy ned edmund eddy|edwin ed|eileen aileen eilidh|eleanor ellie nell nelly elinor ella nora eleanora lena
elizabeth liz lizzie beth betty betsy eliza libby lisa elsie bess bessie lizzy elisabeth ela elspeth lily|ellen ellie nell nelly elen helen|emily em emmie emilie milly
emma em emmy|eric rick erik|ernest ernie|esther essie hester|eugene gene|evan ifan ieuan|eve evie eva ewa evelyn|fatima fatimah fatema|fiona fi|florence flo florrie flossie
frances fran frankie fanny|francis frank frankie|franciszek franek|frederick fred freddie freddy rick|gabriel gabe|gabrielle gabby gaby|gareth gaz gary gaz
gavin gav|geoffrey geoff jeff jeffrey|george georgie jerzy sior|georgina georgie gina|gerald gerry jerry|gerard gerry ged|gillian gill jill jilly|glenys glen
gordon gord|grace gracie|graham gray graeme grahame|gregory greg grzegorz|gwendolyn gwen gwenda gwenllian|hannah hanna anna|harold harry hal|harriet hattie harry
hasan hassan|hussain hussein husain hussayn|helen helena nell ellie elen|henry harry hal hank henryk|herbert bert herb|howard howie|hugh huw hughie
ian iain iwan|ibrahim ebrahim abraham|imran emran|isaac zac izaak|isabella isabel bella izzy belle isobel izabela ishbel|ivan van|jack jackie john jak
jacob jake jakub kuba|jacqueline jackie jacqui jack|jagdeep jag|jaswinder jas jaz|james jim jimmy jamie jem|jane janie jan janet|janet jan|janice jan|jasmine jas jaz yasmin yasmine
jason jase jay|jayden jaydon jaiden|jean jeannie jeanette|jennifer jen jenny jenni|jeremy jerry jez jem|jessica jess jessie|joan joanie joanna|joanna joanne jo joan joasia
jocelyn joss|john johnny jack jon ieuan ian sion jan ivan sean|jonathan jon johnny jonny nathan|joseph joe joey jozef yusuf|josephine jo josie|joshua josh
joyce joy|judith judy jude|julia julie jules|julian jules|juliet jules|justin jus|karen kaz|kayleigh kayley kayla kaylee|kenneth ken kenny|kevin kev|kimberley kim kimberly
khadija khadijah|krzysztof krzys kris|kyle ky|laura laurie lori|lauren laurie loz|laurence larry lawrence laurie loz|leanne lee|leo leon leopold|leonard len lenny leo
leslie les lesley|lewis lew louis lou llew|lilian lily lil lillian lilly|linda lyn lynda|lisa liza|louise lou lulu louisa|lucas luke luca lukasz|lucy lucie lou lucia
lukasz luke luki|lydia liddy|lynn lyn lynne linda|madeleine maddie maddy madeline|magdalena magda lena|malcolm mal mally|malgorzata gosia margaret
margaret maggie meg peggy marge mags greta daisy megan mair madge mared margery rita margot maisie peg|maria mary mari marie ria marysia|marian marion|mark marc marek marcus markus
martin marty martyn marcin|martha mattie marta|mary molly polly mair mari may mamie maria|matilda tilly tilda mattie|matthew matt matty mateusz mat mathew|maureen mo maura reenie
maurice mo morris|maximilian max|melanie mel|melissa mel missy|michael mike mick mickey mikey michal mihangel micky micheal mitch|michelle shell chelle mich shelly|mildred millie
miriam mimi|mitchell mitch|mohammed muhammad mohamed mohammad muhammed mohamad mo mahmoud mohamud muhammet mohd md|morgan morg|muriel mu|myfanwy myf fanw|nancy nan
natalie nat nathalie|natasha tasha nat|nathaniel nathan nat nate|neil neal niall nigel|nicholas nick nicky nic mikolaj nico nikolas|nicola nicky nic nikki nichola
nigel nige|noor nur nour|norman norm|oliver ollie olly|olivia liv livvy olive|oluwaseun seun olu|oluwafemi femi olu|oluwaseyi seyi olu|pamela pam|patricia pat patsy trish tricia patti pattie patty
patrick pat paddy rick padraig|paul pauly pawel|paula pauline|penelope penny pen|percival percy|peregrine perry|peter pete piotr pedr|philip phil phillip pip|philippa pip pippa phillipa
phyllis phyl|piotr piotrek peter|priscilla cilla prissy|prudence pru|rachel rach rachael rae|ralph raff|raymond ray|rebecca becky becca bex becs rebekah|reginald reg reggie
rhiannon rhi|rhys reece rees reese|richard rick dick rich richie ricky rhisiart ryszard|robert rob bob bobby robbie bert robin bobbie|roberta bobbie|roderick rod roddy rhodri
rodney rod|roger rodge|ronald ron ronnie|rosemary rose rosie romy|rosalind ros roz|rose rosie rosa|roy royston|rupert rupe|russell russ|ruth ruthie|samantha sam sammy
samuel sam sammy|sandra sandy sandie|sarah sally sal sara sadie zara|sean shaun shawn shane sion|sebastian seb bas|selina lina|sharon shaz shazza shaz|sheila shelagh
shirley shirl|sidney sid sydney|simon si simeon|siobhan shevaun chevonne shivaun|sophie soph sophia sofia zosia zofia|stacey stace anastasia|stanislaw stan staszek|stanley stan
stephanie steph stef|stephen steve steven stevie stefan szczepan stephan|stuart stu stewart|susan sue susie suzie suzanne susannah susanna sukie zuzanna siwsan suzy sukey|sylvia sylvie silvia
tabitha tabby|tadeusz tadek|tamara tammy|tamsin tam|tanya tan tania|teresa terry tess tessa theresa terri tracy|terence terry tel|thaddeus tad thad ted|theodore theo ted teddy
thomas tom tommy tomos tomasz twm tomek thom|tiffany tiff|timothy tim timmy|toby tobias|tracey trace tracy|tyrone ty|valerie val|vanessa nessa|vera ver|veronica ronnie ronni vera
victor vic wiktor|victoria vicky vicki tori vic wiktoria vikki|vincent vince vinny|violet vi|virginia ginny|vivian viv vivienne|vladimir vlad|walter wally walt|wanda wandzia|wayne waz
wilfred wilf|william will bill billy willie liam willy wil gwilym wills gwil|winifred win winnie|wojciech wojtek|xavier zav|yasmin yas|yusuf yousef yusef yousuf yousaf|yvonne von
zachary zac zach zak zack zachariah zacharias|zainab zaynab zeinab|zbigniew zbyszek|zoe zo|
auntie aunty aunt antie|uncle unkle unc|nan nanny nana nanna nannie nain nanan|gran granny grandma grannie grandmother gran mamgu|grandad granddad grandpa gramps taid tadcu grandfather
little lil wee|mama mum mam mummy mamma mammy mom|dad daddy papa dada|big bigg|old ole|doctor dr|saint st";

fn groups() -> impl Iterator<Item = &'static str> {
    GROUPS.split(['|', '\n'])
}

/// The other forms of a given name, folded to small plain letters.
pub(super) fn forms(name: &str) -> Vec<&'static str> {
    let of = groups().filter(|group| group.split(' ').any(|form| form == name));
    of.flat_map(|group| group.split(' ')).filter(|form| *form != name && !form.is_empty()).collect()
}

/// Whether this is a given name that the table knows, so hardly a slip for another.
pub(super) fn is_given(word: &str) -> bool {
    groups().any(|group| group.split(' ').any(|form| form == word))
}

/// What is left of a name that was cut short and ended in y, ie, i or o: three letters or more.
pub(super) fn stem(word: &str) -> Option<&str> {
    let stem = ["ie", "ey", "y", "i", "o"].iter().find_map(|end| word.strip_suffix(end))?;
    let end = stem.chars().next_back()?;
    let once = stem.strip_suffix(end).filter(|less| less.ends_with(end)).unwrap_or(stem);
    (once.len() > 2).then_some(once)
}

/// Whether this is what people leave of that name when they cut it short.
pub(super) fn is_cut(stem: &str, of: &str) -> bool {
    of.len() > stem.len() + 1 && of.starts_with(stem)
}

/// Words for a person in a house, which alone are nobody's secret.
pub(super) fn is_kin(word: &str) -> bool {
    const KIN: &str = " auntie uncle nan gran grandad little mama dad big old young ";
    let told = |word: &str| KIN.contains(&format!(" {word} "));
    told(word) || forms(word).iter().any(|form| told(form))
}

/// What stands before a surname.
pub(super) fn is_title(word: &str) -> bool {
    const TITLES: &str = " mr mrs ms miss mx dr doctor sir lady dame lord rev reverend father sister auntie aunty \
        aunt uncle madam professor prof pc sgt mister missus master mssrs messrs ";
    TITLES.contains(&format!(" {word} "))
}
