import { z } from "zod";
import type { SandboxAnswer } from "./sandbox-answer";
import { parseJsonBody, type WireFormat, type WireFrame, type WireReply } from "./wire-format";

const version = "0.1.20261001";

/** What a task has at every endpoint; a field that an endpoint doesn't know is refused. */
export const CommonTask = z.strictObject({
  keyword: z.string().min(1).max(6300),
  location_code: z.int().optional(),
  location_name: z.string().optional(),
  language_code: z.string().min(2).optional(),
  language_name: z.string().optional(),
  tag: z.string().max(255).optional(),
});

/** What differs from one of the vendor's endpoints to the next. */
interface Endpoint {
  readonly path: readonly string[];
  /** What the vendor repeats in `data`, before the task itself. */
  readonly data: Readonly<Record<string, string>>;
  /** Of the decoded keyword. */
  readonly maxKeyword: number;
  readonly task: z.ZodType<z.infer<typeof CommonTask>>;
  /** USD that the vendor charges for the answer. */
  costOf(answer: SandboxAnswer, frame: WireFrame): number;
  resultOf(answer: SandboxAnswer, frame: WireFrame): unknown;
}

/** DataForSEO: basic auth, an array of exactly one task, HTTP 200 for nearly everything and the outcome in status codes. */
export function dataForSeoWire(endpoint: Endpoint): WireFormat {
  const invalidField = (field: string) => invalidTask(endpoint.path, field);

  function reply(frame: WireFrame, outcome: Outcome): WireReply {
    const { code, message, cost, result } = outcome;
    const task = {
      id: frame.replyId,
      status_code: code,
      status_message: message,
      time: "4.0 sec.",
      cost,
      result_count: result?.length ?? 0,
      path: endpoint.path,
      data: { ...endpoint.data, ...frame.request.echo },
      result,
    };
    return { httpStatus: 200, json: envelope(task, cost, code === 20_000 ? 0 : 1) };
  }

  return {
    read(headers, body) {
      const credentials = /^Basic (\S+)$/.exec(headers.authorization ?? "")?.[1];
      if (!credentials || !Buffer.from(credentials, "base64").toString().includes(":")) {
        return {
          ok: false,
          refusal: refusal(401, 40_100, "You are not Authorized to Access this Resource."),
        };
      }
      const json = parseJsonBody(body);
      if (!Array.isArray(json)) return { ok: false, refusal: refusal(200, 40_503, "POST Data Is Invalid.") };
      if (json.length !== 1) {
        return { ok: false, refusal: refusal(200, 40_000, "You can set only one task at a time.") };
      }
      const checked = endpoint.task.safeParse(json[0]);
      if (!checked.success) return { ok: false, refusal: invalidField(fieldIn(checked.error)) };
      const task = checked.data;
      const prompt = decodeKeyword(task.keyword);
      if (prompt.length > endpoint.maxKeyword) return { ok: false, refusal: invalidField("keyword") };
      if (!task.location_code && !task.location_name) {
        return { ok: false, refusal: invalidField("location_code") };
      }
      const request = { prompt, requestId: task.tag ?? null, language: task.language_code, echo: task };
      return { ok: true, request };
    },
    encode: (answer, frame) =>
      reply(frame, {
        code: 20_000,
        message: "Ok.",
        cost: endpoint.costOf(answer, frame),
        result: [endpoint.resultOf(answer, frame)],
      }),
    unknownPrompt: (frame) =>
      reply(frame, { code: 40_501, message: "Invalid Field: 'keyword'.", cost: 0, result: null }),
    rateLimited: (seconds) => ({
      ...refusal(429, 40_202, "The rate-limit per minute has been exceeded."),
      headers: { "retry-after": String(seconds) },
    }),
    serverError: () => refusal(500, 50_000, "Internal Error."),
    failureInside: (frame) =>
      reply(frame, { code: 50_000, message: "Internal Error.", cost: 0, result: null }),
  };
}

interface Outcome {
  readonly code: number;
  readonly message: string;
  readonly cost: number;
  readonly result: readonly unknown[] | null;
}

/** Simulated time of an answer, as the vendor writes it. */
export function vendorTime(observedAt: Date): string {
  return `${observedAt.toISOString().slice(0, 19).replace("T", " ")} +00:00`;
}

/** Host of a url, as the vendor gives it beside the url itself. */
export function hostOf(url: string): string {
  return /^https?:\/\/([^/]+)/.exec(url)?.[1] ?? "";
}

/** The vendor decodes %xx and reads + as a space; what isn't valid escaping stays as it is. */
function decodeKeyword(keyword: string): string {
  const spaced = keyword.replaceAll("+", " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

function refusal(httpStatus: number, code: number, message: string): WireReply {
  const json = {
    version,
    status_code: code,
    status_message: message,
    time: "0 sec.",
    cost: 0,
    tasks_count: 0,
    tasks_error: 0,
    tasks: null,
  };
  return { httpStatus, json };
}

function fieldIn(error: z.ZodError): string {
  const issue = error.issues[0];
  return issue?.code === "unrecognized_keys" ? (issue.keys[0] ?? "") : String(issue?.path[0] ?? "");
}

function invalidTask(path: readonly string[], field: string): WireReply {
  const task = {
    id: "0",
    status_code: 40_501,
    status_message: `Invalid Field: '${field}'.`,
    time: "0 sec.",
    cost: 0,
    result_count: 0,
    path,
    data: {},
    result: null,
  };
  return { httpStatus: 200, json: envelope(task, 0, 1) };
}

function envelope(task: unknown, cost: number, errors: number) {
  return {
    version,
    status_code: 20_000,
    status_message: "Ok.",
    time: "4.1 sec.",
    cost,
    tasks_count: 1,
    tasks_error: errors,
    tasks: [task],
  };
}
