import {
  type Environment,
  environmentWith,
  type GivenKey,
  type KeyProvider,
  keyVariables,
} from "@/server/engines";

/**
 * A key that was opened to ask with. It stands in memory for one call; printed, logged or made JSON of, it is its last four.
 */
export class OwnKey {
  readonly provider: string;
  readonly lastFour: string;
  readonly #provider: KeyProvider;
  readonly #key: GivenKey;

  constructor(provider: KeyProvider, key: GivenKey, lastFour: string) {
    this.provider = provider.id;
    this.lastFour = lastFour;
    this.#provider = provider;
    this.#key = key;
  }

  /** The variables to ask an engine with: the platform's, with this key in them. */
  environment(): Environment {
    return environmentWith(keyVariables(this.#provider, this.#key));
  }

  /** `text` without the key, for what a vendor said: it may have repeated what it was sent. */
  hideIn(text: string): string {
    return text.replaceAll(this.#key.secret, "[redacted]");
  }
}
