import type { CompiledCues } from "./compile-cues";
import { FALLBACK, LANGUAGES } from "./languages";
import { NO_OPENING, OpeningWords } from "./opening-words";
import { PassageWriter } from "./passage-writer";
import { LETTER_CLASS, unitText } from "./reading-units";

const LOOKED_AT = 1500;
const KANA = /[\u3041-\u30FF]/gu;
const HAN = /\p{Script=Han}/gu;
/** Units of Chinese and Japanese, among others: quicker to look for than a script. */
const EASTERN = /[\u2E80-\uDFFF\uF900-\uFAFF]/;
const LAST_PLAIN = 0x7e;
/** A text is in such a script when a third of its letters are. */
const SCRIPT_SHARE = 3;
/** Japanese is seldom without kana; a brand's name in kana doesn't make a Chinese text Japanese. */
const KANA_SHARE = 8;

const SIGNS = [...new Set(LANGUAGES.flatMap(({ signs }) => signs))];
const WORDS = new OpeningWords(SIGNS.map((word) => ({ word, open: false })));
/** Which languages a small word speaks for: a bit each, by their place in LANGUAGES. */
const SPEAKS_FOR = Int32Array.from({ length: WORDS.size }, (_, opening) =>
  bitsOf(({ signs }) => signs.some((word) => WORDS.fits(opening, { word, open: false }))),
);
/** The same for a letter that few languages have. */
const LETTER_SPEAKS_FOR: ReadonlyMap<number, number> = new Map(
  [...new Set(LANGUAGES.flatMap(({ letters }) => [...letters]))].map((letter) => [
    letter.charCodeAt(0),
    bitsOf(({ letters }) => letters.includes(letter)),
  ]),
);

function bitsOf(speaks: (language: CompiledCues) => boolean): number {
  return LANGUAGES.reduce((bits, language, index) => bits | (speaks(language) ? 1 << index : 0), 0);
}

function byScript(head: string): CompiledCues | null {
  if (!EASTERN.test(head)) return null;
  const kana = head.match(KANA)?.length ?? 0;
  const han = head.match(HAN)?.length ?? 0;
  if (kana + han === 0) return null;
  if ((kana + han) * SCRIPT_SHARE <= (head.match(/\p{L}/gu)?.length ?? 0)) return null;
  const language = kana * KANA_SHARE > han ? "ja" : "zh";
  return LANGUAGES.find((each) => each.language === language) ?? null;
}

/** How many words speak for each language: small ones by themselves, others by their letters. */
function votesOf(head: string): readonly number[] {
  const writer = new PassageWriter(false);
  writer.writeProse(unitText(head), 0, head.length);
  const { units, length } = writer;
  const votes = LANGUAGES.map(() => 0);
  let inWord = false;
  let speaksFor = 0;
  let isSign = false;
  for (let at = 0; at <= length; at += 1) {
    const unit = at < length ? (units[at] ?? 0) : 0;
    if (LETTER_CLASS[unit] === 0) {
      if (speaksFor !== 0) vote(votes, speaksFor);
      inWord = false;
      speaksFor = 0;
      continue;
    }
    if (!inWord) {
      const opening = WORDS.at(units, at, length);
      isSign = opening !== NO_OPENING;
      if (isSign) speaksFor = SPEAKS_FOR[opening] ?? 0;
      inWord = true;
    }
    if (!isSign && unit > LAST_PLAIN) speaksFor |= LETTER_SPEAKS_FOR.get(unit) ?? 0;
  }
  return votes;
}

function vote(votes: number[], speaksFor: number): void {
  for (let index = 0; speaksFor >> index > 0; index += 1)
    if ((speaksFor >> index) & 1) votes[index] = (votes[index] ?? 0) + 1;
}

/** The language that a text is in, by its script or its small words; English where nothing tells. */
export function detectLanguage(text: string): CompiledCues {
  const head = text.slice(0, LOOKED_AT);
  const script = byScript(head);
  if (script !== null) return script;
  const votes = votesOf(head);
  const most = Math.max(...votes);
  return (most === 0 ? undefined : LANGUAGES[votes.indexOf(most)]) ?? FALLBACK;
}
