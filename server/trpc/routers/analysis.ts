import {
  getAnalysis,
  SuggestPromptsInput,
  SuggestRivalsInput,
  suggestPrompts,
  suggestRivals,
} from "@/server/analysis";
import { unwrap } from "@/server/kernel/result";
import { orgProcedure, router } from "../init";

export const analysisRouter = router({
  get: orgProcedure.query(async () => unwrap(await getAnalysis())),
  /** Saves nothing; a mutation because it may use up tokens, and a link must not. */
  suggestPrompts: orgProcedure
    .input(SuggestPromptsInput)
    .mutation(async ({ input }) => unwrap(await suggestPrompts(input))),
  /** The same. */
  suggestRivals: orgProcedure
    .input(SuggestRivalsInput)
    .mutation(async ({ input }) => unwrap(await suggestRivals(input))),
});
