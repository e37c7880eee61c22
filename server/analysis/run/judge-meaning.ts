import type { Span } from "@/server/extraction";
import { ok, type Result } from "@/server/kernel/result";
import { analyse } from "../analyse";
import type { Judgement } from "../judgement";
import { disambiguationTask, type MeaningFinding } from "../tasks/disambiguation";
import { passageAround } from "./passage-around";
import type { Question } from "./read-questions";

/** Of one brand in one answer: a name that means nothing of it three times is none. */
const PLACES = 3;

/** What was held of a name, and where it means the brand. */
export interface PlacedMeaning extends MeaningFinding {
  readonly spans: readonly Span[];
}

/** Asks about the name's places one by one, until one of them means the brand. */
export async function judgeMeaning(question: Question): Promise<Result<Judgement<PlacedMeaning>>> {
  const { brand, context, text, spans } = question;
  let latest: Judgement<PlacedMeaning> | undefined;
  for (const span of spans.slice(0, PLACES)) {
    const judged = await analyse(disambiguationTask, {
      brand: brand.name.slice(0, 200),
      hosts: brand.domains.slice(0, 50),
      context: context.slice(0, 50),
      word: text.slice(span.start, span.end),
      passage: passageAround(text, span),
    });
    if (!judged.ok) return judged;
    const { value, why } = judged.value;
    const means = value?.meaning === "brand";
    latest = { ...judged.value, value: value && { ...value, spans: means ? [span] : [] } };
    if (means || why === "allowance_used" || why === "model_unavailable") break;
  }
  if (!latest) throw new Error("a question without a place");
  return ok(latest);
}
