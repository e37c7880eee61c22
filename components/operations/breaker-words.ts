import type { Tone } from "@/components/ui/badge";
import type { EngineStateDto } from "@/server/engine-health/contract";

/** How an engine stands, in a word and a sentence. A pause comes first: it holds whatever the breaker does. */
export function breakerWords({ breaker, openings, paused }: EngineStateDto): {
  readonly label: string;
  readonly tone: Tone;
  readonly meaning: string;
} {
  if (paused) return { label: "Paused", tone: "bad", meaning: `“${paused.reason}”` };
  switch (breaker) {
    case "closed":
      return { label: "Asked", tone: "good", meaning: "The breaker is closed." };
    case "open":
      return {
        label: "Breaker open",
        tone: "bad",
        meaning: `Opened ${openings === 1 ? "once" : `${openings} times in a row`}: asks wait for its probe.`,
      };
    case "half_open":
      return {
        label: "Probing",
        tone: "caution",
        meaning: "One call is on its way; the others wait for it.",
      };
  }
}
