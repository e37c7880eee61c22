import type { AnswerId } from "@/server/kernel/id";
import { type AliasTrial, aliasEffect } from "./alias-effect";
import type { AliasEffectOnBrand, AliasPreviewDto, AliasSampleDto, AliasSampleKind } from "./contract";
import { cutSnippet } from "./cut-snippet";

/** An answer as a preview reads it. */
export interface StoredAnswer extends Record<string, unknown> {
  readonly answerId: AnswerId;
  readonly engine: string;
  readonly surface: string;
  readonly observedAt: string;
  readonly prompt: string;
  readonly text: string;
}

const SAMPLES = 8;
/** So much of a prompt is shown beside its answer. */
const LONGEST_PROMPT = 300;
/** So many of each kind come first; what is left of the eight goes to the first kinds. */
const FIRST: Readonly<Record<AliasSampleKind, number>> = { adds: 4, undecided: 2, other_brand: 2 };

interface Labels {
  readonly brand: (id: string) => string;
  readonly engine: (id: string) => string;
}

/** Counts what an alias does, answer by answer, and keeps the first few as samples. */
export class AliasTally {
  readonly #trial: AliasTrial;
  readonly #outcomes = { adds: 0, undecided: 0, already: 0, none: 0 };
  readonly #kept = new Map<string, number>();
  readonly #taken = new Map<string, number>();
  readonly #samples: Record<AliasSampleKind, AliasSampleDto[]> = { adds: [], undecided: [], other_brand: [] };

  constructor(trial: AliasTrial) {
    this.#trial = trial;
  }

  add(answer: StoredAnswer): void {
    const effect = aliasEffect(this.#trial, answer);
    this.#outcomes[effect.outcome] += 1;
    for (const { brandId } of effect.keptByOthers) countOne(this.#kept, brandId);
    for (const brandId of effect.takenFromOthers) countOne(this.#taken, brandId);
    const { outcome, spans } = effect;
    const [kept] = effect.keptByOthers;
    if (outcome === "adds" || outcome === "undecided") this.#sample(answer, outcome, spans);
    else if (kept) this.#sample(answer, "other_brand", kept.spans);
  }

  /** `stored`: how many answers the project has in all; `wanted`: how many should have been added. */
  result({ stored, wanted }: { stored: number; wanted: number }, labels: Labels): AliasPreviewDto {
    const { adds, undecided, already, none } = this.#outcomes;
    const looked = adds + undecided + already + none;
    return {
      looked,
      stored,
      complete: looked === wanted,
      adds,
      already,
      undecided,
      keptByOthers: byBrand(this.#kept, labels),
      takenFromOthers: byBrand(this.#taken, labels),
      samples: this.#chosen().map((sample) => ({ ...sample, engine: labels.engine(sample.engine) })),
    };
  }

  #sample(answer: StoredAnswer, kind: AliasSampleKind, spans: AliasSampleDto["spans"]): void {
    const samples = this.#samples[kind];
    if (samples.length >= SAMPLES) return;
    const { answerId, engine, surface } = answer;
    const prompt = answer.prompt.slice(0, LONGEST_PROMPT);
    const observedAt = new Date(answer.observedAt).toISOString();
    samples.push({ answerId, kind, engine, surface, observedAt, prompt, ...cutSnippet(answer.text, spans) });
  }

  #chosen(): AliasSampleDto[] {
    const kinds = Object.values(this.#samples);
    const first = kinds.flatMap((samples) => samples.filter(({ kind }, index) => index < FIRST[kind]));
    const rest = kinds.flat().filter((sample) => !first.includes(sample));
    const chosen = new Set([...first, ...rest].slice(0, SAMPLES));
    return kinds.flat().filter((sample) => chosen.has(sample));
  }
}

function countOne(counts: Map<string, number>, id: string): void {
  counts.set(id, (counts.get(id) ?? 0) + 1);
}

function byBrand(counts: ReadonlyMap<string, number>, labels: Labels): AliasEffectOnBrand[] {
  return [...counts]
    .map(([id, answers]) => ({ name: labels.brand(id), answers }))
    .sort((one, other) => other.answers - one.answers || one.name.localeCompare(other.name));
}
