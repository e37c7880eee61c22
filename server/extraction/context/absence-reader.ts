import type { UnitText } from "@/server/extraction/normalise/unit-text";
import { ABSENCE_AFTER, ABSENCE_BEFORE } from "./absence-cues";

const REACH = 160;
const CONTRAST =
  /(?<!\p{L})(?:but|however|instead|aber|jedoch|mais|cependant|pero|ma|però|mas|maar|ale|но|fakat|ama)(?!\p{L})/giu;
/** Every cue has one of these in it, so that a sentence without any needs no closer look. */
const NEGATION =
  /\b(?:[Nn](?:ot?|one?|othing|obody|owhere|ever|either|ichts?|iets?|ie|ada|\/a)|NOT?|N\/A|zero|little|un(?:able|familiar)|failed|pas|[Ss]in|[Rr]ien|[Ii]ng[ea]n?|[Ee]i|[Bb]rak|[Gg]een)\b|n['’]t|[Kk]ein|[Aa]ucun|[Nn](?:ing[uú]n|essun|ão|enhum)|bulun|yok/;
/** Most texts have no letter beyond Latin and Greek ones, and then none of those cues. */
const BEYOND_LATIN = /[\u0400-\u1FFF\u2E80-\uDFFF]/;
const NEGATION_BEYOND_LATIN =
  /(?<!\p{L})(?:[Нн]е|[Нн]ет)(?!\p{L})|[没沒未不無无없않못]|ません|ない|नहीं|لم |لا |غير|ไม่/u;

function endsSentence(units: Uint16Array, at: number): boolean {
  const code = units[at] ?? 0;
  // Most letters are done with here.
  if (code > 0x3f && code < 0x3002) return false;
  if (code === 0x2e) {
    const next = units[at + 1] ?? 0;
    // A page flattened to one line has capitals right behind its full stops, and no-break spaces between its blocks.
    return at + 1 >= units.length || next <= 0x20 || (next > 0x40 && next < 0x5b) || next === 0xa0;
  }
  return (
    code === 0x21 ||
    code === 0x3f ||
    code === 0x3b ||
    code === 0x0a ||
    code === 0x3002 ||
    code === 0xff01 ||
    code === 0xff1f
  );
}

function isNegated(sentence: string): boolean {
  return NEGATION.test(sentence) || (BEYOND_LATIN.test(sentence) && NEGATION_BEYOND_LATIN.test(sentence));
}

function afterContrast(clause: string): string {
  let from = 0;
  for (const match of clause.matchAll(CONTRAST)) from = match.index + match[0].length;
  return clause.slice(from);
}

/** Tells whether an answer only says that it found nothing about a name. Looks at each sentence once, 160 units about it. */
export class AbsenceReader {
  readonly #text: string;
  readonly #units: Uint16Array;
  #from = 0;
  #to = -1;
  #negated = false;

  constructor({ text, units }: UnitText) {
    this.#text = text;
    this.#units = units;
  }

  isAbsent(start: number, end: number): boolean {
    if (start < this.#from || end > this.#to) this.#readSentence(start, end);
    if (!this.#negated) return false;
    const before = afterContrast(this.#text.slice(Math.max(this.#from, start - REACH), start));
    for (const cue of ABSENCE_BEFORE) if (cue.test(before)) return true;
    const after = this.#text.slice(end, Math.min(this.#to + 1, end + REACH));
    for (const cue of ABSENCE_AFTER) if (cue.test(after)) return true;
    return false;
  }

  #readSentence(start: number, end: number): void {
    const units = this.#units;
    let from = start;
    const floor = Math.max(0, start - REACH);
    while (from > floor && !endsSentence(units, from - 1)) from -= 1;
    let to = end;
    const limit = Math.min(units.length, end + REACH);
    while (to < limit && !endsSentence(units, to)) to += 1;
    this.#from = from;
    this.#to = to;
    this.#negated = isNegated(this.#text.slice(from, to + 1));
  }
}
