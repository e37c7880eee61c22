import { AsyncLocalStorage } from "node:async_hooks";
import type { OrgId, UserId, WorkspaceId } from "./id";

/** A client viewer is an agency's client: reads the projects of one workspace, and nothing of the org besides. */
export type Role = "owner" | "admin" | "member" | "viewer" | "client_viewer";

/**
 * Who does it: a person, an API key, one of our own jobs, an outside sender whose signature was checked, or a person who
 * runs the platform and is no member of the org.
 */
export type Actor =
  | {
      readonly kind: "user";
      readonly userId: UserId;
      readonly role: Role;
      /** A client viewer's alone: to them nothing outside of it is there. */
      readonly workspaceId?: WorkspaceId;
    }
  | { readonly kind: "api_key"; readonly apiKeyId: string; readonly role: Role }
  | { readonly kind: "system"; readonly job: string }
  | { readonly kind: "webhook"; readonly source: string }
  | { readonly kind: "operator"; readonly userId: UserId };

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

/** The actor in one word and an id, as ledger entries and audit rows keep it: "user:0198…", "system:close-run". */
export function actorLabel(actor: Actor): string {
  switch (actor.kind) {
    case "user":
      return `user:${actor.userId}`;
    case "api_key":
      return `api_key:${actor.apiKeyId}`;
    case "system":
      return `system:${actor.job}`;
    case "webhook":
      return `webhook:${actor.source}`;
    case "operator":
      return `operator:${actor.userId}`;
  }
}

const RANK: Record<Role, number> = { client_viewer: -1, viewer: 0, member: 1, admin: 2, owner: 3 };

/**
 * Whether the current actor may do what `role` may. Our own jobs and checked senders may do what they were made for; an
 * operator has no role in an org, and may do nothing that asks for one.
 */
export function mayActAs(role: Role): boolean {
  const { actor } = requireContext();
  if (actor.kind === "operator") return false;
  return "role" in actor ? RANK[actor.role] >= RANK[role] : true;
}

/** The workspace that the current actor is limited to; undefined for everybody but a client viewer. */
export function limitedTo(): WorkspaceId | undefined {
  const { actor } = requireContext();
  return actor.kind === "user" ? actor.workspaceId : undefined;
}
