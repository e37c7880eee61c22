import { z } from "zod";

/** A vendor's base url from the environment, without a trailing slash; unset: the vendor's own. */
export function baseUrl(vendorsOwn: string) {
  return z
    .url()
    .transform((url) => url.replace(/\/+$/, ""))
    .default(vendorsOwn);
}
