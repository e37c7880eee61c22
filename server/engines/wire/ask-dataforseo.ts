import type { AskRequest, RawReply } from "../define-engine";
import { EngineError } from "../engine-error";
import type { DataForSeoEnv } from "./dataforseo-env";
import { failureInDataForSeoBody } from "./dataforseo-failures";
import { googleLanguageCode, googleLocationCode } from "./google-locations";
import { sendJson } from "./send-json";

interface DataForSeoCall {
  readonly label: string;
  readonly path: string;
  readonly request: AskRequest;
  /** Fields of the task beside prompt, place, language and tag. */
  readonly settings: Readonly<Record<string, string | boolean>>;
  readonly deps: {
    readonly fetch: typeof globalThis.fetch;
    readonly env: DataForSeoEnv;
    readonly timeoutMs: number;
    readonly signal?: AbortSignal | undefined;
  };
}

/**
 * One live task. The vendor decodes `%xx` and `+` in the keyword, so both are escaped: what the engine is asked is the prompt
 * verbatim. The ask id travels as `tag`, which the vendor echoes. A country that Google doesn't list is refused before
 * anything is sent. Throws EngineError.
 */
export async function askDataForSeo(call: DataForSeoCall): Promise<RawReply> {
  const { label, path, settings } = call;
  const { askId, prompt, locale } = call.request;
  const { env, ...sending } = call.deps;
  const locationCode = googleLocationCode(locale.country);
  if (locationCode === null) throw unknownCountry(label, locale.country);
  const credentials = Buffer.from(`${env.DATAFORSEO_LOGIN}:${env.DATAFORSEO_PASSWORD}`).toString("base64");
  return sendJson({
    ...sending,
    label,
    url: `${env.DATAFORSEO_BASE_URL}${path}`,
    headers: { authorization: `Basic ${credentials}` },
    body: [
      {
        keyword: prompt.replaceAll("%", "%25").replaceAll("+", "%2B"),
        location_code: locationCode,
        language_code: googleLanguageCode(locale.language, locale.country),
        ...settings,
        tag: askId,
      },
    ],
    failureIn: (body, httpStatus) => failureInDataForSeoBody(label, body, httpStatus),
  });
}

function unknownCountry(label: string, country: string): EngineError {
  const message = `${label} can't be asked from "${country}": not a country we know`;
  return new EngineError({ kind: "rejected", retryable: false, mayHaveBeenPaid: false, message });
}
