import { stem } from './stem.js';

/**
 * Everyday words: they carry no fact, so they need no explanation. Glue and chat weigh nothing; words that name
 * something ("temperature") must not be skipped by a strict reading.
 */

const GLUE = `r ain rest remainder y n incl inc enumerate a an the this that these those it its itself they them their theirs he she his her him hers we us our ours i me my mine you your yours
u ur ya yall who whom whose which what whats when where wheres why how hows is are was were be been being am im isnt arent wasnt werent
do does did doing done dont doesnt didnt can could cant couldnt cannot will would wont wouldnt shall should shd shld shouldnt may might must
have has had having havent hasnt hadnt ive youve weve theyve youre were theyre hes shes thats theres heres lets ill youll well id youd
and or but nor so yet if then else than as at by for from in into of off on onto out over to too up down under until till with w wo without within
about above across after again against all almost alone along already also although always among amongst another any anybody anyone anything anyhow anyway anyways
anywhere around aside away back because becuase bc cuz cos cause becuase becasue beacuse before behind below beside besides between beyond both during each either enough
even ever every everybody everyone everything everywhere except few fewer first second third last next former latter here hence however
just least less lot lots many more most much neither never nevertheless no nobody none nope nothing not n't now nowhere often once one ones only other others
otherwise own per perhaps please pls plz plzz plzzz plss pleas rather really same several since some somebody someone something smth smthg sth sometimes somewhere
still such there therefore though through thru throughout thus together toward towards two three four five six seven eight nine ten twice unless upon
versus vs via very was way ways whatever whenever wherever whether while whoever yes yeah yep yup yah ok okay k kk oh ah um uh hmm hm eh er huh
via due like`;

const CHAT = `ton tons scrap load loads heap heaps plenty some1 any1 every1 no1 b4 2day 2moro 2morrow 2nite gr8 l8 l8r m8 w8 4u 2u thx4 hav hv cud wud shud wld cld shuld shoud woud cn pos sum1 dis dat dem wen y'all evrybody evryone everybdy nething sumthing rubbish hehehe pfff ffs jfc lil tho altho thou kk plse pleaze hlp gud nite wassup innit mebbe prolly deffo ta cuppa gents ladies peeps clinician clinicians physician nurse layperson layman intern interns trainee trainees
hi hello hey hiya heya yo sup greetings morning afternoon evening night tonight tonite today tomorrow tmrw yesterday folks guys people team everybody mate mates dude bro buddy pal friend friends
thanks thank thx tx ty tysm cheers kudos appreciate appreciated grateful sorry sry pardon excuse apologies welcome bye goodbye cya lol lmao rofl haha hahaha hehe omg wtf wow ugh argh damn gosh yay hooray oops ooops whoops
export pro con pros cons btw fyi imo imho idk iirc afaik asap tbh ngl smh rn atm irl dm dms pm msg tl dr q qs ques question questions answer answers ask asks asked asking wonder wondering wondered curious confused confusing unsure sure maybe probably possibly perhaps
know knows knew known think thinks thought guess guessing believe remember recall forget forgot forgotten understand understood mean means meant ment say says said tell tells told show shows give gives gave given gimme get gets got getting gotten want wants wanted wanna need needs needed
find finds found finding look looks looked looking see sees saw seen seeing search check checks checked checking double confirm confirms confirmed verify verified read reads reading heard hear hears list lists listed listing print prints printed display output fetch return returns send sends sent post posted provide provided share shared paste pasted copy copied copypaste copypasted
let make try tries tried trying help helps helped quick quickly fast briefly short simple simply simpler plain easy stupid dumb silly noob newbie basic naive random weird odd strange funny cool nice good great awesome lovely perfect fine bad sad real actual actually literally basically seriously honestly
exactly precisely specifically particular particularly especially generally usually normally apparently supposedly allegedly presumably obviously clearly certainly definitely absolutely totally completely entirely whole entire full complete
mix mixed mixing smthg right correct wrong true false valid legit proper properly correctly mistaken mistake error typo typos
stuff thing things thingy kind kinda sort sorta bit bunch couple pair side part parts piece point points case cases matter issue problem idea ideas reason reasons topic topics subject
anyone anybody someone time times day days week weeks month months year yr yrs years hour hours minute minutes moment while ago soon later late early long ever recently currently now nowadays
new old big small little large huge tiny high low different similar various certain specific general common usual normal main major minor important relevant interesting useful available possible
use used using uses user works working worked run runs running ran go goes going gone went come comes coming came take takes took taking taken put puts putting keep keeps kept start started starting stop stopped end ended call calls called calling name names named
teh wich wht wat wut pleez ther thier abt bout gonna gotta lemme dunno cmon ppl sb sbdy whos howre hows heres ima aint
fill filling filled type typed typing write writing wrote written save store add added adding include included includes including contain contained mention mentioned mentions refer refers referring referred reference
sit sits sitting stand stands belong belongs come follow following follows previous previously prior above below earlier former latter
number numbers count counts amount total sum many few only single multiple several various
sudo halp collab collabs collaborator collaborators newline comma tab separated delimited semicolon bottom footer standardise standardize normalise normalize harmonise harmonize tidy able unable allow allowed fail failed happen happened care worry mind wish hope hoping glad happy love loved hate begging beg
quote quoted unquote eg ie etc aka et al nb ps re cc approx ca roughly approximately about around
hopefully luckily unfortunately sadly btw yea nah nvm alright righty folks y'all yous mods admin
assume assuming suppose supposed supposedly consider considered expect expected depends depending depend
thereof hereby whereas etcetera namely instead rather quite pretty fairly somewhat bit
note noted notes notice noticed aware please kindly appreciate
claim claims claimed statement statements state states stated fact facts evidence
under record records recorded database entry entries doc info
bring brings brought talk talking talked speak speaks spoke
open close closed click press button
prepare preparing prepared submit submitting submission due plan planning planned
i'm compare compared comparing versus difference differences between
feel feels felt seem seems seemed appear appears appeared
gotcha noted understood anyhoo whew phew hmmm hmmmm umm uhh
again another once more else other
one two three four five six seven eight nine ten eleven twelve hundred thousand zero half
actual exact precise
official officially formal formally
annotated annotation annotating curating curation curate
`;

/** People, papers and furniture of a lab: talk in a request, but not nothing in a question of three words. */
const MATTERS = `form forms flavour flavor notation classmate classmates roommate flatmate wells plate plates dish dishes flask flasks pipette pipettes hood tips petri rack passage wall whiteboard poster lab labs labmate labmates boss supervisor pi postdoc postdocs student students rotation phd grad undergrad professor prof colleague colleagues coworker intern tech technician bioinformatician curator reviewer reviewers editor committee mentor advisor adviser scientist scientists biologist
thesis project projects work sheet spreadsheet slide slides poster figure table presentation talk meeting class homework exam manuscript draft notes email deadline grant report review revision rebuttal supplement supplementary
column row cell field file files page pages tab line lines document doc docs folder link links url website site web internet google wikipedia bot bots discord server channel thread message messages chat reply mention spoiler test testing debug
order ordering ordered buy label labeled labelled labelling tube tubes box sample samples experiment experiments experimental data dataset results result
person man woman guy girl kid kids daughter son wife husband mother father mom dad family
desk bench room floor bottle fridge train home house street door window napkin seat card
monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
defence defense viva dummies blanked comma semicolon footnote paragraph sentence word words term terms legend caption annotations freezer bench reviewers panel list lists plasmid map grant
`;

const COMMON = `analyze analysis analytic approach assess assume authority available benefit concept consist constitute context contract define derive distribute economy environment establish estimate evident export finance formula identify income indicate individual interpret involve issue labor legal legislate method occur percent period policy principle proceed require research respond section sector similar specific theory vary
achieve acquire administrate aspect assist category chapter commission community complex compute conclude conduct consequent construct consume credit culture distinct element equate evaluate feature final focus impact injure institute invest item journal maintain normal obtain participate perceive positive potential previous primary purchase range region regulate relevant reside resource restrict secure seek select site strategy survey text tradition transfer
alternative circumstance comment compensate component consent considerable constant constrain contribute convene coordinate core corporate correspond criteria deduce demonstrate document dominate emphasis ensure exclude framework fund illustrate immigrate imply initial instance interact justify layer link locate maximize minor negate outcome partner philosophy physical proportion publish react register rely remove scheme sequence sex shift specify sufficient task technical technique technology valid volume
access adequate annual apparent approximate attitude attribute civil code commit communicate concentrate confer contrast cycle debate despite dimension domestic emerge error ethnic goal grant hence hypothesis implement implicate impose integrate internal investigate job label mechanism obvious occupy option output overall parallel parameter phase predict principal prior professional project promote regime resolve retain series statistic status stress subsequent sum summary undertake
format upload download import click save batch queue default layout browser screen window keyboard mouse pad laptop phone app software tool tools script parse parser merge convert sort filter header footer template version folder drive cloud backup password login account user profile settings menu button tab popup dropdown checkbox
beautiful ugly boring exciting amazing terrible horrible wonderful annoying tired hungry thirsty sleepy angry busy lazy lonely proud nervous scared upset worried jealous
color red green blue black white pronounce pronunciation ability above absence accept access account accurate achieve across act action active activity add address admit adult advance advantage affect afford age agent agree ahead aim air allow alone ancient angle animal announce annual answer apart apply approach area argue army arrive art article aspect attack attempt attend attention attract audience average avoid award aware
baby ball bank bar base battle beach bear beat beautiful bed begin behavior believe benefit bill bird birth blow board boat body book border born bottom boy brain branch bread break bridge bright broad brother brown budget build building burn bus business busy
camera camp candidate capital car care career carry catch cause center central century certain chain chair challenge chance change chapter character charge child choice choose church circle citizen city civil class clean clear climate climb clock close clothes cloud coach coast code cold collect college combine comfort command commercial community company compare complex computer concept concern condition conference connect consider consist construct contact content continue contract control conversation cook cool corner cost country county course court cover create credit crime crisis critical cross crowd culture cup current customer cut cycle
damage dance danger dark date dead deal death debate decade decide decision deep defense degree deliver demand department depend depth desire detail determine develop device die difference difficult dinner direct direction director discover discuss distance divide doctor dollar door double doubt draw dream dress drink drive drop dry dust duty
ear earth east eat economic edge education effort egg election electric element employee empty energy engine enjoy enter entire environment equal equipment escape establish event evil examine example excellent exchange excite exercise exist expand expensive experience expert express extend extra extreme eye
face factor factory fair faith fall famous far farm fashion fast fat fear feature feed female fight film final finance finger finish fire firm fish fit fix flat flight floor flow flower fly focus food foot force foreign forest form formal forward frame free freedom freeze fresh front fruit fuel fun fund future
gain game garden gas gather generate gift girl glass goal gold govern grade grass gray ground group grow growth gun
hair hall hand handle hang hard head health heart heat heavy height hero hide hill hit hold hole holiday honor horse hospital host hot hotel hunt hurt
ice image imagine impact improve income increase independent indicate individual industry initial injure inside insist inspire install institute instrument interest interview introduce invest investigate invite iron island item
job join judge jump junior jury justice keep key kick kill king kitchen knee knife knock
lack lady lake land language laugh launch law lay lead leader learn leave leg legal length lesson letter level library lie life lift light limit liquid listen live local lock log long lose loss loud low luck lunch
machine magazine mail maintain male manage map mark market marry mass master match material maximum meal measure meat media medical meet melt member memory mental metal method middle military milk mile mind minute miss mission mistake model modern money moon moral mother motion mountain mouth move movie murder music
narrow nation native nature near neck negative network news newspaper noise north nose novel nuclear nurse
object observe obtain obvious occur ocean offer office oil operate opinion oppose option organ organize origin ought outcome outside oven
paint panel paper parent park participate partner party pass past path pattern pay peace peak pen penny percent perform period permit phone photo physical piano pick picture pipe place plane planet plant plastic plate play player pocket poem poet poison police policy political poor popular population position positive potential pound pour power practice pray predict prefer presence present president pressure prevent price pride prime prison private prize process produce product profession profit program progress promise protect proud prove public pull pure purple purpose push
quality quarter queen quiet
race radio rain raise range rare rate reach react ready reality reason receive recent recognize recommend reduce reflect refuse region regular relate relax release religion remain remove rent repair repeat replace represent request require research respect respond responsible rest restaurant retire rich ride ring rise risk river road rock role roll roof root rope rough round route royal rule rural rush
safe sail salt sand scale scene schedule school science score screen sea season secret section security seed select sell senior sense separate sequence serious serve service session set settle severe sex shade shake shape sharp sheet shell shine ship shirt shock shoe shoot shop shore shoulder shout shut sick sight sign signal silver sing sister situation size skill skin sky sleep slip slow smart smell smile smoke smooth snow social society soft soil soldier solid solution solve song sound source south space speech speed spell spend spirit spot spread spring square staff stage star station stay steal steel step stick stone storm story stream strength stress stretch strike strong structure study style success sudden suffer sugar suggest suit summer sun supply support surface surprise survey survive sweet swim switch symbol system
tail tall tank target task taste tax teach tear technology temperature tend term terrible theory thick thin throw ticket tie tight tired title tone tool tooth top touch tour town toy track trade tradition traffic trail travel treat tree trend trial trick trip trouble truck trust truth turn twin
uncle uniform union unique unit unusual upper urban usual
valley value variety vast vehicle version victim victory video view village violence visit visual vital voice volume vote
wage wait walk wall war warm warn wash waste watch water wave weak wealth weapon wear weather wedding weigh weight west wet wheel wide wild win wind wine wing winter wise wonder wood worker world worth wrap wrong yard yellow young youth zone`;

const FOREIGN = `aus wegen durch ohne gegen über unter zwischen während dass wenn weil aber sein ihre diese dieser dieses hier dort sehr mehr viele warum kein keine sans sous entre leur leurs aussi très moins pourquoi chez depuis hasta desde entre pero porque muy más menos sobre según todo todos toda todas estoy está ser hacer puedo quiero necesito conoce conocen conocido conocida otros otras deux phrases phrase moi appelle appelée nennt heißen genannt chama chiama chiamata ли что это как где какой какая какие der die das den dem des ein eine einen einem einer ist sind war wie was wer wo welche welcher welches welchen gibt es fur für von vom im auf mit und oder nicht auch zum zur bitte danke hallo kann ich du wir sie mir uns noch nur nach bei heisst heißt lautet nummer hat haben wird macht
le la les un une des du de est sont quel quelle quels quelles pour dans sur avec et ou où ne pas qui que comment pourquoi merci bonjour je tu il elle nous vous donne moi svp numero numéro cest quest ce cette avoir fait
el los las una otros otras otro otra anderen andere anderer autres autre outros outras altri altre meinen cest cette puede puedes kannst konnen können sagen dire decir sabe sais weiß weiss liegt steht befindet trouve encuentra está esta unos unas del es son cual cuál cuales que qué quien quién donde dónde como cómo para por con y o en no si sí gracias hola me da dame puedes tiene hay su sus numero número
il lo gli uno una di da in con su per è sono quale quali qual che chi dove come grazie ciao dammi ha numero
o os as um uma do da dos das é são qual quais que onde como obrigado ola olá tem numero
het een van is zijn wat welk welke waar hoe voor met en of niet bedankt hallo
och är vad vilken vilket var hur till för med att det som`;

const words = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => word !== '');
/** How much an everyday word says: `glue` holds sentences together, `chat` is talk, `matter` is what a
 * lab's talk is about, `common` names something else. */
export type Everyday = 'glue' | 'chat' | 'matter' | 'common';

/** Word or stem -> what it says; the earlier list wins. */
function leveled(lists: readonly (readonly [Everyday, string])[]): ReadonlyMap<string, Everyday> {
  const levels = new Map<string, Everyday>();
  for (const [level, list] of lists) {
    for (const word of words(list).flatMap((one) => [one, stem(one)]))
      if (!levels.has(word)) levels.set(word, level);
  }
  return levels;
}

const BY_STEM = leveled([
  ['chat', CHAT],
  ['matter', MATTERS],
  ['common', COMMON],
]);
const ENGLISH = leveled([
  ['glue', GLUE],
  ['chat', CHAT],
  ['matter', MATTERS],
  ['common', COMMON],
]);
const FOREIGN_WORDS: ReadonlySet<string> = new Set(words(FOREIGN));
/** Repeated letters and laughter. */
const NOISE = /^(?:(.)\1+|a*(?:ha)+h?|l+o+l+z*|h+m+|u+g+h+|pl+[sz]+)$/u;

/** Whether a word (lower case) holds sentences of another language together and none of English. */
export function isForeignGlue(text: string): boolean {
  if (!FOREIGN_WORDS.has(text)) return false;
  const level = ENGLISH.get(text);
  return level === undefined || level === 'matter';
}

/** Everyday words that a misspelt one may stand for: of six letters and more. */
export function longEverydayWords(): readonly string[] {
  return words(`${GLUE} ${CHAT} ${MATTERS} ${COMMON}`).filter((word) => /^\p{L}{6,}$/u.test(word));
}

/**
 * Whether a word is an everyday one.
 * @param text lower case
 * @param stemmed its stem
 * @returns null for words that everyday speech does not know
 */
export function everyday(text: string, stemmed: string): Everyday | null {
  const said = ENGLISH.get(text);
  if (said === 'glue' || said === 'chat') return said;
  if (FOREIGN_WORDS.has(text)) return 'glue';
  const base = BY_STEM.get(stemmed);
  if (base === 'chat' || base === undefined) return base ?? said ?? (NOISE.test(text) ? 'chat' : null);
  return said === 'matter' ? said : base;
}
