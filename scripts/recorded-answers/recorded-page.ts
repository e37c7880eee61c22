import { describeMetric, type IntraPromptCorrelation } from "@/server/metrics";
import {
  betweenEngines,
  betweenQuestions,
  betweenRepeats,
  betweenWordings,
  brandsAnAnswer,
  correlationOf,
  correlationOfWordings,
  type Likeness,
  mostNamed,
  presenceOf,
  type QuestionMean,
} from "./measure-cells";
import type { ReadCell } from "./read-cells";

/** Brands whose presence over all prompts is shown. */
const BRANDS = 12;

/** docs/recorded-answers.md: what repeated asking of two real engines gave. */
export function recordedPage(
  cells: readonly ReadCell[],
  versions: { extractor: string; method: string },
): string {
  const engines = [...Map.groupBy(cells, ({ engine }) => engine)].sort(([a], [b]) => (a < b ? -1 : 1));
  const names = engines.map(([engine]) => engine);
  const answers = cells.reduce((sum, cell) => sum + cell.answers.length, 0);
  const questions = new Set(cells.map(({ question }) => question)).size;
  const prompts = new Set(cells.map(({ prompt }) => prompt)).size;
  const brands = mostNamed(cells, BRANDS);
  return `# Real answers, asked again: what repeats give

Written by \`npm run report:answers\`; extractor ${versions.extractor}, method ${versions.method}. Don't edit. Nothing here is drawn by chance: the same answers give the same file, to the byte.

${answers} answers of ${engines.length} engines, recorded in May 2025: ${questions} questions about consumer products × ${prompts / questions} wordings × 3 repeats (AI Product Bench by Amplifying, MIT License). Brands are found by the product's extractor, in each question among the brands that the data set names for its category. The file of answers isn't part of this repository: \`--answers FILE\` says where it is.

## How alike two answers are

Means over the ${questions} questions, each with a 95 % interval that takes the questions as what varies. *Same brands*: Jaccard's index of the brands named. *Same order*: rank-biased overlap (p = 0.9) of their order. *First differs*: another brand is the first recommendation.

${table(
  ["pair of answers", "same brands", "same order", "first differs"],
  [
    ...engines.map(([engine, own]) => alike(`${engine}: repeats of a prompt`, betweenRepeats(own))),
    ...engines.map(([engine, own]) => alike(`${engine}: two wordings of a question`, betweenWordings(own))),
    alike(`${names.join(" and ")}: the same prompt`, betweenEngines(cells)),
    alike("control: two different questions", betweenQuestions(cells)),
  ],
)}

${engines.map(([engine, own]) => `${engine} names ${brandsAnAnswer(own).toFixed(1)} of a category's brands in an answer`).join("; ")}.

## How alike the answers to one prompt are (ρ)

0: repeats of a prompt are as different as answers to different prompts; 1: a prompt always gets the same answer. Brand by brand over all ${prompts} prompts ρ is large, as a brand belongs to few categories; among the wordings of one question, pooled over questions and brands, it is what repeating a prompt repeats.

${table(
  ["prompts", ...names],
  [
    ["wordings of one question", ...engines.map(([, own]) => correlation(correlationOfWordings(own)))],
    ...brands.map((brand) => [
      `all, for ${brand}`,
      ...engines.map(([, own]) => correlation(correlationOf(own, brand))),
    ]),
  ],
)}

## Presence of the brands named most, over all prompts

${table(
  ["brand", ...names],
  brands.map((brand) => [brand, ...engines.map(([, own]) => describeMetric(presenceOf(own, brand)))]),
)}

## The brand named most, question by question

${prompts / questions} prompts are too few for a level, so the product says counts and a bound.

${table(
  ["question", "brand", ...names],
  [...Map.groupBy(cells, ({ question }) => question)].flatMap(([question, asked]) => {
    const [brand] = mostNamed(asked, 1);
    if (brand === undefined) return [];
    return [
      [
        question,
        brand,
        ...names.map((engine) =>
          describeMetric(
            presenceOf(
              asked.filter((cell) => cell.engine === engine),
              brand,
            ),
          ),
        ),
      ],
    ];
  }),
)}
`;
}

function alike(pair: string, { brands, order, firstDiffers }: Likeness): string[] {
  return [pair, share(brands), share(order), percent(firstDiffers)];
}

function share({ mean, low, high }: QuestionMean): string {
  return `${mean.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`;
}

function percent({ mean, low, high }: QuestionMean): string {
  const whole = (value: number) => (value * 100).toFixed(0);
  return `${whole(mean)} % (${whole(low)}–${whole(high)})`;
}

function correlation(found: IntraPromptCorrelation | null): string {
  if (found === null) return "–";
  return `${found.rho.toFixed(2)} (${found.low.toFixed(2)}–${found.high.toFixed(2)})`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
