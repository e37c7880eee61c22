import { expect, it } from "vitest";
import { awkwardPrompt, sentRequest } from "../testing/sent-request";

it("asks Grok the prompt verbatim, with search at hand, its sources asked for and nothing else said", async () => {
  const { ask, headers, body } = await sentRequest("grok", awkwardPrompt, { country: "DE", language: "de" });
  expect(body).toEqual({
    model: "grok-4.3",
    input: [{ role: "user", content: awkwardPrompt }],
    tools: [{ type: "web_search" }],
    include: ["web_search_call.action.sources"],
    store: false,
  });
  expect(headers.get("x-client-request-id")).toBe(ask.askId);
});
