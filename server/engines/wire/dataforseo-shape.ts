import { z } from "zod";

/**
 * The parts of DataForSEO's /v3/serp/google/ai_mode/live/advanced result that are read; the rest is ignored. Absent lists
 * come as null. Source: DataForSEO's documentation and the typed models of its npm client (2.1).
 */
const Reference = z.object({ url: z.string().nullish(), title: z.string().nullish() });
export type Reference = z.infer<typeof Reference>;

const Component = z.object({
  markdown: z.string().nullish(),
  text: z.string().nullish(),
  references: z.array(Reference).nullish(),
  links: z.array(Reference).nullish(),
});

export const AnswerElement = Component.extend({
  type: z.string().nullish(),
  components: z.array(Component).nullish(),
});
export type AnswerElement = z.infer<typeof AnswerElement>;

export const AiOverview = z.object({
  type: z.literal("ai_overview"),
  markdown: z.string().nullish(),
  items: z.array(AnswerElement).nullish(),
  references: z.array(Reference).nullish(),
});
export type AiOverview = z.infer<typeof AiOverview>;

const Result = z.object({ items: z.array(z.unknown()).nullish() });

export const Task = z.object({
  status_code: z.int(),
  cost: z.number().nullish(),
  path: z.array(z.string()).nullish(),
  result: z.array(Result).nullish(),
});
export type Task = z.infer<typeof Task>;

export const Envelope = z.object({
  status_code: z.int(),
  cost: z.number().nullish(),
  tasks: z.array(Task).nullish(),
});
export type Envelope = z.infer<typeof Envelope>;

export const taskOk = 20_000;
/** "No Search Results": Google was asked and showed nothing. Billed, and an outcome rather than a failure. */
export const noSearchResults = 40_102;
