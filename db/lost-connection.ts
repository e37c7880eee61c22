/**
 * SQLSTATEs: connection exceptions (08), the server going down or not up yet and too many connections (57P01-03, 57P05,
 * 53300), a transaction that idled too long (25P03); and the system's words for a socket that isn't there any more.
 */
const CODES =
  /^(?:08...|57P0[1235]|53300|25P03|ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** What the drivers say without a code: a socket that closed, a client that knows of it, a pool without a free connection. */
const WORDS =
  /Connection terminated|Connection ended|not queryable|timeout exceeded when trying to connect|timeout expired|WebSocket|Network connection lost/i;

/**
 * Whether a thrown error says that the database, or the connection to it, is away: another try may well succeed. Looks
 * through drizzle's wrapper, through several addresses tried at once, and at the events that Neon's driver throws.
 */
export function isLostConnection(thrown: unknown, depth = 0): boolean {
  if (typeof thrown !== "object" || thrown === null || depth > 5) return false;
  const { code, message, cause, errors, error, type } = fieldsOf(thrown);
  if (typeof code === "string" && CODES.test(code)) return true;
  if (typeof message === "string" && isDriversOwn(thrown, code) && WORDS.test(message)) return true;
  if (!(thrown instanceof Error) && type === "error") return true;
  const inner = [cause, error, ...(Array.isArray(errors) ? errors : [])];
  return inner.some((each) => isLostConnection(each, depth + 1));
}

/** An answer of Postgres has a code that says it all: its text may quote anything. Drizzle's repeats the statement. */
function isDriversOwn(thrown: object, code: unknown): boolean {
  return code === undefined && !("query" in thrown);
}

function fieldsOf(thrown: object): Record<string, unknown> {
  const names = ["code", "message", "cause", "errors", "error", "type"];
  return Object.fromEntries(names.map((name) => [name, Reflect.get(thrown, name)]));
}
