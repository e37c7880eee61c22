import type { ProvenanceDto } from "./contract";
import { type Judgement, whyWords } from "./judgement";

/** Who judged, as it is shown beside what they judged. */
export function provenanceOf(judgement: Judgement<unknown>): ProvenanceDto {
  const { judge, promptVersion } = judgement;
  return { judge, promptVersion, why: whyWords(judgement) };
}
