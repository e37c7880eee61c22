import { expect, it } from "vitest";
import { normal } from "../conformance/answer-cases";
import { parseRawBody } from "../parse-raw-body";
import { encodedBody } from "../testing/encoded-body";
import { awkwardPrompt, sentRequest } from "../testing/sent-request";
import { googleAiOverviews } from "./google-ai-overviews";

const parse = (body: unknown) => parseRawBody("google_ai_overviews", JSON.stringify(body));

/** The vendor's page around an answer, for tests that change something on it. */
async function pageWith(change: (result: Record<string, unknown>) => void) {
  const body = JSON.parse(await encodedBody(googleAiOverviews, normal));
  change(body.tasks[0].result[0]);
  return body;
}

it("asks Google the prompt verbatim, of that country and language, and waits for an overview that loads later", async () => {
  const { ask, reply, body } = await sentRequest("google_ai_overviews", awkwardPrompt, {
    country: "DE",
    language: "de",
  });
  expect(body).toEqual([
    {
      keyword: awkwardPrompt.replaceAll("%", "%25").replaceAll("+", "%2B"),
      location_code: 2276,
      language_code: "de",
      device: "desktop",
      load_async_ai_overview: true,
      tag: ask.askId,
    },
  ]);
  expect(JSON.parse(reply.body).tasks[0].result[0].keyword).toBe(awkwardPrompt);
});

it("cites what stands in the overview, and none of the results below it", async () => {
  const body = await pageWith(() => undefined);
  const urls = parse(body).citations.map(({ url }) => url);
  const results = body.tasks[0].result[0].items.filter(({ type }: { type: string }) => type === "organic");
  expect(results.length).toBeGreaterThan(0);
  expect(urls).toEqual(normal.cited.map(({ url }) => url));
});

it("cites item-level links and videos, and no advertisement", async () => {
  const body = await pageWith((result) => {
    result.items = [
      {
        type: "ai_overview",
        markdown: "Halvorn is steady.",
        references: null,
        items: [
          {
            type: "ai_overview_element",
            markdown: "Halvorn is steady.",
            links: [{ type: "link_element", title: "Test", url: "https://a.example/" }],
            references: [],
          },
          { type: "ai_overview_video_element", title: "Watch", url: "https://video.example/1" },
          { type: "ai_overview_paid", items: [{ title: "Buy", url: "https://ad.example/" }] },
        ],
      },
    ];
  });
  expect(parse(body)).toMatchObject({
    state: "answered",
    searchTriggered: true,
    citations: [
      { url: "https://a.example/", title: "Test", kind: "cited", ordinal: 1 },
      { url: "https://video.example/1", title: "Watch", kind: "cited", ordinal: 2 },
    ],
  });
});

it("takes a page without an overview for no answer shown, at what the vendor took for it and half the credits", async () => {
  const shown = JSON.parse(await encodedBody(googleAiOverviews, normal));
  expect(parse(shown)).toMatchObject({ state: "answered", costMicros: 4000 });
  const none = await encodedBody(googleAiOverviews, {
    ...normal,
    outcome: "no_answer_shown",
    text: "",
    cited: [],
  });
  expect(parseRawBody("google_ai_overviews", none)).toMatchObject({
    state: "no_answer_shown",
    reason: "no AI answer on the page",
    text: "",
    citations: [],
    costMicros: 2000,
  });
  expect(googleAiOverviews.price).toEqual({ credits: 2, noAnswerShownCredits: 1 });
});

it("takes an overview that was announced and not loaded for an error, never for an empty one", async () => {
  const body = await pageWith((result) => {
    result.items = [{ type: "ai_overview", asynchronous_ai_overview: true, markdown: null, items: null }];
  });
  expect(parse(body)).toMatchObject({
    state: "provider_error",
    reason: expect.stringMatching(/loads .* later/),
  });
});

it("doesn't read one of two overviews and lose the other", async () => {
  const body = await pageWith((result) => {
    const fine = { type: "ai_overview", markdown: "Halvorn." };
    result.items = [fine, { type: "ai_overview", markdown: 7 }];
  });
  expect(parse(body)).toMatchObject({ state: "provider_error", text: "" });
});
