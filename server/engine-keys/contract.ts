import { z } from "zod";
import { KeyProviderId } from "@/server/engines/contract";
import type { UserId } from "@/server/kernel/id";

/** What may stand in a header: anything else would make the request fail in words that quote it. */
const Typed = z
  .string()
  .trim()
  .max(500, "is longer than a key can be")
  .regex(/^[\x21-\x7e]*$/, "holds a space or a sign that no key has: copy it again");

export const SaveEngineKeyInput = z.object({
  provider: KeyProviderId,
  /** The key itself, or the password of a provider that wants a login, too. */
  secret: Typed.min(8, "is too short to be a key"),
  login: Typed.optional(),
  /** Saves a key that the provider refused; without it such a key isn't saved. */
  keepRefused: z.boolean().default(false),
});
export type SaveEngineKeyInput = z.input<typeof SaveEngineKeyInput>;

/** One provider's key: to test it, to remove it. */
export const EngineKeyInput = z.object({ provider: KeyProviderId });
export type EngineKeyInput = z.input<typeof EngineKeyInput>;

export type EngineKeyState = "untested" | "working" | "refused";

/** What is shown of a key: never more of the key than its last four signs. */
export interface EngineKeyDto {
  readonly state: EngineKeyState;
  /** Empty for a key so short that four signs would tell too much of it. */
  readonly lastFour: string;
  /** ISO moments. */
  readonly savedAt: string;
  readonly testedAt: string | null;
  /** Null where a person is no longer known. */
  readonly savedBy: { readonly userId: UserId; readonly name: string } | null;
}

export interface KeyProviderDto {
  readonly provider: KeyProviderId;
  readonly label: string;
  /** Its key is a login and a password. */
  readonly hasLogin: boolean;
  /** Labels of the engines that are asked with it. */
  readonly engines: readonly string[];
  readonly key: EngineKeyDto | null;
}

export interface EngineKeysDto {
  /** Why no key can be saved here, in words for whoever runs the site; null when one can. */
  readonly off: string | null;
  /** Answers here are made up, and no key is used. */
  readonly sandbox: boolean;
  readonly providers: readonly KeyProviderDto[];
}

/** What the provider said of a key, in words, and what is stored of it now. */
export interface TestedKeyDto {
  readonly check: { readonly state: "working" | "refused" | "unclear"; readonly words: string };
  readonly key: EngineKeyDto;
}
