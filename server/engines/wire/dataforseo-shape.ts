import { z } from "zod";

/**
 * The parts of DataForSEO's results that are read; the rest is ignored. Absent lists come as null.
 * Source: DataForSEO's documentation of /v3/serp/google/{ai_mode,organic}/live/advanced and of
 * /v3/ai_optimization/chat_gpt/llm_scraper/live/advanced, and the typed models of its npm client (2.1).
 */
export const Reference = z.object({ url: z.string().nullish(), title: z.string().nullish() });
export type Reference = z.infer<typeof Reference>;

const Component = z.object({
  markdown: z.string().nullish(),
  text: z.string().nullish(),
  references: z.array(Reference).nullish(),
  links: z.array(Reference).nullish(),
});

/** A section of an AI answer; a video has a url and a title of its own. */
export const AnswerElement = Component.extend({
  ...Reference.shape,
  type: z.string().nullish(),
  components: z.array(Component).nullish(),
});
export type AnswerElement = z.infer<typeof AnswerElement>;

export const AiOverview = z.object({
  type: z.literal("ai_overview"),
  asynchronous_ai_overview: z.boolean().nullish(),
  markdown: z.string().nullish(),
  items: z.array(AnswerElement).nullish(),
  references: z.array(Reference).nullish(),
});
export type AiOverview = z.infer<typeof AiOverview>;

/** A page of Google. `item_types` names the kinds that `items` holds: so a page without an AI answer is told from a damaged one. */
export const PageResult = z.object({
  type: z.string().nullish(),
  item_types: z.array(z.string()).nullish(),
  items: z.array(z.looseObject({ type: z.string() })).nullish(),
});

export const Task = z.object({
  status_code: z.int(),
  cost: z.number().nullish(),
  path: z.array(z.string()).nullish(),
  result: z.array(z.unknown()).nullish(),
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
