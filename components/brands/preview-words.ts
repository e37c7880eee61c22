import { formatNumber } from "@/components/ui/format";
import type { AliasPreviewDto } from "@/server/projects/contract";

/** What is looked at: a name that isn't saved yet, one that is, or all of a brand that isn't there yet. */
export type LookedAt = "new" | "saved" | "first";

/** What an alias would do, as sentences; the first is the point of it. Counts, never shares. */
export function previewWords(preview: AliasPreviewDto, brand: string, lookedAt: LookedAt): string[] {
  const { looked, adds, already, undecided, keptByOthers, takenFromOthers } = preview;
  if (looked === 0) return ["No answers are stored yet, so there is nothing to try it on."];
  return [
    first(adds, looked, brand, lookedAt),
    ...when(undecided, (count) => {
      const more = adds > 0 ? " more" : "";
      return `${count}${more} ${count === "1" ? "is" : "are"} left undecided because the word is an ordinary one.`;
    }),
    ...(lookedAt === "first"
      ? []
      : when(
          already,
          (count) => `${count} ${count === "1" ? "names" : "name"} ${brand} already by its other names.`,
        )),
    ...keptByOthers.map(
      ({ name, answers }) =>
        `In ${formatNumber(answers)} it stands inside the longer name ${name}, which keeps it.`,
    ),
    ...takenFromOthers.map(
      ({ name, answers }) =>
        `Careful: ${answersOf(answers)} that ${answers === 1 ? "names" : "name"} ${name} now would no longer, because this name is the longer one.`,
    ),
  ];
}

function first(adds: number, looked: number, brand: string, lookedAt: LookedAt): string {
  const of = `out of ${formatNumber(looked)}`;
  if (lookedAt === "first")
    return `Would name ${brand} in ${adds === 0 ? "no answer" : answersOf(adds)} ${of}.`;
  if (lookedAt === "new")
    return adds === 0 ? `Would add no answer ${of}.` : `Would add ${answersOf(adds)} ${of}.`;
  return adds === 0
    ? `Without this name, the same answers would name ${brand}.`
    : `Without this name, ${answersOf(adds)} ${of} would not name ${brand}.`;
}

/** Which answers were read: "the 500 newest of 784 stored answers that have a text". */
export function previewScope({ looked, stored, complete }: AliasPreviewDto): string {
  if (looked === stored)
    return looked === 1
      ? "Tried on the one stored answer that has a text."
      : `Tried on all ${formatNumber(stored)} stored answers that have a text.`;
  const newest = `the ${formatNumber(looked)} newest of ${formatNumber(stored)} stored answers that have a text`;
  return `Tried on ${newest}${complete ? "" : "; more could not be read in time"}.`;
}

function when(count: number, words: (count: string) => string): string[] {
  return count === 0 ? [] : [words(formatNumber(count))];
}

function answersOf(count: number): string {
  return count === 1 ? "1 answer" : `${formatNumber(count)} answers`;
}
