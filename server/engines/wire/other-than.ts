import { z } from "zod";

/** Something of another type, which isn't read. What has a known type, or none, has to have its whole shape instead. */
export function otherThan(...known: readonly string[]) {
  return z.looseObject({ type: z.string().refine((type) => !known.includes(type)) });
}
