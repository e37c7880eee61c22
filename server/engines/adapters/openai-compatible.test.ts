import { expect, it } from "vitest";
import { getEngine } from "../registry";
import { mintedAsk } from "../testing/minted-ask";
import { awkwardPrompt, sentRequest } from "../testing/sent-request";

it("asks the endpoint's model the prompt verbatim, and nothing else is said", async () => {
  const { body } = await sentRequest("openai_compatible", awkwardPrompt);
  expect(body).toEqual({
    model: "sandbox-model",
    messages: [{ role: "user", content: awkwardPrompt }],
  });
});

it("needs an address and a model, and sends a key only if there is one", async () => {
  const engine = getEngine("openai_compatible");
  expect(engine.status({ OPENAI_COMPATIBLE_BASE_URL: "http://127.0.0.1:11434/v1/" })).toMatchObject({
    ready: false,
    reason: expect.stringContaining("OPENAI_COMPATIBLE_MODEL"),
  });
  const environment = {
    OPENAI_COMPATIBLE_BASE_URL: "http://127.0.0.1:11434/v1/",
    OPENAI_COMPATIBLE_MODEL: "llama",
  };
  const sent: Request[] = [];
  const ask = (more: Record<string, string>) =>
    engine
      .ask(mintedAsk("which desk?"), {
        environment: { ...environment, ...more },
        fetch: async (input, init) => {
          sent.push(new Request(input, init));
          return new Response("{}", { status: 400 });
        },
      })
      .catch(() => null);
  await ask({});
  await ask({ OPENAI_COMPATIBLE_API_KEY: "k" });
  expect(sent.map(({ url, headers }) => [url, headers.get("authorization")])).toEqual([
    ["http://127.0.0.1:11434/v1/chat/completions", null],
    ["http://127.0.0.1:11434/v1/chat/completions", "Bearer k"],
  ]);
});
