import { getBalance } from "@/server/credits";
import { unwrap } from "@/server/kernel/result";
import { orgProcedure, router } from "../init";

export const creditsRouter = router({
  balance: orgProcedure.query(async () => unwrap(await getBalance())),
});
