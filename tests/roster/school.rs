//! A school of 1,200 pupils, made up: many of their names are also words.

/// Forenames with a preferred one behind a slash.
const FORENAMES: &str = "Grace Will Mark Hope Rose Summer Faith Jordan Jayden Mia Oliver Amelia Zoë Chloé Katherine/Katie Mohammed Muhammad Aisha Fatima Ibrahim \
    Yusuf Zainab Oluwaseun Chidera Kwame Precious Blessing Joy Daisy Lily Poppy Ruby Amber Jasmine Robin Jack Harry Jamie Alexander/Alex Elizabeth/Beth William/Billy \
    Frankie-May Ellie-Mae Mary-Jane Tobiasz Zuzanna Kacper Agnieszka Siân Niamh Aoife Seán Gethin Angharad Rhiannon Dafydd Ewan Callum Eilidh Priya Arjun Gurpreet Harjit Simran \
    Ravi Meera Xiang Wei Ming Yasmin Noor Layla Omar Hamza Bilal Idris Amara Tunde Femi Ngozi Sebastian Theodore Matilda Florence Beatrice Arthur Frederick Penelope Imogen \
    Jessica Samantha Rebecca Jennifer Nicholas Christopher Benjamin Jonathan Nathaniel Gabriella Isabella Madeleine Charlotte Francesca Georgina Patrick Peter Dominic Tyler \
    Kayleigh Shannon Brandon Kieran Declan Connor Liam Bethany Megan Holly Ivy Autumn Dawn June May April Art Frank Rich Chase Hunter Mason Carter Bill Bob Pat Sandy";

const SURNAMES: &str = "Brown Long Young Smith Jones Patel Khan Hussain Begum Ali Ahmed O'Neill O'Brien MacDonald McCarthy van Dyke de Souza al-Hassan Smith-Jones Taylor-Brown \
    Williams Okafor Adebayo Mensah Nowak Kowalski Wójcik Müller García Núñez Fernández Nguyen Chen Wong Singh Kaur Sharma Gupta Shah Mistry Rahman Chowdhury Iqbal Malik \
    Hill Wood Green White Black King Knight Bishop Baker Cook Park Field Rivers Stone Hall Price Page Bell Fox Wolf Moon Day Winter Short Small Little Rich Best Love \
    Featherstone Arkwright Braithwaite Cholmondeley Davenport Ellsworth Fothergill Greenhalgh Hargreaves Ibbotson Jardine Kershaw Lockwood Murgatroyd Northcott Ogden \
    Pemberton Ramsbottom Satterthwaite Thistlethwaite Underhill Vickers Wigglesworth Yardley Abbott Barlow Cartwright Donnelly Entwistle Fairclough Gallagher Hodgson Ingham \
    Johnstone Kavanagh Llewellyn Maddox Newsome Openshaw Prendergast Quigley Rawlinson Sutcliffe Tomlinson Unsworth Varley Whitehead Zielinski Trembath Penhaligon";

/// Names of two words are written with their particle.
fn surnames() -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut particle = String::new();
    for word in SURNAMES.split_whitespace() {
        if matches!(word, "van" | "de") {
            particle = format!("{word} ");
        } else {
            names.push(format!("{}{word}", std::mem::take(&mut particle)));
        }
    }
    names
}

/// A pupil of the school.
#[derive(Clone, Debug)]
pub struct Pupil {
    pub forename: &'static str,
    pub preferred: &'static str,
    pub middle: &'static str,
    pub surname: String,
    pub form: String,
}

/// Every pupil, always the same.
pub fn pupils() -> Vec<Pupil> {
    const MIDDLE: &[&str] = &["", "", "James", "", "Louise", "", "Lee", "Ann"];
    let forenames: Vec<&str> = FORENAMES.split_whitespace().collect();
    let surnames = surnames();
    (0..1_200)
        .map(|at| {
            let (forename, preferred) = forenames[at % forenames.len()].split_once('/').unwrap_or((forenames[at % forenames.len()], ""));
            let surname = surnames[(at * 7 + at / forenames.len() * 3) % surnames.len()].clone();
            let form = format!("{}{}", 7 + at % 5, ["A", "B", "C", "G", "D", "X4"][at % 6]);
            Pupil { forename, preferred, middle: MIDDLE[at % MIDDLE.len()], surname, form }
        })
        .collect()
}

/// The school's list as its management system exports it.
pub fn csv() -> String {
    let row = |pupil: &Pupil| {
        let Pupil { forename, preferred, middle, surname, form } = pupil;
        format!("{forename},{middle},{preferred},{surname},{form},15/08/2012\n")
    };
    String::from("Legal Forename,Middle Name,Preferred Forename,Legal Surname,Reg Group,DOB\n")
        + &pupils().iter().map(row).collect::<String>()
}
