import { z } from "zod";
import type { BrandDefinition } from "@/server/extraction";

const Brand = z.union([
  z.string().trim().min(1),
  z.object({
    name: z.string().trim().min(1),
    aliases: z.array(z.string()).default([]),
    domains: z.array(z.string()).default([]),
  }),
]);
const Brands = z.union([
  z.array(Brand),
  z.object({ brands: z.array(Brand) }).transform(({ brands }) => brands),
]);

const Source = z.union([
  z.string(),
  z.object({
    url: z.string(),
    title: z.string().nullish(),
    kind: z.enum(["cited", "retrieved"]).default("cited"),
  }),
]);
const Answer = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  text: z
    .string()
    .nullish()
    .transform((text) => text ?? ""),
  engine: z.string().nullish(),
  prompt: z.string().nullish(),
  sources: z.array(Source).nullish(),
});

/** One answer of a file: what the extraction needs of it. */
export type AnswerInput = z.output<typeof Answer>;

function why(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join(".") || "it"}: ${message}`).join("; ");
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${where} is no JSON`);
  }
}

/** Brands of a JSON file: names, or objects with name, aliases and domains. The name is the id. Throws a sentence. */
export function readBrands(content: string): BrandDefinition[] {
  const parsed = Brands.safeParse(parseJson(content, "The file of brands"));
  if (!parsed.success) throw new Error(`The file of brands can't be used: ${why(parsed.error)}`);
  return parsed.data.map((brand) =>
    typeof brand === "string"
      ? { id: brand, name: brand, aliases: [], domains: [], own: false }
      : { id: brand.name, ...brand, own: false },
  );
}

/** Answers of a JSONL file, one a line; empty lines are passed over. Throws a sentence that names the line. */
export function readAnswers(content: string): AnswerInput[] {
  return content.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    const where = `Line ${index + 1} of the answers`;
    const parsed = Answer.safeParse(parseJson(line, where));
    if (!parsed.success) throw new Error(`${where} can't be used: ${why(parsed.error)}`);
    return [parsed.data];
  });
}
