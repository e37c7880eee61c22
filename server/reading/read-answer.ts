import { gunzipSync } from "node:zlib";
import { findEngine, type ParsedAnswer, parseRawBody } from "@/server/engines";
import { type BrandSet, type Extraction, extractAnswer } from "@/server/extraction";
import { storable } from "./storable";

/** How much of a text can be searched: Postgres takes at most 1 MB of words. */
export const SEARCHED_CHARACTERS = 100_000;

/** An answer as it is stored: what its parser made of the body, and what the rules found in that. */
export interface AnswerReading {
  readonly parsed: ParsedAnswer;
  readonly found: Extraction;
  /** What the engine was asked by; the parser's own name where nobody was. */
  readonly contract: string;
}

/**
 * Reads a stored body into an answer and its facts: the one way, whether it was bought, imported or is read again. Pure.
 * What can't be parsed is a provider_error with its reason.
 */
export function readAnswer(input: {
  readonly parser: string;
  /** Gzipped, as tracking.raw_body has it. */
  readonly body: Buffer;
  readonly prompt: string;
  readonly brandSet: BrandSet;
  /** Made-up brands, by which the matcher's errors are counted. */
  readonly controls?: BrandSet;
}): AnswerReading {
  const { parser, body, prompt, ...brands } = input;
  const parsed = storable(parseRawBody(parser, gunzipSync(body).toString("utf8")));
  const found = extractAnswer({ text: parsed.text, prompt, sources: parsed.citations, ...brands });
  return { parsed, found, contract: findEngine(parser)?.contract ?? parser };
}
