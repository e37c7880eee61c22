import { stringify } from "csv-stringify/sync";
import type { CollectedReport } from "./collect-report";
import { OUTCOME_FIELDS, writeOutcome } from "./outcome-columns";

/** What is on record of an answer beside its outcome: hashes of the text and of what the engine sent. */
export interface AnswerHashes {
  readonly text: string;
  readonly raw: string;
}

/** `outcomes.csv`: every ask of every series, in the order in which the numbers add them up. */
export function writeOutcomes(
  asks: CollectedReport["asks"],
  hashes: ReadonlyMap<string, AnswerHashes>,
): string {
  const header = [
    "series",
    ...OUTCOME_FIELDS,
    "askId",
    "answerId",
    "model",
    "contract",
    "extractor",
    "brandSet",
  ];
  const rows = asks.flatMap((ofSeries, series) =>
    ofSeries.map((ask) => {
      const { text = "", raw = "" } = hashes.get(ask.answerId ?? "") ?? {};
      const made = [ask.model, ask.contract, ask.extractor, ask.brandSet].map((value) => value ?? "");
      return [String(series), ...writeOutcome(ask), ask.askId, ask.answerId ?? "", ...made, text, raw];
    }),
  );
  return stringify([[...header, "textSha256", "rawSha256"], ...rows]);
}
