import { useState } from "react";
import { newIdempotencyKey } from "./new-idempotency-key";

/**
 * The key to send with what `form` (plain JSON) says now. It stays while the form does, so that pressing again after a
 * lost answer is the same request; a changed form gets a new one.
 */
export function useIdempotencyKey(form: unknown): string {
  const said = JSON.stringify(form);
  const [held, setHeld] = useState(() => ({ said, key: newIdempotencyKey() }));
  if (held.said === said) return held.key;
  const next = { said, key: newIdempotencyKey() };
  setHeld(next);
  return next.key;
}
