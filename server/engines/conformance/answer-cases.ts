import type { AnswerState } from "../contract";
import type { SandboxAnswer } from "../sandbox/sandbox-answer";

export interface AnswerCase {
  readonly answer: SandboxAnswer;
  readonly state: AnswerState;
  /** What has to come out, where it isn't the answer's text as it went in. */
  readonly text?: string;
}

export const review = "https://www.deskreview.example/best?utm_source=openai";
const shop = "https://market.example/c/desks";
const text = `## Käufe 🪑\n\n**Halvorn** is good ([deskreview.example](${review})).\n\nNordaka – 日本語 – is cheap.`;
const passage = { start: text.indexOf("**Halvorn"), end: text.indexOf(".\n\nNordaka") };

export const normal: SandboxAnswer = {
  outcome: "answered",
  text,
  searched: true,
  queries: ["standing desks review"],
  cited: [
    { url: review, title: "The best", span: passage },
    { url: shop, title: null, span: null },
  ],
  retrieved: [
    { url: review, title: "The best" },
    { url: "https://forum.example/t/1", title: null },
  ],
};

/** The text alone, of a model that didn't search. */
export const bare: SandboxAnswer = { ...normal, searched: false, queries: [], cited: [], retrieved: [] };

const awkwardUrls = [
  "https://shop.example/a?b=1&utm_source=openai#:~:text=The%20best",
  "http://user-guides.example:8080/caf%C3%A9/",
  "https://xn--mbel-5qa.example/tische;v=2?q=a+b",
  `https://long.example/${"x".repeat(2_000)}`,
];

const answered = (changes: Partial<SandboxAnswer>): AnswerCase => ({
  answer: { ...normal, ...changes },
  state: "answered",
});
const spoken = (words: string): AnswerCase => ({ answer: { ...bare, text: words }, state: "answered" });

/** What every engine is asked to carry: the answer as it is before an engine's wire format, and the state it must become. */
export const answerCases = {
  normal: answered({}),
  "without search": { answer: bare, state: "answered" },
  "with 150 cited pages": answered({ cited: manyCitations(150) }),
  "with the same citation twice": answered({ cited: [...normal.cited, ...normal.cited] }),
  "with pages that were found and not cited": answered({ cited: [] }),
  "with pages that were cited and not among the found ones": answered({ retrieved: [] }),
  "with sources of which none has a title": answered({
    cited: normal.cited.map((source) => ({ ...source, title: null })),
  }),
  "with awkward urls": answered({
    cited: awkwardUrls.map((url) => ({ url, title: "A page", span: passage })),
  }),
  truncated: { answer: { ...normal, outcome: "truncated" }, state: "truncated" },
  refused: { answer: { ...bare, outcome: "refused", text: "I can't." }, state: "refused" },
  empty: { answer: { ...bare, outcome: "empty", text: "" }, state: "empty" },
  "nothing but blanks": { answer: { ...bare, outcome: "empty", text: " \n\t " }, state: "empty" },
  "not shown at all": { answer: { ...bare, outcome: "no_answer_shown", text: "" }, state: "no_answer_shown" },
  "a megabyte long": spoken("Halvorn stands. 🪑 ".repeat(50_000)),
  "full of emoji": spoken("👩🏽‍🔧 Halvorn 🪑🪑, 🇩🇪 Nordaka ❤️‍🔥"),
  "written from right to left": spoken("\u202Bهالفورن مكتب جيد, ו-Nordaka זול\u202C"),
  "written with combining marks": spoken("Ste\u0301lo, z\u0335\u0321a\u0336lgo, e\u0301\u0302\u0303 ﷽"),
  "written in Japanese": spoken("おすすめは**Halvorn**です。静かで、揺れません。\n\n次点は「Nordaka」。"),
  "with NUL and lone surrogates": {
    answer: { ...bare, text: "a\u0000b \ud83e c \udc00 🪑" },
    state: "answered",
    text: "a\uFFFDb \uFFFD c \uFFFD 🪑",
  },
  "with Windows line ends, tabs and trailing blanks": spoken("Halvorn\r\n\r\n\tsteady  \r\nNordaka  "),
  "with HTML in it": spoken('<script>alert("x")</script> & <b>Halvorn</b> &amp; &lt;'),
  "a table and a list": spoken(
    "| Desk | Price |\n| --- | --- |\n| Halvorn | 600 |\n\n1. Nordaka\n2. Kestrel",
  ),
  "a single character": spoken("."),
} satisfies Record<string, AnswerCase>;

export type AnswerCaseName = keyof typeof answerCases;

function manyCitations(count: number): SandboxAnswer["cited"] {
  return Array.from({ length: count }, (_, index) => ({
    url: `https://source-${index}.example/page`,
    title: `Page ${index}`,
    span: passage,
  }));
}
