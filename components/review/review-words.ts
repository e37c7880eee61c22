import { STANCE_LABELS } from "@/components/answers/finding-labels";
import { STANCES } from "@/server/extraction/contract";
import type { ClaimedItemDto, DecisionDto, ReviewQuestion, Verdict } from "@/server/review/contract";

/** A verdict as it is offered: its key, and its words. */
export interface VerdictChoice {
  readonly verdict: Verdict;
  readonly shortcut: string;
  readonly label: string;
}

const NOT_IT = { verdict: "no", shortcut: "n", label: "Not this brand" } as const;
const ANOTHER = { verdict: "other", shortcut: "o", label: "Another brand…" } as const;

/** What may be answered to a question, in the order in which it is offered. */
export const CHOICES: Readonly<Record<ReviewQuestion, readonly VerdictChoice[]>> = {
  named: [{ verdict: "yes", shortcut: "y", label: "Yes, this brand" }, NOT_IT, ANOTHER],
  stance: [
    ...STANCES.map((stance, index) => ({
      verdict: stance,
      shortcut: String(index + 1),
      label: STANCE_LABELS[stance].label,
    })),
    NOT_IT,
    ANOTHER,
  ],
  missed: [
    { verdict: "no", shortcut: "n", label: "None was missed" },
    { verdict: "other", shortcut: "o", label: "Some were missed…" },
  ],
};

/** The question as it stands over an answer. */
export function questionWords({ question, brand }: Pick<ClaimedItemDto, "question" | "brand">): string {
  if (question === "missed") return "Which brands does this answer name that were not found?";
  const name = brand?.name ?? "the brand";
  return question === "named" ? `Is ${name} named here?` : `How does this answer speak of ${name}?`;
}

/** What the extractor held, and how sure it was. */
export function heldWords({
  question,
  held,
  brands,
}: Pick<ClaimedItemDto, "question" | "held" | "brands">): string {
  const sure = `confidence ${held.confidence.toFixed(2)}`;
  if (question === "missed") {
    const found = brands.filter((brand) => brand.found).map(({ name }) => name);
    return found.length === 0 ? "The extractor found none." : `The extractor found ${found.join(", ")}.`;
  }
  if (question === "stance" && held.stance)
    return `The extractor says: ${STANCE_LABELS[held.stance].label.toLowerCase()}, ${sure}.`;
  return held.named === "named"
    ? `The extractor says: named, ${sure}.`
    : `The extractor could not decide, ${sure}.`;
}

/** Why somebody should look at it. */
export const REASON_WORDS = {
  threshold: { label: "Unsure", about: "The extractor is less sure of it than the threshold." },
  sample: {
    label: "Drawn by chance",
    about: "Two people decide it, each without seeing the other: it says how good the extractor is.",
  },
} as const;

/** A decision in a few words: "Halvorn: not this brand". */
export function decisionWords({
  question,
  brand,
  verdict,
  verdictBrands,
}: Pick<DecisionDto, "question" | "brand" | "verdict" | "verdictBrands">): string {
  const others = verdictBrands.join(", ");
  if (question === "missed") return verdict === "no" ? "No brand was missed" : `Missed: ${others}`;
  const subject = brand ?? "A brand";
  if (verdict === "other") return `${subject}: it is ${others}`;
  const choice = CHOICES[question].find((each) => each.verdict === verdict);
  return `${subject}: ${(choice?.label ?? verdict).toLowerCase()}`;
}
