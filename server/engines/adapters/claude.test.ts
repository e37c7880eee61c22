import { expect, it } from "vitest";
import { awkwardPrompt, sentRequest } from "../testing/sent-request";

it("asks Claude the prompt verbatim, with at most five searches at hand and nothing else said", async () => {
  const { ask, headers, body } = await sentRequest("claude", awkwardPrompt, { city: "Boston" });
  expect(body).toEqual({
    model: "claude-haiku-5-5",
    max_tokens: 16_000,
    messages: [{ role: "user", content: awkwardPrompt }],
    tools: [
      {
        type: "web_search_20250305",
        name: "web_search",
        max_uses: 5,
        user_location: { type: "approximate", country: "US", city: "Boston" },
      },
    ],
  });
  expect(headers.get("anthropic-version")).toBe("2023-06-01");
  expect(headers.get("x-client-request-id")).toBe(ask.askId);
});
