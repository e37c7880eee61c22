import type { ParsedAnswer } from "./contract";
import { capturedAnswerParser, parseCapturedAnswer } from "./parse-captured-answer";
import { getEngine } from "./registry";

/**
 * Reads a stored body: `parserId` is an engine id or "captured-answer". Pure and total over bodies: what can't be read is a
 * provider_error with its reason. Throws only for a parser id that doesn't exist.
 */
export function parseRawBody(parserId: string, body: string): ParsedAnswer {
  return parserId === capturedAnswerParser ? parseCapturedAnswer(body) : getEngine(parserId).parse(body);
}
