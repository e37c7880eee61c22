import type { z } from "zod";
import type { ParsedAnswer } from "../contract";
import { failedCode } from "./dataforseo-failures";
import { Envelope, type Task } from "./dataforseo-shape";
import { parseJson, providerError } from "./parsed-answer";

/**
 * What every DataForSEO body has: the envelope with its status codes and its cost, and one task, which `readTask` reads.
 * Never throws if `readTask` doesn't.
 */
export function readDataForSeoBody(rawBody: string, readTask: (task: Task) => ParsedAnswer): ParsedAnswer {
  const json = parseJson(rawBody);
  if (!json.ok) return providerError("the body is not JSON");
  const checked = Envelope.safeParse(json.value);
  if (!checked.success) return providerError(`not a DataForSEO body: ${fieldsOf(checked.error)}`);
  const task = checked.data.tasks?.[0];
  const cost = task?.cost ?? checked.data.cost ?? null;
  const costMicros = cost === null || cost < 0 ? null : Math.round(cost * 1_000_000);
  const code = failedCode(checked.data);
  if (code !== null) return providerError(`DataForSEO code ${code}`, { costMicros });
  if (!task) return providerError("not a DataForSEO body: tasks", { costMicros });
  return { ...readTask(task), costMicros };
}

/** The fields that a body of the wrong shape is wrong in. */
export function fieldsOf(error: z.ZodError, within = ""): string {
  const fields = error.issues.map((issue) => within + issue.path.join(".") || "body");
  return [...new Set(fields)].join(", ");
}
