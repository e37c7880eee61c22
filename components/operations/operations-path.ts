/** The address of the dead letters, of one function's, or of a later page of them. */
export function lettersPath({
  functionId,
  after,
}: {
  functionId?: string | undefined;
  after?: string | undefined;
} = {}): string {
  const query = new URLSearchParams({
    ...(functionId !== undefined && { function: functionId }),
    ...(after !== undefined && { after }),
  });
  return `/operations/dead-letters${query.size > 0 ? `?${query}` : ""}`;
}

/** The address of one letter; `functionId`: the list that it was opened from. */
export function letterPath(letterId: string, functionId?: string): string {
  const query = new URLSearchParams({ ...(functionId !== undefined && { function: functionId }) });
  return `/operations/dead-letters/${letterId}${query.size > 0 ? `?${query}` : ""}`;
}

/** The pages of operators, in the order of the navigation. */
export const OPERATIONS_PAGES = [
  { path: "/operations/dead-letters", label: "Dead letters" },
  { path: "/operations/engines", label: "Engines" },
  { path: "/operations/flags", label: "Flags" },
  { path: "/operations/margin", label: "Margin" },
] as const;

/** What the margin report shows; left out: what it shows by itself. */
export interface MarginChoice {
  readonly month?: string | undefined;
  readonly payer?: string | undefined;
  /** What a credit is taken to bring in, in US dollars. */
  readonly creditUsd?: number | undefined;
}

/** The address of the margin report. */
export function marginPath(choice: MarginChoice = {}): string {
  return withQuery("/operations/margin", choice);
}

/** The address of the same as a file: of all payers. */
export function marginFilePath(choice: Omit<MarginChoice, "payer">): string {
  return withQuery("/api/operations/margin", choice);
}

function withQuery(path: string, { month, payer, creditUsd }: MarginChoice): string {
  const query = new URLSearchParams({
    ...(month !== undefined && { month }),
    ...(payer !== undefined && payer !== "platform" && { payer }),
    ...(creditUsd !== undefined && { credit: String(creditUsd) }),
  });
  return `${path}${query.size > 0 ? `?${query}` : ""}`;
}
