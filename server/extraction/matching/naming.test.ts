import { describe, expect, it } from "vitest";
import { extractAnswer } from "@/server/extraction/extract-answer";
import { brandsNamed } from "@/server/extraction/testing-brands";

/** Reason, tracked names (joined by " + "), text, and the names that it names (joined by " + ", "" for none). */
type Case = readonly [reason: string, tracked: string, text: string, named: string];

const SUBSTRING: readonly Case[] = [
  ["a short name inside a longer word", "HP", "PHP is a language.", ""],
  ["a short name as a word", "HP", "The HP Envy is fine.", "HP"],
  ["a word inside a host", "Box", "Upload it to dropbox.com today.", ""],
  ["a name inside an ordinary word", "Arc", "The architecture is an arch.", ""],
  ["a name at the start of a longer name", "Open", "OpenAI and OpenTable differ.", ""],
  ["a name at the end of a longer name", "Book", "The MacBook is light.", ""],
  ["an accent doesn't end a word", "Lo", "Loïc wrote it.", ""],
  ["a decomposed accent doesn't end a word", "Lo", "Loi\u0308c wrote it.", ""],
  ["a digit doesn't end a word", "Acme", "Acme2 is another firm.", ""],
  ["an underscore does, as in markdown emphasis", "Acme", "Take _Acme_ instead.", "Acme"],
  ["a slash separates two names", "Acme + Beta Corp", "Acme/Beta both work.", "Acme + Beta Corp"],
  ["a trade mark sign ends a word", "Sorplas", "Made of SORPLAS™ plastic.", "Sorplas"],
  ["a superscript ends a word", "Acme", "Acme² leads.", "Acme"],
  ["the longest owner takes the span", "Andie + Andie Swim", "We like Andie Swim most.", "Andie Swim"],
  [
    "the shorter one still counts elsewhere",
    "Andie + Andie Swim",
    "Andie Swim is made by Andie.",
    "Andie + Andie Swim",
  ],
  [
    "a name inside a longer tracked one is that one's",
    "Werewolf + One Night Ultimate Werewolf",
    "Play One Night Ultimate Werewolf.",
    "One Night Ultimate Werewolf",
  ],
  ["a hyphen glues a short name to another word", "Fi", "Use Wi-Fi here.", ""],
  ["a unit after a number is no company", "HP", "Its motor has 2.0 HP.", ""],
  ["the same letters without a number are", "HP", "Motors by HP are rare.", "HP"],
  ["a resolution is no company", "Hz", "It runs at 120 Hz.", ""],
];

const ORDINARY: readonly Case[] = [
  ["a noun in lower case", "Notion", "The notion that it works.", ""],
  ["the tool in a sentence", "Notion", "I keep notes in Notion every day.", "Notion"],
  [
    "a name typed in lower case still means the capitalised one",
    "notion",
    "The notion that Notion works.",
    "notion",
  ],
  ["a weekday", "Monday", "We meet on Monday at noon.", ""],
  [
    "a weekday at a sentence's start",
    "Monday",
    "Monday is hard to love otherwise, on Monday mornings.",
    "Monday",
  ],
  ["a verb at a sentence's start", "Target", "Target the right muscles.", ""],
  ["a shop in a list", "Target", "Sold at Walmart, Target, and Amazon.", "Target"],
  ["a shop as a label", "Target", "* **Target** – Trendy and cheap.", "Target"],
  ["a shop's possessive", "Target", "Target's own line is fine.", "Target"],
  ["an imperative", "Discover", "Discover the best of Rome.", ""],
  ["a card in a sentence", "Discover", "Visa and Discover are accepted.", "Discover"],
  ["a pronoun at a sentence's start", "Nothing", "Nothing beats a good night's sleep.", ""],
  ["the maker with a model", "Nothing", "The Nothing Phone (2a) is good value.", "Nothing"],
  ["a plain plural of a word", "Target", "Targets were missed.", ""],
  ["lower case ring", "Ring", "a ring of light", ""],
  ["a maker before its model", "Shark", "Shark Stratos: strong suction.", "Shark"],
  ["a river", "Amber", "along the Amber River we walked", ""],
  ["an audience", "Target", "Know your Target audience.", ""],
  ["words of a title", "Visible", "Pick the Best Visible Light bulb", ""],
  ["all words ordinary: lower case doesn't name", "Best Buy", "It's the best buy of the year.", ""],
  ["all words ordinary: capitals do", "Best Buy", "Available at Best Buy now.", "Best Buy"],
  ["capitals throughout do", "Best Buy", "BEST BUY HAS IT", "Best Buy"],
  ["half capitals don't", "Just One", "Just one more thing.", ""],
  ["a name no word list holds needs no capital", "HubSpot", "i love hubspot", "HubSpot"],
];

const JOINS: readonly Case[] = [
  ["never across a full stop", "OpenAI", "It is open. AI is here.", ""],
  ["a split name with capitals", "OpenAI", "Ask Open AI about it.", "OpenAI"],
  ["two words are no joined name", "Salesforce", "Our sales force grew.", ""],
  ["two words are no joined name, again", "Basecamp", "We slept at base camp.", ""],
  ["a camel-case name split, parts capitalised", "HubSpot", "Try Hub Spot.", "HubSpot"],
  ["a camel-case name split in lower case", "HubSpot", "a hub spot nearby", ""],
  ["words joined in the text", "Demand IQ", "DemandIQ scales.", "Demand IQ"],
  ["words joined in lower case are another word", "Base Camp", "basecamp is fun", ""],
  ["space for hyphen", "Coca-Cola", "Drink Coca Cola.", "Coca-Cola"],
  ["hyphen for space", "Coca Cola", "Drink Coca-Cola.", "Coca Cola"],
  ["a non-breaking hyphen", "Coca-Cola", "Drink Coca\u2011Cola.", "Coca-Cola"],
  ["a non-breaking space", "Best Buy", "At Best\u00A0Buy.", "Best Buy"],
  ["never across a table's cells", "Intercom", "| Inter | com |", ""],
  ["never across a comma", "H&M", "Hm, I think so.", ""],
  ["never across a line break", "Best Western", "is the Best\nWestern one", ""],
  ["and for ampersand", "Wits & Wagers", "Play Wits and Wagers.", "Wits & Wagers"],
  ["ampersand for and", "House and Home", "Read House & Home.", "House and Home"],
  ["an apostrophe left out", "De'Longhi", "DeLonghi makes one.", "De'Longhi"],
  ["an apostrophe put in", "DeLonghi", "De’Longhi makes one.", "DeLonghi"],
  ["a contraction is no name", "Shell", "She'll come.", ""],
  ["a curly apostrophe", "Macy's", "Go to Macy’s.", "Macy's"],
  ["a name without its apostrophe", "Frankies Bikinis", "Frankie's Bikinis are bold.", "Frankies Bikinis"],
];

const VARIANTS: readonly Case[] = [
  ["a possessive", "Tesla", "Tesla's range is long.", "Tesla"],
  ["a simple plural", "Tesla", "Teslas are common.", "Tesla"],
  ["a plural that is another word", "Canva", "Canvas is heavy.", ""],
  ["a legal form in the definition", "AZ Coatings LLC", "AZ Coatings does floors.", "AZ Coatings LLC"],
  ["a legal form in the text", "AZ Coatings", "AZ Coatings LLC does floors.", "AZ Coatings"],
  ["a German legal form", "Müller GmbH", "Müller liefert schnell.", "Müller GmbH"],
  ["a Japanese legal form", "株式会社カカクコム", "カカクコムが運営する", "株式会社カカクコム"],
  ["another case of a long name", "ASUS", "The Asus Zenbook.", "ASUS"],
  ["another case of a short name is another word", "IT", "It works.", ""],
  ["the exact short name", "LG", "LG and Sony lead.", "LG"],
];

const SYMBOLS: readonly Case[] = [
  ["the mark at a name's end", "Yahoo!", "Yahoo! is old.", "Yahoo!"],
  ["the same without its mark", "Yahoo!", "Search with Yahoo today.", "Yahoo!"],
  ["an ampersand", "AT&T", "AT&T covers it.", "AT&T"],
  ["an ampersand that markdown escapes", "AT&T", "AT\\&T covers it.", "AT&T"],
  ["plus signs", "C++", "Written in C++.", "C++"],
  ["plus signs of a longer name", "C+", "Written in C++.", ""],
  ["a letter before plus signs", "Co", "Co+ is another thing.", ""],
  ["a leading dot", ".NET", "Built on .NET today.", ".NET"],
  ["a leading dot after a word", ".NET", "Built on ASP.NET today.", ""],
  ["a star that markdown escapes", "L*Space", "L\\*Space is chic.", "L*Space"],
  ["a plus at the end", "ONE+", "The ONE+ battery fits.", "ONE+"],
  ["the word without its plus", "ONE+", "The ONE battery fits.", ""],
  ["bold around a name", "Acme", "**Acme** wins.", "Acme"],
  ["a digit at the start", "1MORE", "Get the 1MORE buds.", "1MORE"],
  ["a digit before it", "1MORE", "Get the 21MORE buds.", ""],
];

const SCRIPTS: readonly Case[] = [
  ["an accent left out", "Nestlé", "Nestle sells water.", "Nestlé"],
  ["an accent put in", "Nestle", "Nestlé sells water.", "Nestle"],
  ["a decomposed accent", "Nestlé", "Nestle\u0301 sells water.", "Nestlé"],
  ["a stroke through a letter", "Ørsted", "Orsted builds wind farms.", "Ørsted"],
  ["sharp s", "Großmann", "Grossmann baut.", "Großmann"],
  ["Turkish dotted capital", "İstikbal", "Istikbal mobilya", "İstikbal"],
  ["Katakana has no word boundaries", "トヨタ", "私はトヨタの車が好き", "トヨタ"],
  ["half-width Katakana", "トヨタ", "ﾄﾖﾀの車", "トヨタ"],
  ["half-width with voicing marks", "ダイソン", "ﾀﾞｲｿﾝの掃除機", "ダイソン"],
  ["Han has no word boundaries", "华为", "我买了华为手机", "华为"],
  ["Hangul takes particles", "삼성", "삼성은 좋다", "삼성"],
  ["Hangul spelt in separate jamo", "삼성", "삼성".normalize("NFD"), "삼성"],
  ["another Hangul syllable is another word", "사", "삼성", ""],
  ["Thai has no word boundaries", "ซัมซุง", "ฉันชอบซัมซุงมาก", "ซัมซุง"],
  ["full-width letters", "ZARA", "ＺＡＲＡで買う", "ZARA"],
  ["Latin beside Han", "Sony", "我喜欢Sony耳机", "Sony"],
  ["a soft hyphen inside", "Samsung", "Sam\u00ADsung phones", "Samsung"],
  ["a zero-width space inside", "Samsung", "Sam\u200Bsung phones", "Samsung"],
  ["Cyrillic with boundaries", "Яндекс", "Ищите в Яндекс сегодня", "Яндекс"],
  ["Cyrillic inside a word", "Ока", "Осокаль росла", ""],
  ["Greek accents", "Όλυμπος", "Το Ολυμπος ειναι", "Όλυμπος"],
  ["Greek final sigma", "Δίας", "ΔΊΑΣ είναι", "Δίας"],
  ["Arabic", "جرير", "مكتبة جرير كبيرة", "جرير"],
  ["Hebrew", "שופרסל", "קנינו ב שופרסל אתמול", "שופרסל"],
  ["Devanagari keeps its vowel signs", "टाटा", "टाटा की कार", "टाटा"],
  ["Devanagari inside a longer word", "टा", "टाटा की कार", ""],
  ["mathematical bold letters", "Acme", "𝐀𝐜𝐦𝐞 wins", "Acme"],
  ["a ligature", "Traffic", "Traﬃc is up", "Traffic"],
];

const FLATTENED: readonly Case[] = [
  [
    "names run together on a flattened page",
    "Sweetwater + Amazon",
    "Good sound.Pros: fine.Cons: none. Shops: Guitar CenterSweetwaterAmazon",
    "Amazon + Sweetwater",
  ],
  [
    "a name after a price run into it",
    "Saatva",
    "Good foam.Pros: soft.Cons: hot. Foam$465.50$665.00Saatva Classic",
    "Saatva",
  ],
  ["a sentence run into a name", "Bose", "Sound by Bose.Pros: Good.Cons: None.", "Bose"],
  ["no such seams in text with line breaks", "Sweetwater", "CenterSweetwater\nis one word.", ""],
  ["an ordinary word never counts at a seam", "Reverb", "Good.Pros: fine.Cons: none. AmazonReverb", ""],
];

const tables: Readonly<Record<string, readonly Case[]>> = {
  substring: SUBSTRING,
  "ordinary words": ORDINARY,
  joins: JOINS,
  variants: VARIANTS,
  symbols: SYMBOLS,
  scripts: SCRIPTS,
  "flattened pages": FLATTENED,
};

/** The names that an answer is read to name, sorted and joined as the tables have them. */
function named(tracked: string, text: string): string {
  const { mentions } = extractAnswer({ text, sources: [], brandSet: brandsNamed(...tracked.split(" + ")) });
  return mentions
    .map(({ brandId }) => brandId)
    .sort()
    .join(" + ");
}

for (const [family, cases] of Object.entries(tables)) {
  describe(`naming: ${family}`, () => {
    it.each(cases)("%s (%s in %j)", (_reason, tracked, text, expected) => {
      expect(named(tracked, text)).toBe(expected);
    });
  });
}
