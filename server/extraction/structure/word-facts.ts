import { grammarWord } from "@/server/extraction/matching/function-words";
import { isOrdinaryWord } from "@/server/extraction/matching/ordinary-words";
import { foldName } from "@/server/extraction/normalise/fold-name";
import { GENERIC_ENDING, GENERIC_WORDS, SMALL_WORDS } from "./label-tables";

/** What a word says by itself, whatever the text: computed once and kept, since labels share most of their words. */
export type WordFacts = {
  readonly folded: string;
  /** Letters with a digit, inner capitals or a script without capitals: a name wherever it stands. */
  readonly surelyProper: boolean;
  /** A capital word that no table knows: a name unless the text writes it in lower case, too. */
  readonly maybeProper: boolean;
  /** All in lower case, and no small word of a title. */
  readonly small: boolean;
  readonly generic: boolean;
  /** Generic by its ending alone, so that it may be coined ("Telestrations"). */
  readonly coined: boolean;
  /** A model number, inner capitals or a script without capitals. */
  readonly strong: boolean;
};

const MOST_KEPT = 20_000;
const YEAR = /^(?:19|20)\d\d$/u;
const DIGIT = /\d/u;
const LETTER = /[\p{L}]/u;
const HUMP = /\p{Ll}\p{Lu}/u;
const UNCASED = /[\p{Lo}]/u;
const CAPITAL_FIRST = /^\p{Lu}/u;
const SMALL = /^\p{Ll}+$/u;
const MEASURE =
  /^\d+(?:st|nd|rd|th|hz|gb|tb|w|v|k|mm|cm|in|ft|lb|lbs|g|kg|h|hr|hrs|mp|mah|qt|oz|x|s|ml|l|km|mi|min|wh|mbps|gbps|fps|px|p)$/u;
const kept = new Map<string, WordFacts>();

/** Whether a folded token is an amount with its unit: "120hz", "13in". */
export function isMeasure(token: string): boolean {
  return MEASURE.test(token);
}

/** Short words with such an ending are as often names ("Lively", "Visible"). */
function endsGeneric(folded: string): boolean {
  return folded.length > 7 && GENERIC_ENDING.test(folded);
}

function learn(word: string): WordFacts {
  const folded = foldName(word);
  const table = GENERIC_WORDS.has(folded) || SMALL_WORDS.has(folded);
  const nothing = folded === "" || YEAR.test(folded) || table;
  const model = DIGIT.test(word) && LETTER.test(word);
  const humps = HUMP.test(word);
  const uncased = UNCASED.test(word);
  const measure = model && isMeasure(folded);
  return {
    folded,
    surelyProper: !nothing && !measure && (model || humps || uncased),
    maybeProper:
      !nothing &&
      !model &&
      CAPITAL_FIRST.test(word) &&
      !isOrdinaryWord(folded) &&
      !endsGeneric(folded) &&
      grammarWord(folded) === null,
    small: SMALL.test(word) && !SMALL_WORDS.has(word),
    generic: table || endsGeneric(folded),
    coined: !nothing && CAPITAL_FIRST.test(word) && endsGeneric(folded) && !isOrdinaryWord(folded),
    strong: model || humps || uncased || DIGIT.test(word),
  };
}

/** The facts of one word as written. The table of those seen is bounded, and never changes an outcome. */
export function wordFacts(word: string): WordFacts {
  const known = kept.get(word);
  if (known !== undefined) return known;
  const facts = learn(word);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(word, facts);
  return facts;
}
