import { describeError } from "./describe-error";
import { REDACTED, redactText } from "./redact-text";

/** Deeper than anything that we log; what lies below is left out. */
const DEEPEST = 8;
const MOST_ENTRIES = 200;

/** Ends of names, in lower case and without - and _, under which nothing is ever shown. */
const SECRET_NAMES =
  /(?:authorization|cookie|password|passwd|secret|token|apikey|signature|dsn|databaseurl|connectionstring|signingkey|eventkey|privatekey|credentials)$/;
/** Whole names: what a statement was sent with, and what Postgres says of the row. */
const VALUE_NAMES = new Set(["params", "parameters", "detail", "where", "email"]);

/**
 * A copy of `value` that may be written down: redacted by key at any depth, by pattern in every string, and errors as
 * describeError tells them. Plain data only; a Map, a Set and a function come out empty, as in JSON.
 */
export function redact(value: unknown): unknown {
  return copy(value, 0);
}

/** `redact` for what is an object of fields and stays one: a log line's, an audit row's. */
export function redactFields(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return copyFields(fields, 0);
}

function copy(value: unknown, depth: number): unknown {
  if (typeof value === "string") return redactText(value);
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Error) return describeError(value);
  if (value instanceof Date) return value;
  if (value instanceof URL) return redactText(value.href);
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (depth >= DEEPEST) return "[too deep]";
  if (Array.isArray(value)) return value.slice(0, MOST_ENTRIES).map((entry) => copy(entry, depth + 1));
  return copyFields(value, depth);
}

function copyFields(fields: object, depth: number): Record<string, unknown> {
  const entries = Object.entries(fields).slice(0, MOST_ENTRIES);
  return Object.fromEntries(
    entries.map(([key, value]) => [redactText(key), isSecretName(key) ? REDACTED : copy(value, depth + 1)]),
  );
}

/** Whether what stands under `key` is a secret whatever it looks like: "X-Api-Key", "databaseUrl", "set-cookie". */
function isSecretName(key: string): boolean {
  const name = key.toLowerCase().replaceAll(/[-_]/g, "");
  return SECRET_NAMES.test(name) || VALUE_NAMES.has(name);
}
