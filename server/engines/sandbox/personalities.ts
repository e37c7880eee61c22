import { everydayTaste } from "./market-sources";
import type { Personality } from "./personality";

/** Of an engine that nobody has described: an API that searches, and leans on a bit of everything. */
export const defaultPersonality: Personality = {
  odd: { refused: 0.01, empty: 0.01, truncated: 0.01, noAnswerShown: 0, withoutSearch: 0.12 },
  presence: {},
  shapes: ["numbered", "bullets", "headings", "table", "prose"],
  length: { brands: 7, considerations: true },
  sources: { ...everydayTaste, wiki: 1 },
  citing: { ownSite: 0.3, others: 0.45, closing: 0.7 },
  looked: { least: 3, spread: 4 },
  links: { share: 0.4, style: "host" },
  urlMark: { kind: "passage", share: 0 },
};

const page = { refused: 0, empty: 0.01, truncated: 0, withoutSearch: 0 };

/**
 * By engine id. The own brand rises on ChatGPT and stands still on Google AI Mode. These two are what the demo's numbers and
 * the pictures of its screens are made of: a change of theirs changes both.
 */
export const personalities: Readonly<Record<string, Personality>> = {
  chatgpt: {
    ...defaultPersonality,
    presence: {
      Halvorn: { from: 0.35, to: 0.55 },
      Verticore: { from: 0.82, to: 0.78 },
      Nordaka: { from: 0.62, to: 0.62 },
      "Trestle & Pine": { from: 0.3, to: 0.24 },
      Kestrel: { from: 0.48, to: 0.48 },
      Ampline: { from: 0.34, to: 0.34 },
      Stélo: { from: 0.14, to: 0.2 },
    },
    sources: everydayTaste,
    links: { share: 0.85, style: "host" },
    urlMark: { kind: "query", query: "utm_source=openai", share: 0.6 },
  },
  google_ai_mode: {
    ...defaultPersonality,
    odd: { ...page, noAnswerShown: 0.06 },
    presence: {
      Halvorn: { from: 0.42, to: 0.42 },
      Verticore: { from: 0.66, to: 0.66 },
      Nordaka: { from: 0.74, to: 0.74 },
      "Trestle & Pine": { from: 0.18, to: 0.18 },
      Kestrel: { from: 0.33, to: 0.33 },
      Ampline: { from: 0.46, to: 0.4 },
      Stélo: { from: 0.2, to: 0.2 },
    },
    sources: everydayTaste,
    links: { share: 0.25, style: "title" },
    urlMark: { kind: "passage", share: 0.3 },
  },
  // Short, on half of all pages, and close to what the page of results shows: shops, videos, forums.
  google_ai_overviews: {
    ...defaultPersonality,
    odd: { ...page, noAnswerShown: 0.45 },
    presence: {
      Halvorn: { from: 0.3, to: 0.24 },
      Verticore: { from: 0.62, to: 0.7 },
      Nordaka: { from: 0.7, to: 0.66 },
    },
    shapes: ["bullets", "bullets", "prose", "cards"],
    length: { brands: 4, considerations: false },
    sources: { review: 1, forum: 2, shop: 3, video: 3, guide: 1 },
    citing: { ownSite: 0.35, others: 0.6, closing: 0.4 },
    links: { share: 0, style: "title" },
    urlMark: { kind: "passage", share: 0.4 },
  },
  // As the API, and yet not the same: cards of products, more forums, other odds.
  chatgpt_web: {
    ...defaultPersonality,
    odd: { refused: 0.005, empty: 0.005, truncated: 0.005, noAnswerShown: 0, withoutSearch: 0.25 },
    presence: {
      Halvorn: { from: 0.28, to: 0.5 },
      Verticore: { from: 0.74, to: 0.7 },
      Nordaka: { from: 0.56, to: 0.6 },
      Ampline: { from: 0.42, to: 0.3 },
    },
    shapes: ["numbered", "headings", "headings", "cards", "cards", "table"],
    sources: { review: 2, guide: 1, forum: 3, shop: 2, social: 1, video: 1 },
    citing: { ownSite: 0.4, others: 0.5, closing: 0.5 },
    looked: { least: 6, spread: 8 },
    links: { share: 0.9, style: "host" },
    urlMark: { kind: "query", query: "utm_source=chatgpt.com", share: 0.8 },
  },
  // Long, careful, refuses more, and shows its sources beside the text; reads much and cites little of it.
  claude: {
    ...defaultPersonality,
    odd: { refused: 0.03, empty: 0.005, truncated: 0.02, noAnswerShown: 0, withoutSearch: 0.2 },
    presence: {
      Halvorn: { from: 0.4, to: 0.46 },
      Verticore: { from: 0.6, to: 0.6 },
      "Trestle & Pine": { from: 0.44, to: 0.5 },
    },
    shapes: ["headings", "headings", "prose", "bullets"],
    sources: { review: 3, guide: 3, advice: 2, news: 1 },
    citing: { ownSite: 0.15, others: 0.35, closing: 0.6 },
    looked: { least: 8, spread: 5 },
    links: { share: 0, style: "title" },
  },
  // Leans on videos, encyclopedias and the makers' own sites.
  gemini: {
    ...defaultPersonality,
    presence: {
      Halvorn: { from: 0.46, to: 0.38 },
      Nordaka: { from: 0.7, to: 0.74 },
      Kestrel: { from: 0.4, to: 0.52 },
    },
    shapes: ["bullets", "table", "table", "headings"],
    sources: { review: 1, guide: 1, video: 4, wiki: 4, news: 1 },
    citing: { ownSite: 0.55, others: 0.3, closing: 0.3 },
    looked: { least: 1, spread: 3 },
    links: { share: 0, style: "title" },
  },
  // Dense with citations of tests and forums, and always searches.
  perplexity: {
    ...defaultPersonality,
    odd: { refused: 0.005, empty: 0.01, truncated: 0.005, noAnswerShown: 0, withoutSearch: 0 },
    presence: {
      Halvorn: { from: 0.38, to: 0.48 },
      Verticore: { from: 0.72, to: 0.66 },
      Stélo: { from: 0.28, to: 0.36 },
    },
    shapes: ["bullets", "numbered", "table", "prose"],
    length: { brands: 5, considerations: false },
    sources: { review: 4, forum: 3, guide: 2, news: 2, social: 1 },
    citing: { ownSite: 0.4, others: 0.95, closing: 0.9 },
    looked: { least: 2, spread: 4 },
    links: { share: 0.95, style: "marker" },
  },
  // Short and blunt, and lives on what people post.
  grok: {
    ...defaultPersonality,
    odd: { refused: 0.002, empty: 0.01, truncated: 0.01, noAnswerShown: 0, withoutSearch: 0.08 },
    presence: {
      Halvorn: { from: 0.22, to: 0.36 },
      Verticore: { from: 0.78, to: 0.84 },
      Ampline: { from: 0.5, to: 0.56 },
    },
    shapes: ["numbered", "prose", "prose", "bullets"],
    length: { brands: 3, considerations: false },
    sources: { social: 6, forum: 3, news: 2, review: 1 },
    citing: { ownSite: 0.1, others: 0.8, closing: 0.5 },
    looked: { least: 5, spread: 6 },
    links: { share: 0.9, style: "number" },
  },
};
