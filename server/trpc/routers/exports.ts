import { listExportTables } from "@/server/exports";
import { orgProcedure, router } from "../init";

/** The files themselves come from app/api/export: a procedure can't stream one. */
export const exportsRouter = router({
  tables: orgProcedure.query(() => listExportTables()),
});
