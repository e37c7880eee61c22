import { unwrap } from "@/server/kernel/result";
import {
  AddRivalsInput,
  ArchiveBrandInput,
  addRivals,
  archiveBrand,
  ListBrandsInput,
  listBrands,
  PreviewAliasInput,
  previewAlias,
  restoreBrand,
  SaveBrandInput,
  saveBrand,
} from "@/server/projects";
import { orgProcedure, router } from "../init";

export const brandsRouter = router({
  list: orgProcedure.input(ListBrandsInput).query(async ({ input }) => unwrap(await listBrands(input))),
  save: orgProcedure.input(SaveBrandInput).mutation(async ({ input }) => unwrap(await saveBrand(input))),
  addRivals: orgProcedure.input(AddRivalsInput).mutation(async ({ input }) => unwrap(await addRivals(input))),
  archive: orgProcedure
    .input(ArchiveBrandInput)
    .mutation(async ({ input }) => unwrap(await archiveBrand(input))),
  restore: orgProcedure
    .input(ArchiveBrandInput)
    .mutation(async ({ input }) => unwrap(await restoreBrand(input))),
  /** Changes nothing; a mutation because a draft of many names is longer than an address may be. */
  previewAlias: orgProcedure
    .input(PreviewAliasInput)
    .mutation(async ({ input }) => unwrap(await previewAlias(input))),
});
