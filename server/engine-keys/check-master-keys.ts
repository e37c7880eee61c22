import { readMasterKeys } from "./master-keys";

/**
 * What a process checks at its start: that KEY_ENCRYPTION_KEYS is unset or can be used. Throws in words that quote nothing of
 * it, so that a typing error is seen by whoever made it, and not by the first customer who saves a key.
 */
export function checkMasterKeys(environment?: Record<string, string | undefined>): void {
  readMasterKeys(environment);
}
