import type { z } from "zod";
import { AppError } from "./errors";
import { err, ok, type Result } from "./result";

/** The input as `schema` wants it, or `invalid_input` with every problem by field, in words for the person who typed it. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): Result<z.output<Schema>> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return ok(parsed.data);
  return err(invalidInput(parsed.error));
}

/** What zod found, as a refusal: in one sentence, and as `problems` by field for the form that it came from. */
export function invalidInput({ issues }: z.ZodError): AppError {
  const problems = issues.map((issue) => ({ field: issue.path.join("."), problem: issue.message }));
  const words = problems.map(({ field, problem }) => (field ? `${field}: ${problem}` : problem)).join("; ");
  return new AppError("invalid_input", words, { problems });
}
