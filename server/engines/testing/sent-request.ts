import { askEngine } from "../ask-engine";
import type { AskRequest, RawReply } from "../define-engine";
import { startSandbox } from "../sandbox/start-sandbox";
import { mintedAsk } from "./minted-ask";

/** A prompt with everything that a request format could spoil: quotes, percent signs, a plus, markup, an accent, emoji. */
export const awkwardPrompt = `100 % of "desks" + <b>café</b> & 🪑\n50%25 off?`;

interface SentRequest {
  readonly ask: AskRequest;
  readonly reply: RawReply;
  readonly headers: Headers;
  /** The body that went out, parsed. */
  readonly body: ReturnType<typeof JSON.parse>;
}

/** For tests: what goes over the wire when a prompt is asked of a sandbox of its own, as an outside observer sees it. */
export async function sentRequest(
  engineId: string,
  prompt: string,
  locale: Partial<AskRequest["locale"]> = {},
): Promise<SentRequest> {
  const sandbox = await startSandbox({ mode: "seeded" });
  const requests: Request[] = [];
  const minted = mintedAsk(prompt);
  const ask = { ...minted, locale: { ...minted.locale, ...locale } };
  const reply = await askEngine(engineId, ask, {
    environment: { ENGINE_SANDBOX_URL: sandbox.url },
    fetch: (input, init) => {
      requests.push(new Request(input, init));
      return fetch(input, init);
    },
  });
  await sandbox.close();
  const [request, ...more] = requests.filter(({ method }) => method === "POST");
  if (!request || more.length > 0) throw new Error(`${requests.length} requests were sent`);
  return { ask, reply, headers: request.headers, body: await request.json() };
}
