import { REDACTED, redactText } from "./redact-text";

/** What of an error may be written down: what it is and where it came from, never what it was about. */
export interface DescribedError {
  readonly type: string;
  readonly message: string;
  readonly stack: string;
  readonly code?: string;
  /** Of database errors: names of our own schema. */
  readonly constraint?: string;
  readonly table?: string;
  readonly column?: string;
  readonly digest?: string;
  readonly cause?: DescribedError;
  readonly errors?: readonly DescribedError[];
}

const DEEPEST = 5;
const MOST_ERRORS = 10;
const LONGEST_MESSAGE = 2_000;
const MOST_FRAMES = 30;
const LABELS = ["code", "constraint", "table", "column", "digest"] as const;

/**
 * An error for a log, a step or a screen of ours: type, code, message and stack, through its causes. Fields are taken
 * from a short list, so that a driver's parameters, a row that Postgres quotes in `detail`, and a vendor's body stay
 * behind; messages lose the values that drivers and parsers quote, and everything that looks like a secret.
 */
export function describeError(error: unknown): DescribedError {
  return tell(error, 0);
}

/** An error that says what describeError tells, and holds nothing else: for those who write down whole errors themselves. */
export function safeError(error: unknown): Error {
  return errorOf(describeError(error));
}

function errorOf({ type, message, stack, code, cause }: DescribedError): Error {
  const safe = new Error(message, cause && { cause: errorOf(cause) });
  return Object.assign(safe, { name: type, stack, ...(code !== undefined && { code }) });
}

/** The message alone, as describeError tells it. */
export function safeMessage(error: unknown): string {
  return describeError(error).message;
}

function tell(thrown: unknown, depth: number): DescribedError {
  if (!(thrown instanceof Error))
    return { type: typeof thrown, message: redactText(String(thrown)), stack: "" };
  const message = messageOf(thrown);
  const type = typeOf(thrown);
  const described = {
    type,
    message,
    stack: `${type}: ${message}${framesOf(thrown)}`,
    ...labelsOf(thrown),
  };
  if (depth >= DEEPEST) return described;
  const { cause } = thrown;
  const errors: unknown = Reflect.get(thrown, "errors");
  return {
    ...described,
    ...(cause instanceof Error && { cause: tell(cause, depth + 1) }),
    ...(Array.isArray(errors) && {
      errors: errors.slice(0, MOST_ERRORS).map((each) => tell(each, depth + 1)),
    }),
  };
}

function labelsOf(error: Error): Partial<Record<(typeof LABELS)[number], string>> {
  const labels: Partial<Record<(typeof LABELS)[number], string>> = {};
  for (const name of LABELS) {
    const value: unknown = Reflect.get(error, name);
    if (typeof value === "string" || typeof value === "number") labels[name] = redactText(String(value));
  }
  return labels;
}

function typeOf(error: Error): string {
  const { name } = error;
  return redactText(name === "Error" ? (error.constructor?.name ?? name) : name).slice(0, 100);
}

/**
 * A statement without the parameters behind it, and text of a parser or of Postgres without the input that it quotes; also
 * where a wrapper repeats its cause's words.
 */
function messageOf(error: Error, depth = 0): string {
  const query: unknown = Reflect.get(error, "query");
  const isStatement = typeof query === "string" && error.message.startsWith("Failed query:");
  const own = isStatement ? `Failed query: ${query}` : error.message;
  const { cause } = error;
  const said =
    cause instanceof Error && cause.message !== "" && depth < DEEPEST
      ? own.replaceAll(cause.message, () => messageOf(cause, depth + 1))
      : own;
  return redactText(quotesInput(error) ? withoutQuotes(said) : said).slice(0, LONGEST_MESSAGE);
}

/** Class 22 of Postgres ("invalid input syntax for type uuid: …") and parsers of JSON, URLs and numbers. */
function quotesInput(error: Error): boolean {
  if (error instanceof SyntaxError || error instanceof RangeError) return true;
  const code: unknown = Reflect.get(error, "code");
  return typeof code === "string" && (/^22[0-9A-Z]{3}$/.test(code) || code === "ERR_INVALID_URL");
}

/** From the first quotation mark to the last: what is quoted may hold quotation marks itself. */
function withoutQuotes(text: string): string {
  const first = text.search(/["'`]/);
  const last = Math.max(text.lastIndexOf('"'), text.lastIndexOf("'"), text.lastIndexOf("`"));
  return first === -1 ? text : `${text.slice(0, first)}${REDACTED}${text.slice(last + 1)}`;
}

/** The places of the stack; what stands before them repeats the message. */
function framesOf(error: Error): string {
  const stack = error.stack ?? "";
  const behind = stack.includes(error.message)
    ? stack.slice(stack.indexOf(error.message) + error.message.length)
    : stack;
  const frames = behind.split("\n").filter((line) => /^ {4}at \S/.test(line));
  return frames
    .slice(0, MOST_FRAMES)
    .map((frame) => `\n${redactText(frame.slice(0, 300))}`)
    .join("");
}
