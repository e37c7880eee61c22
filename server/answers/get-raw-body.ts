import { withTenant } from "@/db/tenant";
import { notFound } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { AnswerInput, type RawBodyDto } from "./contract";
import { readRawBody } from "./read-raw-body";

const SHOWN_CHARACTERS = 200_000;

/** What the engine sent for an answer, as it came, for every role: the whole of it, or cut to what a screen can take. */
export async function getRawBody(
  input: AnswerInput,
  part: "whole" | "shown" = "shown",
): Promise<Result<RawBodyDto>> {
  const parsed = parseInput(AnswerInput, input);
  if (!parsed.ok) return parsed;
  return withTenant<RawBodyDto>(async (tx) => {
    const found = await readRawBody(tx, parsed.value.answerId);
    if (!found) return err(notFound("raw body"));
    const cut = part === "shown" && found.body.length > SHOWN_CHARACTERS;
    return ok({ ...found.facts, body: cut ? found.body.slice(0, SHOWN_CHARACTERS) : found.body, cut });
  });
}
