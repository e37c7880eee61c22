import { setImmediate } from "node:timers/promises";
import { findEngine } from "@/server/engines";
import type { BrandDefinition } from "@/server/extraction";
import { type AliasDraft, aliasTrial } from "./alias-effect";
import { AliasTally, type StoredAnswer } from "./alias-tally";
import type { AliasPreviewDto } from "./contract";

export interface ReadAnswers {
  /** The brands that are matched now. */
  readonly brands: readonly BrandDefinition[];
  readonly answers: readonly StoredAnswer[];
  /** All that the project has, read or not. */
  readonly stored: number;
}

const ANSWERS_AT_A_TIME = 20;

/** Counts what the draft's alias does. Lets other requests pass after every few answers, and stops after `timeMs`. */
export async function tallyAnswers(
  { brands, answers, stored }: ReadAnswers,
  draft: AliasDraft,
  timeMs: number,
): Promise<AliasPreviewDto> {
  const tally = new AliasTally(aliasTrial(brands, draft));
  const until = performance.now() + timeMs;
  for (const [index, answer] of answers.entries()) {
    if (index % ANSWERS_AT_A_TIME === 0) await setImmediate();
    if (performance.now() > until) break;
    tally.add(answer);
  }
  const nameOf = new Map(brands.map(({ id, name }) => [id, name]));
  return tally.result(
    { stored, wanted: answers.length },
    { brand: (id) => nameOf.get(id) ?? id, engine: (id) => findEngine(id)?.label ?? id },
  );
}
