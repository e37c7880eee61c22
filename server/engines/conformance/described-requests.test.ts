import { describe, expect, it } from "vitest";
import { askEngine } from "../ask-engine";
import { engines } from "../registry";
import { mintedAsk } from "../testing/minted-ask";

const PROMPT = "Which standing desk is quiet?";

/** What the adapter sends with the vendor's own addresses, which nobody answers. */
async function sentBy(engineId: string, variables: readonly string[]) {
  const sent: { line: string; body: string }[] = [];
  const keys = variables.filter((name) => !name.endsWith("_URL") || name.startsWith("OPENAI_COMPATIBLE"));
  const environment = Object.fromEntries(
    keys.map((name) => [name, name.endsWith("_URL") ? "https://endpoint.example/v1" : "x"]),
  );
  await askEngine(engineId, mintedAsk(PROMPT), {
    environment,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      sent.push({ line: `${request.method} ${request.url}`, body: await request.text() });
      return new Response("{}", { status: 400 });
    },
  }).catch(() => null);
  const [first] = sent;
  if (!first) throw new Error(`${engineId} sent nothing`);
  return first;
}

/** Whether what is sent is what is said of it. */
function isAsSaid(
  said: { endpoint: string; model: string | null },
  { line, body }: { line: string; body: string },
): boolean {
  const endpoint = said.endpoint.replace("{OPENAI_COMPATIBLE_BASE_URL}", "https://endpoint.example/v1");
  return line === endpoint && (said.model === null || `${line} ${body}`.includes(said.model));
}

describe.each(engines)("$id", ({ id, variables, request, knownLimits }) => {
  it("sends what its page says: to that address, with that model, the prompt verbatim and once, without a system prompt", async () => {
    const sent = await sentBy(id, variables);
    expect(isAsSaid(request, sent), sent.line).toBe(true);
    expect(sent.body.split(JSON.stringify(PROMPT).slice(1, -1))).toHaveLength(2);
    expect(sent.body).not.toMatch(/"(system|developer|instructions)"/);
    expect(request.prompt).toMatch(/^verbatim/);
    expect(isAsSaid({ ...request, endpoint: `${request.endpoint}/v2` }, sent)).toBe(false);
    expect(isAsSaid({ ...request, model: "another-model" }, sent)).toBe(false);
  });

  it("says its limits in whole sentences", () => {
    expect(knownLimits.length).toBeGreaterThan(0);
    for (const limit of knownLimits) expect(limit).toMatch(/^[A-Z].+[.]$/);
  });
});
