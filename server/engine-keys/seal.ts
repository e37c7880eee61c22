import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { MasterKeys } from "./master-keys";

/** Where a secret belongs. Ciphertext that is moved to another org, provider or version fails to open. */
export interface SecretPlace {
  readonly orgId: string;
  readonly provider: string;
  /** New with each secret that is saved. */
  readonly version: string;
}

/** A secret at rest. Each part is FORMAT, nonce, ciphertext, tag. */
export interface Sealed {
  /** Of the master key that wraps the data key. */
  readonly masterVersion: number;
  readonly wrappedKey: Buffer;
  readonly sealed: Buffer;
}

/** It didn't open: another place, another master key, or a byte that isn't what it was. Says nothing of what is inside. */
export class UnopenedSecret extends Error {
  constructor(why: "no_master_key" | "not_authentic") {
    super(
      why === "no_master_key"
        ? "the master key that sealed it is not in KEY_ENCRYPTION_KEYS"
        : "it was sealed for another place or with another key, or it was changed",
    );
    this.name = "UnopenedSecret";
  }
}

/** The first byte of each part, and a part of what is authenticated: a later format can't be taken for this one. */
const FORMAT = 1;
const [NONCE, TAG, KEY] = [12, 16, 32];

/** Seals under a random data key of its own, which the newest master key wraps: AES-256-GCM, both times. */
export function sealSecret(masters: MasterKeys, place: SecretPlace, secret: string): Sealed {
  const dataKey = randomBytes(KEY);
  return {
    ...wrap(masters, place, dataKey),
    sealed: encrypt(dataKey, boundTo("secret", place), Buffer.from(secret, "utf8")),
  };
}

/** The secret. Throws UnopenedSecret, and nothing else. */
export function openSecret(masters: MasterKeys, place: SecretPlace, { sealed, ...wrapped }: Sealed): string {
  return decrypt(unwrap(masters, place, wrapped), boundTo("secret", place), sealed).toString("utf8");
}

type Wrapped = Omit<Sealed, "sealed">;

/** The same data key under the newest master key: the secret itself is neither opened nor changed. Throws UnopenedSecret. */
export function rewrapKey(masters: MasterKeys, place: SecretPlace, wrapped: Wrapped): Wrapped {
  return wrap(masters, place, unwrap(masters, place, wrapped));
}

function wrap(masters: MasterKeys, place: SecretPlace, dataKey: Buffer): Wrapped {
  const masterVersion = masters.newest;
  const wrappedKey = encrypt(
    masterKey(masters, masterVersion),
    boundTo("key", place, masterVersion),
    dataKey,
  );
  return { masterVersion, wrappedKey };
}

function unwrap(masters: MasterKeys, place: SecretPlace, { masterVersion, wrappedKey }: Wrapped): Buffer {
  const dataKey = decrypt(
    masterKey(masters, masterVersion),
    boundTo("key", place, masterVersion),
    wrappedKey,
  );
  if (dataKey.length !== KEY) throw new UnopenedSecret("not_authentic");
  return dataKey;
}

function masterKey({ byVersion }: MasterKeys, version: number): Buffer {
  const key = byVersion.get(version);
  if (!key) throw new UnopenedSecret("no_master_key");
  return key;
}

/** Additional data. JSON keeps its fields apart: no two places have the same one. */
function boundTo(what: "secret" | "key", { orgId, provider, version }: SecretPlace, master?: number): Buffer {
  return Buffer.from(JSON.stringify([FORMAT, what, orgId, provider, version, master ?? null]), "utf8");
}

function encrypt(key: Buffer, additional: Buffer, plain: Buffer): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG }).setAAD(additional);
  return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Buffer, additional: Buffer, part: Buffer): Buffer {
  if (part.length < 1 + NONCE + TAG || part[0] !== FORMAT) throw new UnopenedSecret("not_authentic");
  const nonce = part.subarray(1, 1 + NONCE);
  const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG })
    .setAAD(additional)
    .setAuthTag(part.subarray(-TAG));
  try {
    return Buffer.concat([decipher.update(part.subarray(1 + NONCE, -TAG)), decipher.final()]);
  } catch {
    throw new UnopenedSecret("not_authentic");
  }
}
