import { router } from "../init";

export const answersRouter = router({});
