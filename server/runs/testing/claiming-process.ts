import { boot } from "@/server/boot";
import { runInContext } from "@/server/kernel/context";
import { AskId, OrgId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { claimAsk } from "../claim-ask";

// A worker that a test kills before any engine is called: argv is the org and its asks, the environment has the database and
// the ceiling. It claims one after the other, says what came of each, and waits for its end.
const [, , org, ...askIds] = process.argv;
await boot();
const context = {
  orgId: OrgId.parse(org),
  actor: { kind: "system" as const, job: "test" },
  requestId: "test",
};
for (const askId of askIds) {
  const claim = await runInContext(context, async () => unwrap(await claimAsk(AskId.parse(askId))));
  process.stdout.write(`${claim.kind}\n`);
}
process.stdout.write("done\n");
setInterval(() => {}, 1_000);
