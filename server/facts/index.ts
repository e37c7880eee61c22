export { archiveFact } from "./archive-fact";
export {
  FactInput,
  FactSheetInput,
  ListStatementsInput,
  SaveCheckSettingInput,
  SaveFactInput,
} from "./contract";
export { getAnswerChecks } from "./get-answer-checks";
export { getFactSheet } from "./get-fact-sheet";
export { getStatements } from "./get-statements";
export { restoreFact } from "./restore-fact";
export { saveCheckSetting } from "./save-check-setting";
export { type SavedFact, saveFact } from "./save-fact";
export { holdStatements } from "./statements/hold-statements";
export { readStatements } from "./statements/read-statements";
export { checkPages } from "./support/check-pages";
