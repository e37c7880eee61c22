import { ABSENCE_AFTER, ABSENCE_BEFORE } from "./context-cues";

const REACH = 160;
const CONTRAST = /[.!?;\n]|\b(?:but|however|instead|aber|mais|pero|ma|mas)\b/giu;

/** The clause before an offset: back to a sentence's end or a word of contrast, at most 160 units. */
function clauseBefore(text: string, at: number): string {
  const window = text.slice(Math.max(0, at - REACH), at);
  let from = 0;
  for (const match of window.matchAll(CONTRAST)) from = match.index + match[0].length;
  return window.slice(from);
}

/** Whether the answer only says that it found nothing about the name at this span. */
export function isAbsence(text: string, start: number, end: number): boolean {
  const before = clauseBefore(text, start);
  if (ABSENCE_BEFORE.some((cue) => cue.test(before))) return true;
  const after = text.slice(end, end + REACH);
  return ABSENCE_AFTER.some((cue) => cue.test(after));
}
