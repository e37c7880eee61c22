export { BRAND_SETS, CACHES } from "./contract";
