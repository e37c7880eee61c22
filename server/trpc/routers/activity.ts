import { getActivity } from "@/server/activity";
import { unwrap } from "@/server/kernel/result";
import { orgProcedure, router } from "../init";

export const activityRouter = router({
  get: orgProcedure.query(async () => unwrap(await getActivity())),
});
