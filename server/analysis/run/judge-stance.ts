import type { Result } from "@/server/kernel/result";
import { analyse } from "../analyse";
import type { Judgement } from "../judgement";
import { type StanceFinding, stanceTask } from "../tasks/stance";
import { passageAbout } from "./passage-about";
import type { StanceQuestion } from "./read-stance-questions";

/** Asks how an answer speaks of a brand, by all places where it names it. What the rules hold is the other opinion. */
export function judgeStance(question: StanceQuestion): Promise<Result<Judgement<StanceFinding>>> {
  const { brand, prompt, text, spans, rules } = question;
  const passage = passageAbout(text, spans);
  return analyse(
    stanceTask,
    { brand: brand.slice(0, 200), question: prompt.slice(0, 2_000), passage },
    rules,
  );
}
