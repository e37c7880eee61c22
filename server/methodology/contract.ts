import { z } from "zod";
import { AnswerState, MetricUnit } from "@/server/metrics/contract";

/** A part of the method in words, with its formula where it has one. */
const Rule = z.object({
  id: z.string(),
  title: z.string(),
  says: z.string(),
  formula: z.string().nullable(),
});
export type Rule = z.infer<typeof Rule>;

/** A published work that the method takes something from, or that it is compared with. */
const Source = z.object({ title: z.string(), where: z.string(), url: z.url().nullable() });

/** What is published at /methodology, and as JSON at /methodology/v1.json: version 1 of this shape. */
export const Methodology = z.object({
  schema: z.literal("v1"),
  /** Version of the method: each stored number says which one it was computed by. */
  method: z.string(),
  extractor: z.string(),
  changes: z.array(z.object({ version: z.string(), since: z.iso.date(), says: z.string() })),
  sampling: z.array(Rule),
  /** Which state of an answer enters which denominator. */
  answerStates: z.array(
    z.object({
      state: AnswerState,
      says: z.string(),
      /** A real answer: in the denominator of presence and of everything counted out of answers. */
      shown: z.boolean(),
      /** The engine told us what it shows: in the denominator of coverage, and a success of completion. */
      observed: z.boolean(),
    }),
  ),
  metrics: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      scope: z.enum(["brand", "engine"]),
      unit: MetricUnit,
      headline: z.boolean(),
      better: z.enum(["higher", "lower", "neither"]),
      description: z.string(),
      formula: z.string(),
      denominator: z.string(),
      counted: z.string(),
    }),
  ),
  intervals: z.array(Rule),
  change: z.array(Rule),
  /** What a week of so many prompts and answers to each says, on one engine at that presence; null: nothing of the kind. */
  plans: z.array(
    z.object({
      prompts: z.int(),
      answers: z.int(),
      rate: z.number(),
      market: z.number(),
      panel: z.number().nullable(),
      detectable: z.number().nullable(),
    }),
  ),
  reading: z.array(Rule),
  honesty: z.array(Rule),
  sources: z.array(Source),
});
export type Methodology = z.infer<typeof Methodology>;

/** A generated report of docs/, as it can be shown: parts in Markdown. */
export interface Report {
  readonly title: string;
  /** What stands before the first part. */
  readonly lead: string;
  readonly parts: readonly { readonly title: string; readonly text: string }[];
}

/** Reports that back the method up, by the name in their address. */
export const ReportName = z.enum(["calibration", "extraction-quality", "stance-quality", "recorded-answers"]);
export type ReportName = z.infer<typeof ReportName>;
