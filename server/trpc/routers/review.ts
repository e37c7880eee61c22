import { unwrap } from "@/server/kernel/result";
import {
  ClaimItemInput,
  claimItem,
  DecideItemInput,
  decideItem,
  fillQueue,
  getQuality,
  getReviewQueue,
  ReviewProjectInput,
  SaveReviewSettingInput,
  SkipItemInput,
  saveReviewSetting,
  skipItem,
  UndoDecisionInput,
  undoDecision,
} from "@/server/review";
import { orgProcedure, router } from "../init";

export const reviewRouter = router({
  queue: orgProcedure
    .input(ReviewProjectInput)
    .query(async ({ input }) => unwrap(await getReviewQueue(input))),
  quality: orgProcedure.input(ReviewProjectInput).query(async ({ input }) => unwrap(await getQuality(input))),
  saveSetting: orgProcedure
    .input(SaveReviewSettingInput)
    .mutation(async ({ input }) => unwrap(await saveReviewSetting(input))),
  fill: orgProcedure.input(ReviewProjectInput).mutation(async ({ input }) => unwrap(await fillQueue(input))),
  claim: orgProcedure.input(ClaimItemInput).mutation(async ({ input }) => unwrap(await claimItem(input))),
  decide: orgProcedure.input(DecideItemInput).mutation(async ({ input }) => unwrap(await decideItem(input))),
  skip: orgProcedure.input(SkipItemInput).mutation(async ({ input }) => unwrap(await skipItem(input))),
  undo: orgProcedure
    .input(UndoDecisionInput)
    .mutation(async ({ input }) => unwrap(await undoDecision(input))),
});
