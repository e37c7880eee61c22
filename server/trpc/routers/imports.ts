import { importGuide } from "@/server/imports";
import { orgProcedure, router } from "../init";

/** Files come in through app/api/import: a procedure would carry them as one JSON string. */
export const importsRouter = router({
  guide: orgProcedure.query(() => importGuide()),
});
