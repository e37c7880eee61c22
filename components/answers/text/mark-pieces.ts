/** Where a brand is named: UTF-16 units of the answer's text, and the brand's place among the project's brands. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly brand: number;
}

/** A stretch of the answer's text that is shown in one look: `text.slice(start, start + shown.length)`, made harmless. */
export interface Piece {
  readonly shown: string;
  readonly start: number;
  readonly brand: number | null;
  /** The first that is shown of this brand: where its link in the legend leads. */
  readonly first: boolean;
  /** The place that begins here, where one does: a link leads to it. */
  readonly place?: number;
}

/** Characters that turn the order of what follows them, which can make a text read as what it isn't. */
const BIDI_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;

/** The same text with controls of direction in sight (as U+FFFD) and without force; as long as before. */
export function withoutBidiControls(text: string): string {
  return text.replace(BIDI_CONTROLS, "\uFFFD");
}

/** In order, and disjoint: where two overlap, the later one begins where the earlier ends. */
export function disjointMarks(marks: readonly Mark[]): Mark[] {
  const disjoint: Mark[] = [];
  let reached = 0;
  for (const { start, end, brand } of marks.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const from = Math.max(start, reached);
    if (from >= end) continue;
    disjoint.push({ start: from, end, brand });
    reached = end;
  }
  return disjoint;
}

/** Cuts stretches of `text` at the borders of its marks, and at the places that links lead to. Stretches have to come in the order in which they are shown. */
export class PieceCutter {
  readonly #text: string;
  readonly #marks: readonly Mark[];
  readonly #places: readonly number[];
  readonly #shownBrands = new Set<number>();
  #nextPlace = 0;

  constructor(text: string, marks: readonly Mark[], places: readonly number[] = []) {
    this.#text = text;
    this.#marks = disjointMarks(marks);
    this.#places = places.toSorted((a, b) => a - b);
  }

  cut(start: number, end: number): Piece[] {
    const pieces: Piece[] = [];
    let at = start;
    for (let index = this.#firstAfter(start); at < end; index += 1) {
      const mark = this.#marks[index];
      if (mark === undefined || mark.start >= end) {
        pieces.push(...this.#plain(at, end));
        break;
      }
      if (mark.start > at) pieces.push(...this.#plain(at, mark.start));
      const stop = Math.min(mark.end, end);
      pieces.push(this.#piece(Math.max(at, mark.start), stop, mark.brand));
      at = stop;
    }
    return pieces;
  }

  /** One piece that stands for all of the stretch, such as the & that `&amp;` means. */
  whole(shown: string, start: number, end: number): Piece {
    const mark = this.#marks[this.#firstAfter(start)];
    const brand = mark !== undefined && mark.start < end ? mark.brand : null;
    return {
      shown: withoutBidiControls(shown),
      start,
      brand,
      first: this.#isFirst(brand),
      ...this.#placeAt(start),
    };
  }

  /** Without a mark: cut where a place begins inside. */
  #plain(start: number, end: number): Piece[] {
    const inside = this.#places.slice(this.#nextPlace).filter((place) => place > start && place < end);
    const borders = [start, ...new Set(inside), end];
    return borders.slice(0, -1).map((from, index) => this.#piece(from, borders[index + 1] ?? end, null));
  }

  /** The place that is due: it begins here, or where nothing was shown since. */
  #placeAt(start: number): { place?: number } {
    let due: number | undefined;
    for (; (this.#places[this.#nextPlace] ?? Number.POSITIVE_INFINITY) <= start; this.#nextPlace += 1)
      due ??= this.#places[this.#nextPlace];
    return due === undefined ? {} : { place: due };
  }

  #piece(start: number, end: number, brand: number | null): Piece {
    const shown = withoutBidiControls(this.#text.slice(start, end));
    return { shown, start, brand, first: this.#isFirst(brand), ...this.#placeAt(start) };
  }

  #isFirst(brand: number | null): boolean {
    if (brand === null || this.#shownBrands.has(brand)) return false;
    this.#shownBrands.add(brand);
    return true;
  }

  /** The first mark that ends after `offset`, by halving. */
  #firstAfter(offset: number): number {
    let [low, high] = [0, this.#marks.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#marks[middle]?.end ?? 0) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
