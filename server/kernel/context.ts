import { AsyncLocalStorage } from "node:async_hooks";
import type { OrgId, UserId } from "./id";

export type Role = "owner" | "admin" | "member" | "viewer";

/** Who does it: a person, an API key, one of our own jobs, or an outside sender whose signature was checked. */
export type Actor =
  | { readonly kind: "user"; readonly userId: UserId; readonly role: Role }
  | { readonly kind: "api_key"; readonly apiKeyId: string; readonly role: Role }
  | { readonly kind: "system"; readonly job: string }
  | { readonly kind: "webhook"; readonly source: string };

/** What every verb runs under. Set once, at the door: a tRPC procedure, a job, a script. */
export interface Context {
  readonly orgId: OrgId;
  readonly actor: Actor;
  readonly requestId: string;
}

const storage = new AsyncLocalStorage<Context>();

/** Runs `work` with `context` visible to everything that it awaits, and to nothing else. */
export function runInContext<T>(context: Context, work: () => T): T {
  return storage.run(context, work);
}

export function currentContext(): Context | undefined {
  return storage.getStore();
}

/** The context, or a throw: reaching tenant data without one is a bug of the caller, never a case to handle. */
export function requireContext(): Context {
  const context = storage.getStore();
  if (!context) throw new Error("no context: wrap the entry point in runInContext");
  return context;
}
