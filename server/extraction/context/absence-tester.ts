import { ABSENCE_AFTER, ABSENCE_BEFORE } from "./context-cues";

const REACH = 160;
/** Every cue of absence has one of these in it, so that a text without any near a name needs no closer look. */
const NEGATIONS: readonly string[] =
  "n't|n’t|not |no |No |Not |unable|kein|Kein|nicht|pas |pas\n|aucun|Aucun|ningun|Ningun|sin |Sin |non |Non |nessun|Nessun|não|Não|nenhum|geen|情報|信息|資訊|资料".split(
    "|",
  );
const CONTRAST = /[.!?;\n]|\b(?:but|however|instead|aber|mais|pero|ma|mas)\b/giu;

/** The clause before an offset: back to a sentence's end or a word of contrast, at most 160 units. */
function clauseBefore(text: string, at: number): string {
  const window = text.slice(Math.max(0, at - REACH), at);
  let from = 0;
  for (const match of window.matchAll(CONTRAST)) from = match.index + match[0].length;
  return window.slice(from);
}

function negationOffsets(text: string): Uint32Array {
  const offsets: number[] = [];
  for (const word of NEGATIONS) {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) offsets.push(at);
  }
  return Uint32Array.from(offsets).sort();
}

function hasOffsetBetween(offsets: Uint32Array, from: number, to: number): boolean {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low < offsets.length && (offsets[low] ?? 0) <= to;
}

/** Tells whether the answer only says that it found nothing about the name at a span. Looks at the text once. */
export function absenceTester(text: string): (start: number, end: number) => boolean {
  const offsets = negationOffsets(text);
  return (start, end) => {
    if (!hasOffsetBetween(offsets, start - REACH, end + REACH)) return false;
    const before = clauseBefore(text, start);
    if (ABSENCE_BEFORE.some((cue) => cue.test(before))) return true;
    const after = text.slice(end, end + REACH);
    return ABSENCE_AFTER.some((cue) => cue.test(after));
  };
}
