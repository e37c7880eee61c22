import { router } from "../init";

export const panelsRouter = router({});
