/** Nouns that turn the name right before them into a place, a creature or a thing of nature, whatever the name is. */
const NATURE =
  "river rainforest rainforests jungle basin delta tributary tributaries wetlands warriors parrot parrots tribe tribes dolphin dolphins falls valley canyon mountains mountain peninsula peninsulas glacier reef strait";

/** Nouns that turn it into another body of that name, though some brands carry them themselves. */
const BODIES =
  "university college seminary county district parish avenue street boulevard road lane bridge stadium cathedral abbey castle courthouse elementary airport township prefecture province borough";

/** Words of the title of a person right before a family name. */
const TITLES =
  "mr mrs ms miss dr prof professor president senator governor judge captain sir lady lord king queen pope saint st";

/** Given names common enough that a capital word behind one is a family name. */
const GIVEN_NAMES =
  "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven andrew paul joshua kenneth kevin brian george timothy ronald jason edward jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry tyler aaron jose adam nathan henry zachary peter kyle noah ethan jeremy walter keith roger harrison gerald mary patricia jennifer linda elizabeth barbara susan jessica karen sarah lisa nancy betty sandra margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura helen sharon cynthia kathleen amy angela anna ruth brenda pamela nicole katherine virginia catherine christine samantha debra janet rachel carolyn emma maria heather diane julie joyce victoria kelly christina joan evelyn lauren judith olivia martha cheryl megan andrea ann alice jean doris jacqueline kathryn hannah julia grace hans klaus jürgen pierre jean luis carlos juan giovanni";

/** What right before a name makes it a place or a body: "British Columbia", "University of Columbia", "Lake Ontario". */
const BEFORE =
  /(?:^|[^\p{L}])(?:british|mount|mt\.?|lake|fort|port|cape|gulf of|bay of|isle of|isles of|university of|college of|city of|district of|state of|province of|county of|town of|river|río|rio|rivière|fluss) $/iu;

const CAPITAL_FIRST = /^\p{Lu}/u;
/** What the words of BEFORE end in. */
const LAST_BEFORE = "htefros.HTEFROS\u017F";

const STATE =
  /^, (?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)|North (?:Carolina|Dakota)|South (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|Tennessee|Texas|Utah|Vermont|Virginia|Washington|Wisconsin|Wyoming|AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|IA|ID|IL|KS|KY|LA|MA|MD|MI|MN|MO|MS|MT|NC|ND|NE|NH|NJ|NM|NV|NY|PA|RI|SC|SD|TN|TX|UT|VA|VT|WA|WI|WV|WY)(?!\p{L})/u;

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

const nature = wordSet(NATURE);
const bodies = wordSet(BODIES);
const titles = wordSet(TITLES);
const givenNames = wordSet(GIVEN_NAMES);

/** What follows a name on which everything turns: "Amazon rainforest", "Columbia University". Folded word. */
export function namesOtherEntity(following: string): boolean {
  return nature.has(following) || bodies.has(following);
}

/** Whether the text right before a name makes it a place or a body. Given about 30 units. */
export function isPlacedBefore(before: string): boolean {
  return LAST_BEFORE.includes(before.charAt(before.length - 2)) && BEFORE.test(before);
}

/** Whether a word as written right before a capital word makes that a family name: "Harrison Ford", "Dr. Brown". */
export function isGivenName(word: string): boolean {
  const folded = word.toLowerCase();
  return CAPITAL_FIRST.test(word) && (givenNames.has(folded) || titles.has(folded));
}

/** ", Maryland" or ", MD" right after a name: a town of that name. Given about 24 units. */
export function namesPlaceAfter(after: string): boolean {
  return STATE.test(after);
}
