import type { KeyProviderId } from "./contract";
import type { Engine, Environment } from "./define-engine";
import { engines } from "./registry";

/** What a customer types in: DataForSEO's has a login beside its password. */
export interface GivenKey {
  readonly secret: string;
  readonly login?: string | undefined;
}

/** A vendor whose key a customer can bring. Its engines are those that read the variable of its secret. */
export interface KeyProvider {
  readonly id: KeyProviderId;
  readonly label: string;
  /** Variables that the customer's key stands in for; every other one of an engine stays the platform's. */
  readonly variables: { readonly secret: string; readonly login?: string };
  /** A GET that costs nothing and that the vendor answers to whoever has a key: `url` is a path below `base`'s value. */
  readonly check: { readonly base: string; readonly path: string };
  headers(key: GivenKey): Readonly<Record<string, string>>;
}

const bearer = ({ secret }: GivenKey) => ({ authorization: `Bearer ${secret}` });

/** In the order of the settings page. */
export const keyProviders: readonly KeyProvider[] = [
  {
    id: "openai",
    label: "OpenAI",
    variables: { secret: "OPENAI_API_KEY" },
    check: { base: "OPENAI_BASE_URL", path: "/models" },
    headers: bearer,
  },
  {
    id: "anthropic",
    label: "Anthropic",
    variables: { secret: "ANTHROPIC_API_KEY" },
    check: { base: "ANTHROPIC_BASE_URL", path: "/v1/models" },
    headers: ({ secret }) => ({ "x-api-key": secret, "anthropic-version": "2023-06-01" }),
  },
  {
    id: "google",
    label: "Google Gemini",
    variables: { secret: "GEMINI_API_KEY" },
    check: { base: "GEMINI_BASE_URL", path: "/models" },
    headers: ({ secret }) => ({ "x-goog-api-key": secret }),
  },
  {
    id: "perplexity",
    label: "Perplexity",
    variables: { secret: "PERPLEXITY_API_KEY" },
    check: { base: "PERPLEXITY_BASE_URL", path: "/router/v1/models" },
    headers: bearer,
  },
  {
    id: "xai",
    label: "xAI",
    variables: { secret: "XAI_API_KEY" },
    check: { base: "XAI_BASE_URL", path: "/models" },
    headers: bearer,
  },
  {
    id: "dataforseo",
    label: "DataForSEO",
    variables: { secret: "DATAFORSEO_PASSWORD", login: "DATAFORSEO_LOGIN" },
    check: { base: "DATAFORSEO_BASE_URL", path: "/v3/appendix/user_data" },
    headers: ({ secret, login = "" }) => ({
      authorization: `Basic ${Buffer.from(`${login}:${secret}`).toString("base64")}`,
    }),
  },
  {
    id: "openai_compatible",
    label: "OpenAI-compatible endpoint",
    variables: { secret: "OPENAI_COMPATIBLE_API_KEY" },
    check: { base: "OPENAI_COMPATIBLE_BASE_URL", path: "/models" },
    headers: bearer,
  },
];

const byId = new Map(keyProviders.map((provider) => [provider.id, provider]));

/** The provider of that id. Throws for one that isn't in the list, which a test rules out. */
export function getKeyProvider(id: KeyProviderId): KeyProvider {
  const provider = byId.get(id);
  if (!provider) throw new Error(`no key provider "${id}"`);
  return provider;
}

/** Whose key the engine is asked with; undefined for an unknown engine. */
export function keyProviderOf(engineId: string): KeyProvider | undefined {
  const engine = engines.find(({ id }) => id === engineId);
  return engine && keyProviders.find((provider) => reads(engine, provider));
}

/** Whether the engine is asked with a key of that provider. */
export function reads(engine: Engine, { variables }: KeyProvider): boolean {
  return engine.variables.includes(variables.secret);
}

/** The variables of an engine, with a customer's key in them. */
export function keyVariables({ variables }: KeyProvider, { secret, login }: GivenKey): Environment {
  return { [variables.secret]: secret, ...(variables.login && { [variables.login]: login }) };
}
