import { withTenant } from "@/db/tenant";
import { notFound } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { CheckPromptsInput, type PromptChecksDto } from "./contract";
import { ownBrandReader } from "./own-brand-reader";

/** Says of prompts that are not saved yet whether they name the own brand, for every role. Writes nothing. */
export async function checkPrompts(input: CheckPromptsInput): Promise<Result<PromptChecksDto>> {
  const parsed = parseInput(CheckPromptsInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, texts } = parsed.value;
  const reader = await withTenant(async (tx) => {
    const found = await ownBrandReader(tx, projectId);
    return found ? ok(found) : err(notFound("project"));
  });
  if (!reader.ok) return reader;
  const { ownBrand, isNamedIn } = reader.value;
  return ok({ ownBrand, namesOwnBrand: texts.map(isNamedIn) });
}
