import { compileBrandSet, extractAnswer, foldName } from "@/server/extraction";
import type { RecordedAnswer } from "./labelled-answers";
import { trackedByName } from "./score-labels";
import type { Share } from "./scores";

/**
 * How far ranks agree with the data set's own machine-made top lists, on answers that nobody labelled: by engine, of the
 * hinted brands that are found. The lists are no truth (on labelled answers they agree with the labels to 0.91 and 0.81),
 * but nothing was tuned to them.
 */
export function scoreHints(answers: Iterable<RecordedAnswer>): {
  shares: Map<string, Share>;
  differences: string[];
} {
  const all = [...answers];
  const names = trackedByName(
    all.flatMap(({ recommended }) => recommended.flatMap(({ brand }) => (brand ? [brand] : []))),
  );
  const brandSet = compileBrandSet(
    names.map((name) => ({ id: name, name, aliases: [], domains: [], own: false })),
  );
  const shares = new Map<string, Share>();
  const differences: string[] = [];
  for (const { id, engine, text, prompt, recommended } of all) {
    const { mentions } = extractAnswer({ text, prompt, sources: [], brandSet });
    const found = new Map(mentions.map((mention) => [foldName(mention.brandId), mention]));
    const share = shares.get(engine) ?? { good: 0, of: 0 };
    shares.set(engine, share);
    const seen = new Set<string>();
    for (const { rank, brand } of recommended) {
      if (brand === null || brand === "" || seen.has(foldName(brand))) continue;
      seen.add(foldName(brand));
      const mention = found.get(foldName(brand));
      if (mention === undefined) continue;
      share.of += 1;
      if (mention.rank === rank) share.good += 1;
      else differences.push(`${id} · ${brand} hinted ${rank}, read as ${mention.rank}`);
    }
  }
  return { shares, differences };
}
