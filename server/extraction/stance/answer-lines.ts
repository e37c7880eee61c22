import type { Span } from "@/server/extraction/extraction-types";

const LOOKED_BACK = 3000;
const HEADING = /^ {0,3}(#{1,6})[ \t]/u;
const LEAD_IN = /[:：][*_\s]*$|^\s*(?:\*\*|__)[^*_]+(?:\*\*|__)\s*$/u;
export const LIST_LINE = /^[ \t]*(?:[-*+•‣◦▪·–—●○✓✔✅➡→]|\d{1,3}[.)]|\|)\s?/u;
/** In place of a heading's depth, 1 to 6. */
const UNKNOWN = 0;
const IS_LEAD_IN = 7;
const IS_NEITHER = 8;

/** The lines of a text, found once, and how deep a heading each is, found when asked for. */
export class AnswerLines {
  readonly #prose: string;
  readonly #starts: number[] = [0];
  readonly #depths: Uint8Array;

  constructor(prose: string) {
    this.#prose = prose;
    for (let at = prose.indexOf("\n"); at >= 0; at = prose.indexOf("\n", at + 1)) this.#starts.push(at + 1);
    this.#depths = new Uint8Array(this.#starts.length);
  }

  /** The line in which an offset stands, without its break. */
  at(offset: number): Span {
    return this.#line(this.#indexAt(offset));
  }

  /** The nearest lead-in ("Our picks:") and the headings above a line, each of a lesser depth than the one below it. */
  headingsAbove(line: Span): Span[] {
    const index = this.#indexAt(line.start);
    const floor = Math.max(0, line.start - LOOKED_BACK);
    const own = this.#depthOf(index);
    const isHeading = own < IS_LEAD_IN;
    const headings: Span[] = [];
    let depth = isHeading ? own : IS_LEAD_IN;
    for (let above = index - 1; above >= 0 && this.#endOf(above) >= floor; above -= 1) {
      const found = this.#depthOf(above);
      if (found === IS_NEITHER) continue;
      if (found < depth) depth = found;
      else if (found !== IS_LEAD_IN || isHeading || headings.length > 0) continue;
      headings.push(this.#line(above));
    }
    return headings;
  }

  #line(index: number): Span {
    return { start: this.#starts[index] ?? 0, end: this.#endOf(index) };
  }

  #endOf(index: number): number {
    const next = this.#starts[index + 1];
    return next === undefined ? this.#prose.length : next - 1;
  }

  #indexAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) > offset) high = middle - 1;
      else low = middle;
    }
    return low;
  }

  #depthOf(index: number): number {
    const known = this.#depths[index] ?? UNKNOWN;
    if (known !== UNKNOWN) return known;
    const { start, end } = this.#line(index);
    const depth = start === end ? IS_NEITHER : depthOf(this.#prose.slice(start, end));
    this.#depths[index] = depth;
    return depth;
  }
}

function depthOf(line: string): number {
  const heading = HEADING.exec(line)?.[1];
  if (heading !== undefined) return heading.length;
  return !LIST_LINE.test(line) && LEAD_IN.test(line) ? IS_LEAD_IN : IS_NEITHER;
}
