import { analyse, supportTask } from "@/server/analysis";
import { FactId } from "@/server/kernel/id";
import { ok, type Result } from "@/server/kernel/result";
import type { FactTopic, StatementVerdict } from "../contract";
import { tellingWords } from "../rules/fact-words";
import { type HeldFact, holdAgainst } from "../rules/hold-against";
import { FACT_RULES_VERSION } from "../rules/rules-version";
import { wordsIn } from "../rules/words";
import { type FoundStatement, type ReadAnswer, saidIn } from "./find-statements";

export interface Verdict {
  readonly verdict: StatementVerdict;
  readonly factId: FactId | null;
  readonly factVersion: number | null;
  readonly judgedBy: string;
  readonly confidence: number;
}

/** What a model has to be sure of at least; below, nobody knows. */
const SURE_FROM = 0.6;

/**
 * A statement held against the sheet: by rule where a number, a date or a yes or no decides; else by the analysis model
 * against the fact that is nearest to it. Without a model, and where nothing decides, it is unverifiable. No transaction
 * may be open.
 */
export async function judgeStatement(
  answer: ReadAnswer,
  statement: FoundStatement,
  facts: readonly HeldFact[],
  brandNames: readonly string[],
): Promise<Result<Verdict>> {
  const said = saidIn(answer, statement);
  const held = holdAgainst(said, facts, brandNames);
  if (held) {
    const { verdict, fact, confidence } = held;
    return ok({ ...decidedBy(verdict, fact), judgedBy: FACT_RULES_VERSION, confidence });
  }
  const fact = nearestFact(statement, facts, brandNames);
  if (fact === null) return ok(nobody(FACT_RULES_VERSION, 0.5));
  const passage = fact.value?.kind === "text" ? `${fact.statement} (${fact.value.text})` : fact.statement;
  const asked = await analyse(supportTask, { sentence: said.sentence.slice(0, 2_000), passage }, null);
  if (!asked.ok) return asked;
  const { value, confidence, judge, promptVersion } = asked.value;
  if (value === null || promptVersion === null) return ok(nobody(FACT_RULES_VERSION, 0.5));
  const judgedBy = `${judge} ${promptVersion}`;
  if (confidence < SURE_FROM) return ok(nobody(judgedBy, confidence));
  if (value.outcome === "supports") return ok({ ...decidedBy("right", fact), judgedBy, confidence });
  if (value.outcome === "contradicts") return ok({ ...decidedBy("wrong", fact), judgedBy, confidence });
  return ok(nobody(judgedBy, confidence));
}

function decidedBy(verdict: "right" | "wrong", fact: HeldFact) {
  return { verdict, factId: FactId.parse(fact.factId), factVersion: fact.version };
}

function nobody(judgedBy: string, confidence: number): Verdict {
  return { verdict: "unverifiable", factId: null, factVersion: null, judgedBy, confidence };
}

/** The fact that shares most words with the statement, of its topic where two share as many. Null: none shares any. */
function nearestFact(
  { quote, topic }: { readonly quote: string; readonly topic: FactTopic },
  facts: readonly HeldFact[],
  brandNames: readonly string[],
): HeldFact | null {
  const words = new Set(wordsIn(quote).map(({ key }) => key));
  const scored = facts.map((fact) => {
    const shared = tellingWords(fact, brandNames).filter((key) => words.has(key)).length;
    return { fact, score: shared + (fact.topic === topic && topic !== "other" ? 0.5 : 0) };
  });
  const [best] = scored.toSorted((a, b) => b.score - a.score);
  return best && best.score > 0 ? best.fact : null;
}
