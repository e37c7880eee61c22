import { charClass } from "@/server/extraction/normalise/char-class";
import type { CompiledCues, CueKind } from "./compile-cues";

/** A cue in a passage, with what it says after negation. */
export type Cue = { readonly kind: CueKind; readonly start: number; readonly end: number };

const TURNED: Readonly<Record<CueKind, CueKind>> = {
  against: "pick",
  pick: "against",
  reservation: "praise",
  praise: "reservation",
};

const NEGATION_REACH = 60;

/** Every cue of a passage in reading order, none inside another. "Not recommended" is against, "no drawbacks" praise. */
export function findCues(passage: string, language: CompiledCues): Cue[] {
  const found: Cue[] = [];
  let inWord = false;
  for (let start = 0; start < passage.length; ) {
    const letter = passage.charAt(start);
    const isLetter = charClass(passage.charCodeAt(start)) !== 0;
    const pattern = inWord && language.spaced ? undefined : language.cues.get(letter);
    inWord = isLetter;
    if (pattern === undefined) {
      start += 1;
      continue;
    }
    pattern.lastIndex = start;
    const text = pattern.exec(passage)?.[0];
    const kind = text === undefined ? undefined : kindOf(text, language);
    if (text === undefined || kind === undefined) {
      start += 1;
      continue;
    }
    const end = start + text.length;
    const turned =
      language.negationBefore.test(passage.slice(Math.max(0, start - NEGATION_REACH), start)) ||
      language.negationAfter?.test(passage.slice(end, end + 8)) === true;
    found.push({ kind: turned ? TURNED[kind] : kind, start, end });
    start = end;
  }
  return found;
}

function kindOf(text: string, language: CompiledCues): CueKind | undefined {
  return language.kinds.find(([, pattern]) => pattern.test(text))?.[0];
}
