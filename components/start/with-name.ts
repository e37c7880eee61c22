/** The names with one more, each once whatever its case. */
export function withName(names: readonly string[], typed: string): string[] {
  const wanted = typed.trim().replace(/\s+/gu, " ");
  const held = names.some((name) => name.toLowerCase() === wanted.toLowerCase());
  return wanted === "" || held ? [...names] : [...names, wanted];
}
