import { ABSENCE_AFTER, ABSENCE_BEFORE } from "./absence-cues";

const REACH = 160;
const CONTRAST =
  /(?<!\p{L})(?:but|however|instead|aber|jedoch|mais|cependant|pero|ma|però|mas|maar|ale|но|fakat|ama)(?!\p{L})/giu;
/** Every cue has one of these in it, so that a sentence without any needs no closer look. */
const NEGATION =
  /n['’]t|\b(?:[Nn](?:o|ot|on|one|othing|obody|owhere|ever|either|ichts|icht|iets|iet|ie|ada|\/a)|NOT?|N\/A|zero|little|unable|failed|unfamiliar|pas|sin|Sin|rien|Rien|[Ii]ng[ea]n?|ei|Ei|[Bb]rak|[Gg]een)\b|[Kk]ein|[Aa]ucun|[Nn]ing[uú]n|[Nn]essun|[Nn]ão|[Nn]enhum|(?<!\p{L})(?:[Нн]е|[Нн]ет)(?!\p{L})|[没沒未不無无없않못]|ません|ない|bulun|yok|नहीं|لم |لا |غير|ไม่/u;

function endsSentence(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === 0x2e) {
    const next = text.charCodeAt(at + 1);
    // A page flattened to one line has capitals right behind its full stops, and no-break spaces between its blocks.
    return at + 1 >= text.length || next <= 0x20 || (next > 0x40 && next < 0x5b) || next === 0xa0;
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

function afterContrast(clause: string): string {
  let from = 0;
  for (const match of clause.matchAll(CONTRAST)) from = match.index + match[0].length;
  return clause.slice(from);
}

/** Tells whether an answer only says that it found nothing about a name. Looks at each sentence once, 160 units about it. */
export class AbsenceReader {
  readonly #text: string;
  #from = 0;
  #to = -1;
  #negated = false;

  constructor(text: string) {
    this.#text = text;
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
    const text = this.#text;
    let from = start;
    const floor = Math.max(0, start - REACH);
    while (from > floor && !endsSentence(text, from - 1)) from -= 1;
    let to = end;
    const limit = Math.min(text.length, end + REACH);
    while (to < limit && !endsSentence(text, to)) to += 1;
    this.#from = from;
    this.#to = to;
    this.#negated = NEGATION.test(text.slice(from, to + 1));
  }
}
