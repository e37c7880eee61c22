import { z } from "zod";
import type { SandboxAnswer, SandboxSource } from "./sandbox-answer";
import { parseJsonBody, type WireFormat, type WireFrame, type WireReply } from "./wire-format";

const path = ["v3", "serp", "google", "ai_mode", "live", "advanced"];
const version = "0.1.20261001";
/** USD that the vendor charges for a live page. */
const pageCost = 0.004;

const Task = z.strictObject({
  keyword: z.string().min(1).max(2100),
  location_code: z.int().optional(),
  location_name: z.string().optional(),
  language_code: z.string().min(2).optional(),
  language_name: z.string().optional(),
  device: z.enum(["desktop", "mobile"]).optional(),
  os: z.string().optional(),
  tag: z.string().max(255).optional(),
});

/** DataForSEO: basic auth, an array of exactly one task, HTTP 200 for nearly everything and the outcome in status codes. */
export const dataForSeoAiModeWire: WireFormat = {
  read(headers, body) {
    const credentials = /^Basic (\S+)$/.exec(headers.authorization ?? "")?.[1];
    if (!credentials || !Buffer.from(credentials, "base64").toString().includes(":")) {
      return { ok: false, refusal: refusal(401, 40_100, "You are not Authorized to Access this Resource.") };
    }
    const json = parseJsonBody(body);
    if (!Array.isArray(json)) return { ok: false, refusal: refusal(200, 40_503, "POST Data Is Invalid.") };
    if (json.length !== 1)
      return { ok: false, refusal: refusal(200, 40_000, "You can set only one task at a time.") };
    const checked = Task.safeParse(json[0]);
    if (!checked.success) return { ok: false, refusal: invalid(checked.error.issues[0]) };
    const task = checked.data;
    const prompt = decodeKeyword(task.keyword);
    if (prompt.length > 700) return { ok: false, refusal: invalidField("keyword") };
    if (!task.location_code && !task.location_name)
      return { ok: false, refusal: invalidField("location_code") };
    return { ok: true, request: { prompt, requestId: task.tag ?? null, echo: task } };
  },
  encode: (answer, frame) => reply(frame, 20_000, "Ok.", pageCost, [resultOf(answer, frame)]),
  unknownPrompt: (frame) => reply(frame, 40_501, "Invalid Field: 'keyword'.", 0, null),
  rateLimited: (seconds) => ({
    ...refusal(429, 40_202, "The rate-limit per minute has been exceeded."),
    headers: { "retry-after": String(seconds) },
  }),
  serverError: () => refusal(500, 50_000, "Internal Error."),
  failureInside: (frame) => reply(frame, 50_000, "Internal Error.", 0, null),
};

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

function invalid(issue: z.core.$ZodIssue | undefined): WireReply {
  return invalidField(
    issue?.code === "unrecognized_keys" ? (issue.keys[0] ?? "") : String(issue?.path[0] ?? ""),
  );
}

function invalidField(field: string): WireReply {
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

function reply(
  frame: WireFrame,
  code: number,
  message: string,
  cost: number,
  result: unknown[] | null,
): WireReply {
  const task = {
    id: frame.replyId,
    status_code: code,
    status_message: message,
    time: "4.0 sec.",
    cost,
    result_count: result?.length ?? 0,
    path,
    data: { api: "serp", function: "live", se: "google", se_type: "ai_mode", ...frame.request.echo },
    result,
  };
  return { httpStatus: 200, json: envelope(task, cost, code === 20_000 ? 0 : 1) };
}

function resultOf(answer: SandboxAnswer, { request, observedAt }: WireFrame) {
  const items = answer.outcome === "no_answer_shown" ? [] : [overviewOf(answer)];
  return {
    keyword: request.prompt,
    type: "ai_mode",
    se_domain: "google.com",
    location_code: request.echo.location_code ?? null,
    language_code: request.echo.language_code ?? null,
    check_url: `https://www.google.com/search?udm=50&q=${encodeURIComponent(request.prompt)}`,
    datetime: `${observedAt.toISOString().slice(0, 19).replace("T", " ")} +00:00`,
    spell: null,
    refinement_chips: null,
    item_types: items.length > 0 ? ["ai_overview"] : [],
    se_results_count: 0,
    items_count: items.length,
    items,
  };
}

function overviewOf(answer: SandboxAnswer) {
  const references = [...new Map(answer.cited.map((source) => [source.url, source])).values()];
  return {
    type: "ai_overview",
    rank_group: 1,
    rank_absolute: 1,
    page: 1,
    position: "left",
    xpath: "/html[1]/body[1]/div[3]/div[1]",
    markdown: answer.text,
    items: sectionsOf(answer),
    references: references.map(reference),
    rectangle: null,
  };
}

/** A section is a paragraph of the markdown, with the sources whose passage ends in it. */
function sectionsOf(answer: SandboxAnswer) {
  let start = 0;
  return answer.text.split("\n\n").map((markdown) => {
    const from = start;
    const to = from + markdown.length;
    start = to + 2;
    const inside = answer.cited.filter(({ span }) => span && span.end > from && span.end <= to);
    return {
      type: "ai_overview_element",
      position: "left",
      title: null,
      text: markdown.replace(/[*#|]/g, ""),
      markdown,
      links: null,
      images: null,
      references: inside.length > 0 ? inside.map(reference) : null,
    };
  });
}

function reference({ url, title }: SandboxSource) {
  const host = /^https?:\/\/([^/]+)/.exec(url)?.[1] ?? "";
  return {
    type: "ai_overview_reference",
    position: "left",
    source: host.replace(/^www\./, ""),
    domain: host,
    url,
    title,
    text: null,
  };
}
