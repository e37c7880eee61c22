export { PANEL_MAX_PROMPTS, PROMPT_MAX_CHARACTERS, PromptInput, SavePanelInput } from "./contract";
export { promptHash } from "./prompt-rows";
export { type PanelContent, type PromptRow, readLatestPanel } from "./read-panel";
export { type SavedPanel, savePanel } from "./save-panel";
