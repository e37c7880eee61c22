import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { CapturedAnswer } from "../contract";
import { occurrences } from "../parse-captured-answer";
import type { AnswerSource, SandboxAnswer } from "./sandbox-answer";

/**
 * Answers of a JSONL file of captures, in the file's order: the n-th distinct ask of an engine and prompt gets its n-th
 * recorded repeat, beginning again after the last. Throws, naming the line, if a line isn't a capture.
 */
export async function recordedAnswers(file: string): Promise<AnswerSource> {
  const repeats = new Map<string, SandboxAnswer[]>();
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === "") continue;
    const capture = readLine(line, number);
    const series = seriesKey(capture.engine, capture.prompt);
    repeats.set(series, [...(repeats.get(series) ?? []), asAnswer(capture)]);
  }
  return {
    seriesOf: ({ engineId, prompt }) => seriesKey(engineId, prompt),
    answer: ({ engineId, prompt, ordinal }) => {
      const recorded = repeats.get(seriesKey(engineId, prompt));
      return recorded?.[ordinal % recorded.length] ?? null;
    },
  };
}

function seriesKey(engineId: string, prompt: string): string {
  return `${engineId}\u0000${prompt}`;
}

function readLine(line: string, number: number): CapturedAnswer {
  try {
    return CapturedAnswer.parse(JSON.parse(line));
  } catch (error) {
    throw new Error(`line ${number} of the recording is no captured answer`, { cause: error });
  }
}

/** The capture's sources become uses: one for each place of the text where the url stands, else one beside the text. */
function asAnswer({ text, sources }: CapturedAnswer): SandboxAnswer {
  const cited = sources.flatMap(({ url, title }) => {
    const spans = occurrences(text, url);
    return (spans.length > 0 ? spans : [null]).map((span) => ({ url, title, span }));
  });
  return {
    outcome: text.trim() === "" ? "empty" : "answered",
    text,
    searched: sources.length > 0,
    queries: [],
    cited,
    retrieved: sources,
  };
}
