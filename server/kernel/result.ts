import type { AppError } from "./errors";

/** What a verb returns: a value, or an error that the caller must look at. Verbs don't throw for expected failures. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: AppError };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function err(error: AppError): Result<never> {
  return { ok: false, error };
}

/** The value, or the error thrown. For scripts and tests, where an expected failure is a failure of the program. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw result.error;
}
