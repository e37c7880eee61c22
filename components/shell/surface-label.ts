const SURFACES: Readonly<Record<string, string>> = {
  api: "API",
  serp: "Search page",
  capture: "Capture",
};

/** How an engine was observed, in words; a surface that isn't known as it is. */
export function surfaceLabel(surface: string): string {
  return SURFACES[surface] ?? surface;
}
