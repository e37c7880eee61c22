// The two files that the import screen shows and hands out. A test imports both, so they are known to come in.

const ANSWER = "For a small room I would look at **Halvorn** first; Verticore is cheaper.";

export const TEMPLATES = [
  {
    format: "jsonl",
    title: "JSONL",
    detail: "One JSON object a line. Further fields are kept and not read.",
    fileName: "citestreak-import-template.jsonl",
    type: "application/jsonl",
    content: [
      {
        engine: "chatgpt",
        prompt: "Which standing desk is best for a small room?",
        text: ANSWER,
        capturedAt: "2026-10-20T09:00:00Z",
        sources: [{ url: "https://halvorn.example/rise", title: "Halvorn Rise" }],
      },
      {
        engine: "google_ai_mode",
        prompt: "Which standing desk is best for a small room?",
        text: "Reviewers often name Verticore [1].",
        capturedAt: "2026-10-20T11:05:00+02:00",
        sources: [{ url: "https://reviews.example/desks" }],
      },
    ]
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(""),
  },
  {
    format: "csv",
    title: "CSV",
    detail: "A header row, then one answer a row. Several sources are separated by a space.",
    fileName: "citestreak-import-template.csv",
    type: "text/csv",
    content: [
      "engine,prompt,text,capturedAt,sources",
      `chatgpt,Which standing desk is best for a small room?,"${ANSWER}",2026-10-20T09:00:00Z,https://halvorn.example/rise`,
      'google_ai_mode,Which standing desk is best for a small room?,"Reviewers often name Verticore [1], and one more.",2026-10-20T11:05:00+02:00,https://reviews.example/desks https://b.example/',
    ]
      .map((line) => `${line}\r\n`)
      .join(""),
  },
] as const;
