export { claimItem } from "./claim-item";
export {
  ClaimItemInput,
  DecideItemInput,
  ReviewProjectInput,
  SaveReviewSettingInput,
  SkipItemInput,
  UndoDecisionInput,
} from "./contract";
export { decideItem } from "./decide-item";
export { fillQueue } from "./fill-queue";
export { getQuality } from "./get-quality";
export { getReviewQueue } from "./get-review-queue";
export { queueRun } from "./queue-run";
export { lockDecisions, reapplyDecisions } from "./reapply-decisions";
export { saveReviewSetting } from "./save-review-setting";
export { skipItem } from "./skip-item";
export { takeMark } from "./take-mark";
export { undoDecision } from "./undo-decision";
