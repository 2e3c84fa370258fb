//! Firms and offices whose name phishing borrows, and the domains they write from.

use crate::domain;
use crate::phrase::Phrases;
use crate::text::Text;
use std::sync::LazyLock;

/// A name in words, and the registered names (without endings) that are its own; `*` marks a name that is also a
/// common word and tells only beside a word such as "support". Publicly known facts, gathered by us.
const BRANDS: &str = "\
microsoft:microsoft,microsoftonline,live,outlook,office,office365,sharepoint,msn,skype,windows,azure,xbox,microsoftemail,hotmail,microsoft365,bing,linkedin
office 365:microsoft,office,office365,microsoftonline,sharepoint
outlook:outlook,microsoft,live,office,hotmail
onedrive:microsoft,live,onedrive,sharepoint,1drv
sharepoint:sharepoint,microsoft
google:google,gmail,googlemail,youtube,goo,withgoogle,chrome,android,classroom
gmail:google,gmail
icloud:icloud,apple,me
apple*:apple,icloud,itunes,me
itunes:apple,itunes
amazon:amazon,amazonses,aws,audible,amazonaws,amazonbusiness
prime video:amazon,primevideo
paypal:paypal,paypal-communication,paypal-notification
ebay:ebay,ebaystatic
facebook:facebook,facebookmail,fb,meta,metamail
instagram:instagram,facebookmail,facebook
whatsapp:whatsapp,facebook
meta*:meta,metamail,facebookmail
netflix:netflix,nflxext
spotify:spotify,spotifymail
disney:disney,disneyplus,go
dropbox:dropbox,dropboxmail
docusign:docusign,docusign-mail
adobe:adobe,adobesign,echosign
zoom*:zoom,zoomgov
linkedin:linkedin
proton:proton,protonmail
ups*:ups,upsemail
usps:usps
u s postal service:usps
fedex:fedex
dhl:dhl,dhlparcel,dhlecommerce
royal mail:royalmail,royalmailgroup
parcelforce:parcelforce
evri:evri,hermes-europe
dpd:dpd,dpdgroup,dpdlocal
post office*:postoffice
hmrc:hmrc,gov,service
hm revenue:hmrc,gov,service
dvla:gov,service,dvla
tv licensing:tvlicensing
nhs*:nhs
irs:irs
norton:norton,nortonlifelock,gen,gendigital,lifelock
mcafee:mcafee
mc afee:mcafee
geek squad:bestbuy,geeksquad
best buy:bestbuy
walmart:walmart
costco:costco
lowe's:lowes
home depot:homedepot
tractor supply:tractorsupply
ace hardware:acehardware
wickes:wickes
tesco:tesco
sainsbury's:sainsburys
asda:asda
argos:argos
john lewis:johnlewis
marks spencer:marksandspencer,mands
hilton:hilton,hiltonhonors
state farm:statefarm
united healthcare:uhc,unitedhealthcare
omaha steaks:omahasteaks
harbor freight:harborfreight
dewalt:dewalt
starbucks:starbucks
coca cola:coca-cola,coke
shein:shein,sheinemail
temu:temu,temuemail
siriusxm:siriusxm
barclays:barclays,barclaycard
hsbc:hsbc
lloyds bank:lloydsbank,lloydsbanking
natwest:natwest,nwg
santander:santander
nationwide*:nationwide
halifax*:halifax
monzo:monzo
starling bank:starlingbank
standard chartered:sc,standardchartered
chase*:chase
wells fargo:wellsfargo
bank of america:bankofamerica,bofa
charles schwab:schwab
td direct investing:td,tdbank
american express:americanexpress,aexp
mastercard:mastercard
western union:westernunion,wu
moneygram:moneygram
robinhood:robinhood
coinbase:coinbase
binance:binance
kraken*:kraken
metamask:metamask,consensys
trust wallet:trustwallet
trustwallet:trustwallet
ledger*:ledger
trezor:trezor
exodus*:exodus
opensea:opensea
ripple*:ripple,xrpl
stellar*:stellar
phantom*:phantom
uniswap:uniswap
lido finance:lido
coinpayments:coinpayments
blockchain*:blockchain
celsius*:celsius
blockfi:blockfi
ftx:ftx
kroll:kroll
target*:target
sam's club:samsclub
cvs*:cvs,cvshealth
walgreens:walgreens
kroger:kroger
kohl's:kohls
dick's sporting:dickssportinggoods
cracker barrel:crackerbarrel
mcdonald's:mcdonalds
kfc:kfc
louis vuitton:louisvuitton
ray ban:ray-ban
rolex:rolex
dyson:dyson
yeti*:yeti
makita:makita
milwaukee*:milwaukeetool
samsung:samsung
aldi:aldi
lidl:lidl
morrisons:morrisons
screwfix:screwfix
currys:currys
boots*:boots
superdrug:superdrug
sky*:sky
virgin media:virginmedia,virginmediao2
bt*:bt
vodafone:vodafone
o2*:o2,virginmediao2
at t*:att
verizon:verizon
t mobile*:t-mobile
xfinity:xfinity,comcast
hulu:hulu
paramount*:paramountplus,paramount
peacock*:peacocktv
marriott:marriott
southwest airlines:southwest
delta*:delta
booking com:booking
airbnb:airbnb
citibank:citi,citibank
capital one:capitalone
tsb:tsb
first direct:firstdirect
revolut:revolut
wise*:wise
klarna:klarna
cash app:cash,square
zelle:zelle
dwp:dwp,gov
student loans:slc,gov
companies house:gov,companieshouse
social security*:ssa
ssa*:ssa
medicare*:medicare,cms
state farm:statefarm
allstate:allstate
geico:geico
liberty mutual:libertymutual
progressive*:progressive
gemini*:gemini,google
crypto com:crypto
kucoin:kucoin
bybit:bybit
okx:okx
bitfinex:bitfinex
bitstamp:bitstamp
atomic wallet:atomicwallet
solana*:solana
cardano:cardano
polygon*:polygon
arbitrum:arbitrum
optimism*:optimism
pancakeswap:pancakeswap
etherscan:etherscan
monero*:getmonero,monero
cointracker:cointracker
coinmarketcap:coinmarketcap
unstoppable domains:unstoppabledomains
bankless:bankless
voyager*:investvoyager
etherfi:etherfi
walletconnect:walletconnect
bitdefender:bitdefender
avast:avast,gen
kaspersky:kaspersky
totalav:totalav
trend micro:trendmicro
yahoo:yahoo,yahooinc
aol:aol
namecheap:namecheap
cloudflare:cloudflare
zimbra:zimbra,synacor
yodel*:yodel
inpost:inpost
gls*:gls-group,gls
canada post:canadapost
australia post:auspost
an post:anpost
docu sign:docusign,docusign-mail
wetransfer:wetransfer
godaddy:godaddy
wordpress:wordpress,automattic
cpanel:cpanel
roblox:roblox
steam*:steampowered,valvesoftware,steamcommunity
parentpay:parentpay
arbor*:arbor,arbor-education
cpoms:cpoms,raptortech
sims*:sims,parentpay,ess-sims,educationsoftwaresolutions
tapestry*:tapestryjournal
capita:capita
teachers pensions:teacherspensions,capita";

/// Words that make a common word a firm's name.
const COMPANY: &str = "support|security|team|service|services|account|accounts|customer|billing|notification|notifications|alert|alerts|rewards|reward|survey|department|dept|update|updates|wallet|id|pay|bank|help|helpdesk|care|center|centre|labs|community|foundation|news|club|store|event|official|inc|ltd|com|org|privacy|admin|protection|delivery|mail|data|restructuring|corporate|claim|claims";

struct Brand {
    own: Vec<&'static str>,
    common: bool,
}

static NAMES: LazyLock<Phrases<Brand>> = LazyLock::new(|| {
    let rows = BRANDS.lines().filter_map(|line| {
        let (name, own) = line.split_once(':')?;
        Some((Brand { own: own.split(',').collect(), common: name.ends_with('*') }, name.trim_end_matches('*')))
    });
    Phrases::new(rows, &[])
});

static COMPANIES: LazyLock<crate::phrase::Words> = LazyLock::new(|| crate::phrase::Words::new(COMPANY));

/// A brand that a text claims to be.
pub struct Claim {
    /// As written.
    pub name: String,
    own: &'static [&'static str],
    /// Whether hardly anybody else would be called so.
    pub sure: bool,
}

impl Claim {
    /// Whether a host is the brand's own.
    pub fn owns(&self, host: &str) -> bool {
        let registered = domain::registered(host);
        let label = domain::label(host);
        // Microsoft rents these out by the name; anybody can have one.
        registered != "onmicrosoft.com" && (self.own.contains(&label) || registered.ends_with("gov.uk") && self.own.contains(&"gov"))
    }
}

/// The brands that a text names: in a sender's name, where it says who writes.
pub fn claimed(text: &Text) -> Vec<Claim> {
    let company = (0..text.words.len()).any(|at| COMPANIES.has(text, at));
    let found = NAMES.find(text);
    found
        .into_iter()
        .filter(|found| !found.tag.common || company || found.words.len() == text.words.len())
        .map(|found| Claim {
            name: text.written(&found.words).to_owned(),
            own: &found.tag.own,
            sure: company || found.words.len() == text.words.len() || found.words.start == 0 && !found.tag.common,
        })
        .collect()
}

/// A brand of five letters and more that a host wears without being its own: `notifications-ledger.com`,
/// `docusign.net.files.example`, `rnicrosoft.example`.
pub fn worn(host: &str) -> Option<&'static str> {
    let registered = domain::registered(host);
    let name = registered.split('.').next().unwrap_or_default();
    let front = host.strip_suffix(registered).unwrap_or_default().trim_end_matches('.');
    BRANDS.lines().find_map(|line| {
        let (brand, own) = line.split_once(':')?;
        let mut own = own.split(',');
        let plain = own.clone().next()?;
        if plain.len() < 4 || own.any(|own| own == name) {
            return None;
        }
        let common = brand.ends_with('*');
        let parts = name.contains('-') && name.split('-').any(|part| domain::skeleton(part) == domain::skeleton(plain));
        let dressed = front
            .split('.')
            .zip(front.split('.').skip(1))
            .any(|(label, next)| label == plain && matches!(next, "com" | "net" | "org" | "co"));
        let misread = plain.len() > 5 && domain::skeleton(name) == domain::skeleton(plain);
        let near = plain.len() > 6 && !common && domain::is_near(name, plain, 1);
        (dressed || !common && parts || misread || near).then_some(plain)
    })
}

/// Whether a host is a brand's own.
pub fn is_brand(host: &str) -> bool {
    let label = domain::label(host);
    BRANDS.lines().filter_map(|line| line.split_once(':')).any(|(_, own)| own.split(',').any(|own| own == label))
}

/// Whether one brand owns both hosts.
pub fn owner(one: &str, other: &str) -> bool {
    let (one, other) = (domain::label(one), domain::label(other));
    BRANDS
        .lines()
        .filter_map(|line| line.split_once(':'))
        .any(|(_, own)| own.split(',').any(|own| own == one) && own.split(',').any(|own| own == other))
}
