import { router } from "../init";

export const brandsRouter = router({});
