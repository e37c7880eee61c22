import { expect, it } from "vitest";
import { awkwardPrompt, sentRequest } from "../testing/sent-request";

it("asks ChatGPT the prompt verbatim, with search at hand and nothing else said", async () => {
  const { ask, headers, body } = await sentRequest("chatgpt", awkwardPrompt);
  expect(body).toEqual({
    model: "gpt-5-mini",
    input: awkwardPrompt,
    tools: [{ type: "web_search", user_location: { type: "approximate", country: "US" } }],
    include: ["web_search_call.action.sources"],
    store: false,
    metadata: { model_requested: "gpt-5-mini" },
  });
  expect(headers.get("x-client-request-id")).toBe(ask.askId);
});
