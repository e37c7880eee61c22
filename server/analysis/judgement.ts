import type { Opinion } from "./define-task";

/** Why a judgement is whose it is. */
export type Why =
  /** The rules are sure: no model was asked. */
  | "rules_sure"
  | "no_model"
  | "allowance_used"
  | "model_unavailable"
  /** A model answered twice in a way that can't be used. */
  | "model_unusable"
  | "model"
  /** A large model decided between the rules and the small one. */
  | "model_decided"
  /** The rules and the small model disagree, and no other could decide: the small model's, with little confidence. */
  | "undecided";

/** What is held of an input in the end, and by whom. */
export interface Judgement<Output> {
  /** Null: nobody knows. */
  readonly value: Output | null;
  readonly confidence: number;
  /** The model, or the rules with their version; "nobody" where neither has an opinion. */
  readonly judge: string;
  /** Null where no model's answer stands. */
  readonly promptVersion: string | null;
  readonly why: Why;
  /** The endpoint's trouble in words, where there was one. */
  readonly trouble: string | null;
  /** Whether a model's earlier answer was used: to the same input, or to one that means the same. */
  readonly cached: "exact" | "similar" | null;
}

/** The rules' opinion as it stands, or nobody's. */
export function byRules<Output>(
  rules: Opinion<Output> | null,
  why: Why,
  trouble: string | null = null,
): Judgement<Output> {
  const { value, confidence, judge } = rules ?? { value: null, confidence: 0, judge: "nobody" };
  return { value, confidence, judge, promptVersion: null, why, trouble, cached: null };
}

/** Why the rules stand in, in words for people; null where a model answered. */
export function whyWords({ why, trouble }: Pick<Judgement<unknown>, "why" | "trouble">): string | null {
  switch (why) {
    case "rules_sure":
      return "The rules were sure, so no model was asked.";
    case "no_model":
      return "No analysis model is set up here, so the rules answered.";
    case "allowance_used":
      return "This month’s tokens for the analysis model are used up, so the rules answered.";
    case "model_unavailable":
      return `${trouble ?? "The analysis model can’t be reached"}, so the rules answered.`;
    case "model_unusable":
      return "The analysis model’s answer couldn’t be used, so the rules’ one stands.";
    default:
      return null;
  }
}
