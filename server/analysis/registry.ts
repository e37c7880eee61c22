import { claimsTask } from "./tasks/claims";
import { disambiguationTask } from "./tasks/disambiguation";
import { discoveryTask } from "./tasks/discovery";
import { promptSuggestionsTask } from "./tasks/prompt-suggestions";
import { rivalSuggestionsTask } from "./tasks/rival-suggestions";
import { siteReadingTask } from "./tasks/site-reading";
import { stanceTask } from "./tasks/stance";
import { supportTask } from "./tasks/support";

/** Every task of the analysis model. */
export const tasks = [
  stanceTask,
  disambiguationTask,
  discoveryTask,
  claimsTask,
  supportTask,
  promptSuggestionsTask,
  rivalSuggestionsTask,
  siteReadingTask,
] as const;

/** Those that something asks by now: screens tell no others. */
export const tasksInUse = [
  disambiguationTask,
  claimsTask,
  supportTask,
  promptSuggestionsTask,
  rivalSuggestionsTask,
  siteReadingTask,
] as const;
