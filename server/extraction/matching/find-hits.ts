import { charClass } from "@/server/extraction/normalise/char-class";
import type { FoldedText } from "@/server/extraction/normalise/fold-text";
import { acceptSurface } from "./accept-surface";
import type { BrandSet, OwnedForm } from "./compile-brand-set";
import { isFlattened, isGlueSeam } from "./glued-text";
import type { NameForm } from "./name-forms";
import { isOrdinaryWord } from "./ordinary-words";

/** A name form found in the text, in original offsets. */
export type Hit = {
  readonly brand: number;
  readonly start: number;
  readonly end: number;
  readonly form: NameForm;
};

const S = 0x73;
const E_ = 0x65;

function isBoundary(left: number, right: number): boolean {
  const before = charClass(left);
  const after = charClass(right);
  return before === 0 || after === 0 || before === 2 || after === 2;
}

/** Folded units of a simple plural ending right after a name: 1 for "s", 2 for "es", 0 for none. */
function pluralLength(folded: FoldedText, start: number, end: number): number {
  const last = folded.units[end - 1] ?? 0;
  const sibilant = last === S || last === 0x78 || last === 0x7a || last === 0x68;
  const length = sibilant ? 2 : 1;
  if (sibilant && folded.units[end] !== E_) return 0;
  if (folded.units[end + length - 1] !== S || !isBoundary(S, folded.units[end + length] ?? 0)) return 0;
  const word = String.fromCharCode(...folded.units.subarray(start, end + length));
  return isOrdinaryWord(word) ? 0 : length;
}

const SHORTEST_GLUED = 4;

/**
 * Every acceptable occurrence of every brand in one pass over the folded prose, overlaps included.
 * `text` is the masked prose, of the same length as the original; `steps` counts automaton steps.
 * In a flattened page a capital after a small letter is a boundary too, for names that are no ordinary words.
 */
export function findHits(
  text: string,
  folded: FoldedText,
  brandSet: BrandSet,
): { hits: Hit[]; steps: number } {
  const hits: Hit[] = [];
  const { units, starts, ends, length } = folded;
  const flattened = isFlattened(text);
  const steps = brandSet.scanner.scan(units, length, (pattern, end) => {
    const entry = brandSet.patterns[pattern];
    if (entry === undefined) return;
    const start = end - entry.length;
    if (start > 0 && starts[start] === starts[start - 1]) return;
    if (end < length && starts[end] === starts[end - 1]) return;
    const from = starts[start] ?? 0;
    const to = ends[end - 1] ?? 0;
    const opens = start === 0 || isBoundary(units[start - 1] ?? 0, units[start] ?? 0);
    const closes = end >= length || isBoundary(units[end - 1] ?? 0, units[end] ?? 0);
    const glued = flattened && entry.length >= SHORTEST_GLUED;
    if (!opens && !(glued && isGlueSeam(text, from))) return;
    const plural = !closes && pluralLength(folded, start, end) > 0;
    if (!closes && !plural && !(glued && isGlueSeam(text, to))) return;
    const fits = ({ brand, form }: OwnedForm) =>
      (!plural || (form.plural && /\p{Lu}/u.test(text.charAt(from)))) &&
      ((opens && (closes || plural)) || !form.ordinary) &&
      acceptSurface(text, from, to, form, (brandSet.brands[brand]?.domains.length ?? 0) > 0);
    // Names that fold alike: the first owner whose rule fits takes the hit.
    const owner = entry.owners.find(fits);
    if (owner !== undefined) hits.push({ brand: owner.brand, start: from, end: to, form: owner.form });
  });
  return { hits, steps };
}
