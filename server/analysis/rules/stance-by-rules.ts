import { compileBrandSet, extractAnswer } from "@/server/extraction";
import type { Opinion } from "../define-task";
import type { StanceFinding } from "../tasks/stance";

/** The extractor's stance of a passage towards a brand, tracked alone; null where it doesn't find the brand. */
export function stanceByRules(brand: string, passage: string): Opinion<StanceFinding> | null {
  const brandSet = compileBrandSet([{ id: brand, name: brand, aliases: [], domains: [], own: true }]);
  const [mention] = extractAnswer({ text: passage, prompt: null, sources: [], brandSet }).mentions;
  if (!mention) return null;
  const { stance, stanceConfidence, stanceBy } = mention;
  return { value: { stance, quote: "" }, confidence: stanceConfidence, judge: stanceBy };
}
