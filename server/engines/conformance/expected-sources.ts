import type { Engine } from "../define-engine";
import type { SandboxAnswer } from "../sandbox/sandbox-answer";
import { citedAmongFound, citedByPlace } from "./format-limits";

/** The addresses that an engine has to give of an answer's sources, of each kind once, in order: what its format can show. */
export function expectedSources({ id, observability }: Engine, { cited, retrieved }: SandboxAnswer) {
  const shown = citedByPlace.has(id) ? cited.filter(({ span }) => span) : cited;
  const listed = citedAmongFound.has(id) ? [...retrieved, ...cited] : retrieved;
  return {
    cited: observability.cited.observable ? urlsOf(shown) : [],
    retrieved: observability.retrieved.observable ? urlsOf(listed) : [],
  };
}

function urlsOf(sources: readonly { readonly url: string }[]): string[] {
  return [...new Set(sources.map(({ url }) => url))];
}
