import { unwrap } from "@/server/kernel/result";
import {
  CheckPromptsInput,
  ComparePanelVersionsInput,
  checkPrompts,
  comparePanelVersions,
  GetPanelInput,
  getPanel,
  ListPanelsInput,
  listPanels,
  RestorePanelVersionInput,
  restorePanelVersion,
  SavePanelInput,
  savePanel,
} from "@/server/panels";
import { orgProcedure, router } from "../init";

export const panelsRouter = router({
  list: orgProcedure.input(ListPanelsInput).query(async ({ input }) => unwrap(await listPanels(input))),
  get: orgProcedure.input(GetPanelInput).query(async ({ input }) => unwrap(await getPanel(input))),
  compare: orgProcedure
    .input(ComparePanelVersionsInput)
    .query(async ({ input }) => unwrap(await comparePanelVersions(input))),
  save: orgProcedure.input(SavePanelInput).mutation(async ({ input }) => unwrap(await savePanel(input))),
  restore: orgProcedure
    .input(RestorePanelVersionInput)
    .mutation(async ({ input }) => unwrap(await restorePanelVersion(input))),
  /** Changes nothing; a mutation because a pasted panel is longer than an address may be. */
  check: orgProcedure
    .input(CheckPromptsInput)
    .mutation(async ({ input }) => unwrap(await checkPrompts(input))),
});
