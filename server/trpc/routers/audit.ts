import { ListAuditInput, listAudit } from "@/server/audit-log";
import { unwrap } from "@/server/kernel/result";
import { orgProcedure, router } from "../init";

export const auditRouter = router({
  list: orgProcedure.input(ListAuditInput).query(async ({ input }) => unwrap(await listAudit(input))),
});
