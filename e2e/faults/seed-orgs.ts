// Two orgs of the demo's person, each with one project. Started by start-fault-stage.ts as a process of its own.
import { boot } from "@/server/boot";
import { makeDemoPerson, makeOrg } from "../fixtures/seed/make-org";
import { makeMarketProject } from "../fixtures/seed/projects";
import { CREDITS, ORG_NAMES } from "./orgs";

const pool = await boot();
const person = await makeDemoPerson();
for (const name of ORG_NAMES) {
  const org = await makeOrg(name, person, CREDITS);
  await org.within(() => makeMarketProject(org.workspaceId, "standing desks", 3));
}
await pool.end();
