import { charClass } from "@/server/extraction/normalise/char-class";
import type { CompiledCues } from "./compile-cues";
import type { CueKind } from "./cue-table";

/** A cue in a text, with what it says after negation. */
export type Cue = { readonly kind: CueKind; readonly start: number; readonly end: number };

/** A part of a passage, read by itself, and what the passage's scan told. */
export type ScannedText = {
  readonly text: string;
  /** Where in the passage it starts. */
  readonly offset: number;
  readonly places: readonly number[];
  readonly mayNegate: boolean;
};

const TURNED: Readonly<Record<CueKind, CueKind>> = {
  against: "pick",
  pick: "against",
  reservation: "praise",
  praise: "reservation",
};

const NEGATION_REACH = 60;

/** Every cue of a text in reading order, none inside another. "Not recommended" is against, "no drawbacks" praise. */
export function findCues(scanned: ScannedText, language: CompiledCues): Cue[] {
  const { text, offset, places } = scanned;
  const found: Cue[] = [];
  let free = 0;
  for (let index = 0; index < places.length; index += 2) {
    const start = (places[index] ?? 0) - offset;
    if (start < free) continue;
    if (start >= text.length) break;
    // After a mark or a digit no word begins.
    if (language.spaced && start > 0 && charClass(text.charCodeAt(start - 1)) !== 0) continue;
    const cue = language.cues.read(text, start, places[index + 1] ?? 0);
    if (cue === null) continue;
    const turned = isTurned(scanned, start, cue.end, language);
    found.push({ kind: turned ? TURNED[cue.kind] : cue.kind, start, end: cue.end });
    free = cue.end;
  }
  return found;
}

function isTurned({ text, mayNegate }: ScannedText, start: number, end: number, cues: CompiledCues): boolean {
  if (mayNegate && cues.negationBefore.test(text.slice(Math.max(0, start - NEGATION_REACH), start)))
    return true;
  return cues.negationAfter?.test(text.slice(end, end + 8)) === true;
}
