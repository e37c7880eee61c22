/** A person at the app's HTTP door, as a browser or a script would come. */
export class Client {
  readonly url: string;
  readonly #cookie: string;

  private constructor(url: string, cookie: string) {
    this.url = url;
    this.#cookie = cookie;
  }

  /** Signs in through the demo's door. */
  static async signIn(url: string): Promise<Client> {
    const csrf = await fetch(`${url}/api/auth/csrf`);
    const { csrfToken } = await csrf.json();
    const signedIn = await fetch(`${url}/api/auth/callback/demo`, {
      method: "POST",
      redirect: "manual",
      headers: { "content-type": "application/x-www-form-urlencoded", cookie: cookiesOf(csrf) },
      body: new URLSearchParams({ csrfToken }),
    });
    const cookie = cookiesOf(signedIn);
    if (!cookie.includes("session-token")) throw new Error(`no session: ${signedIn.status}`);
    return new Client(url, cookie);
  }

  /** Any request of the signed-in person; redirects are followed. Never throws: a connection that breaks is status 0. */
  async send(path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Reply> {
    try {
      const headers = { ...init.headers, cookie: this.#cookie };
      const response = await fetch(`${this.url}${path}`, { ...init, headers });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text };
    } catch (error) {
      return { status: 0, headers: new Headers(), text: String(error) };
    }
  }

  /** The session's cookie, which is a secret like any other. */
  get secrets(): Record<string, string> {
    const [token] = this.#cookie.match(/(?<=session-token=)[^;]+/) ?? [];
    return { "a session's cookie": token ?? "none" };
  }

  sendRaw(path: string, body: string, type = "application/json"): Promise<Reply> {
    return this.send(path, { method: "POST", headers: { "content-type": type }, body });
  }

  query(procedure: string, input: unknown): Promise<Reply> {
    return this.send(`/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`);
  }

  mutate(procedure: string, input: unknown): Promise<Reply> {
    return this.sendRaw(`/api/trpc/${procedure}`, JSON.stringify(input));
  }
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** What a procedure gave. Throws on an answer that isn't one. */
export function dataOf(reply: Reply): unknown {
  if (reply.status !== 200) throw new Error(`status ${reply.status}: ${reply.text.slice(0, 500)}`);
  return JSON.parse(reply.text).result.data;
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
