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
