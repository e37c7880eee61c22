export { checkPrompts } from "./check-prompts";
export { comparePanelVersions } from "./compare-panel-versions";
export {
  CheckPromptsInput,
  ComparePanelVersionsInput,
  GetPanelInput,
  ListPanelsInput,
  PANEL_MAX_PROMPTS,
  type PanelDto,
  type PanelSummaryDto,
  PROMPT_MAX_CHARACTERS,
  PromptInput,
  RestorePanelVersionInput,
  SavePanelInput,
} from "./contract";
export { getPanel } from "./get-panel";
export { listPanels } from "./list-panels";
export { marksOf, type PromptRow, promptHash } from "./prompt-rows";
export { type PanelContent, readLatestPanel } from "./read-panel";
export { restorePanelVersion } from "./restore-panel-version";
export { insertPanel, type SavedPanel, savePanel } from "./save-panel";
