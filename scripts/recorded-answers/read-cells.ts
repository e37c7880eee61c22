import { z } from "zod";
import {
  type BrandDefinition,
  brandNameProblem,
  compileBrandSet,
  extractAnswer,
  foldName,
} from "@/server/extraction";

const Recorded = z.object({
  engine: z.string(),
  promptSet: z.string(),
  prompt: z.string(),
  capturedAt: z.iso.datetime({ offset: true }),
  text: z.string(),
  sources: z.array(z.object({ url: z.string(), title: z.string().nullable() })),
  recommended: z.array(z.object({ brand: z.string().nullish() })),
});
type Recorded = z.infer<typeof Recorded>;

/** What the product's extractor reads out of one recorded answer. Brands are known by their names. */
export interface ReadAnswer {
  readonly day: string;
  readonly isEmpty: boolean;
  /** In the order of first naming. */
  readonly named: readonly string[];
  /** The brand of the best-placed recommended item; null where no brand of the set is one. */
  readonly first: string | null;
}

/** One prompt's answers on one engine. */
export interface ReadCell {
  readonly engine: string;
  /** The question that this prompt is a wording of. */
  readonly question: string;
  readonly prompt: string;
  readonly answers: readonly ReadAnswer[];
}

/** A brand is looked for in a question's answers when this many of them are hinted to recommend it. */
const FEWEST_HINTS = 2;

/**
 * Reads a JSONL file of recorded answers (../shared/answers/README.md tells its fields). Each question has the brand set
 * of its own category: the brands that the data set's hints name for it on either engine. Throws on a malformed line.
 */
export function readCells(content: string): ReadCell[] {
  const lines = content.split("\n").filter((line) => line.trim() !== "");
  const answers = lines.map((line) => Recorded.parse(JSON.parse(line)));
  return [...Map.groupBy(answers, ({ promptSet }) => promptSet)].flatMap(([question, asked]) => {
    const brandSet = compileBrandSet(brandsOf(asked));
    return [...Map.groupBy(asked, ({ engine, prompt }) => `${engine} ${prompt}`).values()].flatMap((cell) => {
      const [one] = cell;
      if (one === undefined) return [];
      const read = cell.map((answer) => readAnswer(answer, brandSet));
      return [{ engine: one.engine, question, prompt: one.prompt, answers: read }];
    });
  });
}

function readAnswer(answer: Recorded, brandSet: ReturnType<typeof compileBrandSet>): ReadAnswer {
  const { mentions } = extractAnswer({
    text: answer.text,
    prompt: answer.prompt,
    sources: answer.sources.map((source, index) => ({
      ...source,
      kind: "cited",
      ordinal: index + 1,
      spans: [],
    })),
    brandSet,
  });
  const ranked = mentions.filter(({ rank }) => rank !== null).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  return {
    day: answer.capturedAt.slice(0, 10),
    isEmpty: answer.text.trim() === "",
    named: [...mentions].sort((a, b) => a.order - b.order).map(({ brandId }) => brandId),
    first: ranked[0]?.brandId ?? null,
  };
}

/** Hinted brands of a question, in the spelling used most; ids are names. */
function brandsOf(answers: readonly Recorded[]): BrandDefinition[] {
  const hinted = answers.flatMap(({ recommended }) => {
    const names = recommended.flatMap(({ brand }) => (brand ? [brand] : []));
    return [...new Map(names.map((name) => [foldName(name), name])).values()];
  });
  return [...Map.groupBy(hinted, foldName).values()]
    .filter((uses) => uses.length >= FEWEST_HINTS)
    .map(mostUsed)
    .filter((name) => brandNameProblem(name) === null)
    .sort()
    .map((name) => ({ id: name, name, aliases: [], domains: [], own: false }));
}

function mostUsed(spellings: readonly string[]): string {
  const groups = [...Map.groupBy(spellings, (spelling) => spelling).values()];
  return groups.sort((a, b) => b.length - a.length)[0]?.[0] ?? "";
}
