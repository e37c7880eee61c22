const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;
const MASK_64 = 0xffffffffffffffffn;

/** 64-bit FNV-1a of a string's UTF-16 units, as 16 hex digits. For naming versions, not for security. */
export function stableHash(text: string): string {
  let hash = OFFSET;
  for (let at = 0; at < text.length; at += 1) {
    hash = ((hash ^ BigInt(text.charCodeAt(at))) * PRIME) & MASK_64;
  }
  return hash.toString(16).padStart(16, "0");
}
