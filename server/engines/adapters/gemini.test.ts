import { expect, it } from "vitest";
import { parseRawBody } from "../parse-raw-body";
import { awkwardPrompt, sentRequest } from "../testing/sent-request";
import { sealedBodies } from "../wire/reply-envelope";

it("asks Gemini the prompt verbatim, with search at hand and nothing else said", async () => {
  const { ask, headers, body } = await sentRequest("gemini", awkwardPrompt, {
    country: "DE",
    language: "de",
  });
  expect(body).toEqual({
    contents: [{ role: "user", parts: [{ text: awkwardPrompt }] }],
    tools: [{ google_search: {} }],
  });
  expect(headers.get("x-client-request-id")).toBe(ask.askId);
});

it("brings home the pages behind the links, over HTTP, with the vendor's reply as it came", async () => {
  const { reply } = await sentRequest("gemini", "What is the best standing desk for a home office?");
  const [vendors] = sealedBodies(reply.body);
  expect(reply.body).toContain(vendors);
  expect(vendors).not.toContain("deskreview.example/");
  const { citations } = parseRawBody("gemini", reply.body);
  expect(citations.length).toBeGreaterThan(2);
  for (const { url, redirect } of citations) {
    expect(url).toMatch(/^https:\/\/[a-z.]+\.example\//);
    expect(redirect).toEqual({
      url: expect.stringMatching(/^https:\/\/vertexaisearch\.cloud\.google\.com\/grounding-api-redirect\//),
      status: "resolved",
    });
  }
});
