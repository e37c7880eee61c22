import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A recorded answer with the sources that its engine showed, and the data set's own machine-made top list. */
export interface RecordedAnswer {
  readonly id: string;
  readonly engine: string;
  readonly prompt: string;
  readonly text: string;
  readonly sources: readonly { readonly url: string; readonly title: string | null }[];
  readonly recommended: readonly { readonly rank: number; readonly brand: string | null }[];
}

/** What a reader found in one answer, under ../shared/answers/GUIDELINE.md. */
export interface Label {
  readonly id: string;
  readonly brands: readonly {
    readonly brand: string;
    readonly rank: number | null;
    readonly stance: string;
  }[];
}

const folder = fileURLToPath(new URL("../../../shared/answers/", import.meta.url));

/** Trusts the two files' documented shape (../shared/answers/README.md). */
function readLines<T>(file: string): T[] {
  const lines = readFileSync(`${folder}${file}`, "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as T);
}

/** Recorded answers by id and the labels of some of them; null where the files aren't there. */
export function labelledAnswers(): { answers: Map<string, RecordedAnswer>; labels: Label[] } | null {
  if (!existsSync(`${folder}gold.jsonl`) || !existsSync(`${folder}answers.jsonl`)) return null;
  const answers = readLines<RecordedAnswer>("answers.jsonl");
  return {
    answers: new Map(answers.map((answer) => [answer.id, answer])),
    labels: readLines<Label>("gold.jsonl"),
  };
}
