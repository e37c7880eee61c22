import { passageBetween } from "./passage-around";

/** What stands on each side of a naming, in UTF-16 units: enough for the sentence before and the one after. */
const AROUND = 400;
/** All stretches together: what is said beyond it is seldom another stance, and costs tokens. */
const MOST = 6_000;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** The stretches of a text around all spans, those that touch as one, in their order, with a line "…" between them. */
export function passageAbout(text: string, spans: readonly Span[]): string {
  const stretches: Span[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const [from, until] = [Math.max(0, start - AROUND), Math.min(text.length, end + AROUND)];
    const last = stretches.at(-1);
    if (last && from <= last.end) stretches[stretches.length - 1] = { start: last.start, end: until };
    else stretches.push({ start: from, end: until });
  }
  let left = MOST;
  const cut: string[] = [];
  for (const { start, end } of stretches) {
    if (left <= 0) break;
    const passage = passageBetween(text, start, Math.min(end, start + left));
    cut.push(passage);
    left -= passage.length;
  }
  return cut.join("\n…\n");
}
