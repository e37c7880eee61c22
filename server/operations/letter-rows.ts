import { inArray } from "drizzle-orm";
import { orgSlug, user } from "@/db/schema";
import { withoutTenant } from "@/db/tenant";
import type { DeadLetter, Intervention } from "@/inngest/local/open-dead-letters";
import { type OrgId, UserId } from "@/server/kernel/id";
import { ok, unwrap } from "@/server/kernel/result";
import type { DeadLetterItem, LetterIntervention } from "./contract";
import { eventName, letterSubject } from "./letter-subject";
import { shownText } from "./shown-text";

const NAME = 200;
const MESSAGE = 4_000;

/** The letters as screens list them, with the addresses of the orgs that they name: from the directory, which holds no org's data. */
export async function toItems(letters: readonly DeadLetter[]): Promise<DeadLetterItem[]> {
  const orgIds = letters.flatMap(({ event }) => letterSubject(event)?.orgId ?? []);
  const slugs = await readSlugs([...new Set(orgIds)]);
  return letters.map((letter) => {
    const about = letterSubject(letter.event);
    return {
      letterId: letter.runId,
      functionId: shownText(letter.functionId, NAME).text,
      eventName: shownText(eventName(letter.event), NAME).text,
      error: {
        name: shownText(letter.error.name, NAME).text,
        message: shownText(letter.error.message, MESSAGE),
      },
      failedAt: letter.failedAt.toISOString(),
      subject: about && { ...about, orgSlug: slugs.get(about.orgId) ?? null },
    };
  });
}

/** What was done, with the names of those who did it. */
export async function toInterventions(done: readonly Intervention[]): Promise<LetterIntervention[]> {
  const userIds = done.flatMap(({ by }) => userIdOf(by) ?? []);
  const names = await readNames([...new Set(userIds)]);
  return done.map(({ action, by, at }) => ({
    action,
    by: shownText(names.get(userIdOf(by) ?? "") ?? by, NAME).text,
    at: at.toISOString(),
  }));
}

/** Of "user:0198…"; null for names that were given by hand. */
function userIdOf(by: string): UserId | null {
  const parsed = UserId.safeParse(by.replace(/^user:/, ""));
  return parsed.success ? parsed.data : null;
}

async function readSlugs(orgIds: readonly OrgId[]): Promise<ReadonlyMap<string, string>> {
  if (orgIds.length === 0) return new Map();
  const rows = await withoutTenant(async (tx) =>
    ok(
      await tx
        .select()
        .from(orgSlug)
        .where(inArray(orgSlug.orgId, [...orgIds])),
    ),
  );
  return new Map(unwrap(rows).map(({ orgId, slug }) => [orgId, slug]));
}

async function readNames(userIds: readonly UserId[]): Promise<ReadonlyMap<string, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await withoutTenant(async (tx) =>
    ok(
      await tx
        .select({ id: user.id, name: user.name })
        .from(user)
        .where(inArray(user.id, [...userIds])),
    ),
  );
  return new Map(unwrap(rows).map(({ id, name }) => [id, name]));
}
