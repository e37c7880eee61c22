import { z } from "zod";
import { SeriesFilter } from "@/server/reports/contract";

/** The window of a project that is taken away; what the filter leaves out means all of its series, and the newest window. */
export const BundleInput = SeriesFilter.extend({
  workspace: z.string().min(1).max(100),
  project: z.string().min(1).max(100),
});
