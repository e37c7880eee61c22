/** What went wrong at a route that takes or gives files, in words for the person, and the request id where it is our fault. */
export class RouteError extends Error {
  constructor(
    message: string,
    readonly requestId?: string,
  ) {
    super(message);
  }
}

/** The request got no answer. */
export function unreachable(): RouteError {
  return new RouteError("The server could not be reached. Check your connection and try again.");
}

/** What a route said with a status other than 200: its refusal as the verb said it, or that it is our fault. */
export function routeError(status: number, body: unknown): RouteError {
  const said: { message?: unknown; requestId?: unknown; refusal?: unknown } = Object(body);
  const words = typeof said.message === "string" ? said.message : `The server answered ${status}. Try again.`;
  const expected = said.refusal !== undefined || status === 401;
  return new RouteError(words, expected || typeof said.requestId !== "string" ? undefined : said.requestId);
}
