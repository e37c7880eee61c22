import type { UnitText } from "@/server/extraction/normalise/unit-text";
import type { CompiledCues } from "./compile-cues";
import { FALLBACK, LANGUAGES } from "./languages";
import { NO_OPENING, OpeningWords } from "./opening-words";
import { CAPITAL_I_WITH_DOT, DOT_ABOVE, LETTER_CLASS, READING_OF } from "./reading-units";

const LOOKED_AT = 1500;
const KANA = /[\u3041-\u30FF]/gu;
const HAN = /\p{Script=Han}/gu;
/** Chinese and Japanese stand among units from here on: quicker to look for than a script. */
const FIRST_EASTERN = 0x2e80;
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

/** What is looked at, in lower case. Written anew for each text, and read before the next. */
const head = new Uint16Array(LOOKED_AT * 2);

/** Writes the beginning of a text into `head`; whether it may be Chinese or Japanese, and how long it is. */
function readHead({ units }: UnitText): { readonly length: number; readonly eastern: boolean } {
  const end = Math.min(units.length, LOOKED_AT);
  let eastern = false;
  let length = 0;
  for (let at = 0; at < end; at += 1) {
    const unit = units[at] ?? 0;
    eastern ||= unit >= FIRST_EASTERN && unit < 0xfb00;
    head[length] = READING_OF[unit] ?? 0;
    length += 1;
    if (unit === CAPITAL_I_WITH_DOT) {
      head[length] = DOT_ABOVE;
      length += 1;
    }
  }
  return { length, eastern };
}

function byScript(head: string): CompiledCues | null {
  const kana = head.match(KANA)?.length ?? 0;
  const han = head.match(HAN)?.length ?? 0;
  if (kana + han === 0) return null;
  if ((kana + han) * SCRIPT_SHARE <= (head.match(/\p{L}/gu)?.length ?? 0)) return null;
  const language = kana * KANA_SHARE > han ? "ja" : "zh";
  return LANGUAGES.find((each) => each.language === language) ?? null;
}

/** How many words speak for each language: small ones by themselves, others by their letters. */
function votesOf(units: Uint16Array, length: number): readonly number[] {
  const votes = LANGUAGES.map(() => 0);
  for (let at = 0; at < length; at += 1) {
    if (LETTER_CLASS[units[at] ?? 0] === 0) continue;
    const opening = WORDS.at(units, at, length);
    let speaksFor = opening === NO_OPENING ? 0 : (SPEAKS_FOR[opening] ?? 0);
    for (; at < length; at += 1) {
      const unit = units[at] ?? 0;
      if (LETTER_CLASS[unit] === 0) break;
      if (unit > LAST_PLAIN && opening === NO_OPENING) speaksFor |= LETTER_SPEAKS_FOR.get(unit) ?? 0;
    }
    if (speaksFor !== 0) vote(votes, speaksFor);
  }
  return votes;
}

function vote(votes: number[], speaksFor: number): void {
  for (let index = 0; speaksFor >> index > 0; index += 1)
    if ((speaksFor >> index) & 1) votes[index] = (votes[index] ?? 0) + 1;
}

/** The language that a text is in, by its script or its small words; English where nothing tells. */
export function detectLanguage(text: UnitText): CompiledCues {
  const { length, eastern } = readHead(text);
  const script = eastern ? byScript(text.text.slice(0, LOOKED_AT)) : null;
  if (script !== null) return script;
  const votes = votesOf(head, length);
  const most = Math.max(...votes);
  return (most === 0 ? undefined : LANGUAGES[votes.indexOf(most)]) ?? FALLBACK;
}
