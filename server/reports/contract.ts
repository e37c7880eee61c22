import { z } from "zod";
import { ProjectId } from "@/server/kernel/id";

/** Which of a project's series are looked at; the filter bar keeps it in the address. What is left out means all of them. */
export const SeriesFilter = z.object({
  engine: z.string().max(50).optional(),
  surface: z.enum(["api", "serp", "capture"]).optional(),
  /** First day of a window, "YYYY-MM-DD"; left out: the newest. */
  window: z.iso.date().optional(),
});
export type SeriesFilter = z.infer<typeof SeriesFilter>;

/** A filter as it came in an address: what can't be read counts as left out. */
export function readSeriesFilter(
  params: Readonly<Record<string, string | string[] | undefined>>,
): SeriesFilter {
  const { shape } = SeriesFilter;
  const read = (key: keyof typeof shape) => shape[key].safeParse(params[key] || undefined).data;
  const filter = { engine: read("engine"), surface: read("surface"), window: read("window") };
  return SeriesFilter.parse(filter);
}

export const ProjectInput = z.object({ projectId: ProjectId });
export type ProjectInput = z.input<typeof ProjectInput>;

/** What the filter bar offers: only what the project has answers for. */
export interface FilterOptions {
  readonly engines: readonly { readonly engineId: string; readonly label: string }[];
  readonly surfaces: readonly string[];
  /** Newest first. */
  readonly windows: readonly { readonly start: string; readonly days: number }[];
}
