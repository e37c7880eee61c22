import type { AnswerState } from "../contract";
import type { AnswerCaseName } from "./answer-cases";

interface FormatLimit {
  /** What the engine's parser has to say instead. */
  readonly state: AnswerState;
  /** Why the engine's format can't say it. */
  readonly reason: string;
}

type FormatLimits = Readonly<Partial<Record<AnswerCaseName, FormatLimit>>>;

const alwaysAnswers: FormatLimit = {
  state: "empty",
  reason: "the engine answers every prompt: there is no page",
};
const cutLooksShort: FormatLimit = { state: "answered", reason: "a cut answer looks like a short one" };
const refusalIsText: FormatLimit = { state: "answered", reason: "a refusal is text like any other" };

/** By engine id: cases that its format can't tell, each with the reason. An engine that isn't here can tell all. */
export const formatLimits: Readonly<Record<string, FormatLimits>> = {
  chatgpt: { "not shown at all": alwaysAnswers },
  chatgpt_web: { truncated: cutLooksShort, refused: refusalIsText, "not shown at all": alwaysAnswers },
  claude: { "not shown at all": alwaysAnswers },
  gemini: { "not shown at all": alwaysAnswers },
  google_ai_mode: { truncated: cutLooksShort, refused: refusalIsText },
  grok: { "not shown at all": alwaysAnswers },
  openai_compatible: { "not shown at all": alwaysAnswers },
  perplexity: { refused: refusalIsText, "not shown at all": alwaysAnswers },
  google_ai_overviews: { truncated: cutLooksShort, refused: refusalIsText },
};

/** Engines whose format lists a cited page among the found ones: it names what is cited by its place in that list. */
export const citedAmongFound: ReadonlySet<string> = new Set(["gemini", "perplexity"]);

/** Engines whose format can only say of a passage that it leans on a page, not of the answer as a whole. */
export const citedByPlace: ReadonlySet<string> = new Set(["grok"]);
