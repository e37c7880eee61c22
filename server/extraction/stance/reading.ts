import type { Stance } from "@/server/extraction/contract";

/** What one naming says, and how surely (0 to 1). */
export type Reading = { readonly stance: Stance; readonly confidence: number };
