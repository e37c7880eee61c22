import { z } from "zod";
import { OrgId, RunId } from "@/server/kernel/id";

const About = z.object({ orgId: OrgId, runId: RunId.nullable().catch(null) });
const Named = z.object({ name: z.string() });
const WithData = z.object({ data: z.unknown() });
const Failed = z.object({ data: z.object({ event: WithData }) });

/**
 * Whom a job's event is about: the org and run that its data name, or the data of the event inside when it tells of
 * another job's end. Null when it names no org. What it says is not believed: the org may not exist.
 */
export function letterSubject(event: unknown): z.infer<typeof About> | null {
  const inner = Failed.safeParse(event);
  for (const candidate of [event, inner.success ? inner.data.data.event : undefined]) {
    const data = WithData.safeParse(candidate);
    const about = About.safeParse(data.success ? data.data.data : undefined);
    if (about.success) return about.data;
  }
  return null;
}

/** The event's name; "" when it has none. */
export function eventName(event: unknown): string {
  const named = Named.safeParse(event);
  return named.success ? named.data.name : "";
}
