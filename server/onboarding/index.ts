export { FinishSetupInput, ReadSiteInput, SaveSetupInput, SuggestStartPromptsInput } from "./contract";
export { finishSetup } from "./finish-setup";
export { getSetup } from "./get-setup";
export { readSite } from "./read-site";
export { saveSetup } from "./save-setup";
export { suggestStartPrompts } from "./suggest-start-prompts";
