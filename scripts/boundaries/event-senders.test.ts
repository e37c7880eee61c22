import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { eventSends, eventViolations } from "./event-senders";

const root = new URL("../..", import.meta.url).pathname;
const sends = (source: string) => eventSends("server/runs/x.ts", source).map((violation) => violation.to);

describe("an event leaves by a row of its fact's own transaction", () => {
  it.each([
    'import { inngest } from "@/inngest/client";\nawait inngest.send({ name: "run/closed" });',
    'import { inngest as bus } from "@/inngest/client";\nawait bus.send([]);',
    "await inngest\n  .send(events);",
    'const { send } = inngest;\nawait send({ name: "run/closed" });',
    'await step.sendEvent("tell", { name: "run/closed" });',
  ])("catches %j", (source) => {
    expect(sends(source)).toHaveLength(1);
  });

  it.each([
    'await announce(tx, "run/closed", { orgId, runId }, key);',
    "await sendOutboxSoon();",
    "response.send(body);",
    "inngest.createFunction({ id });",
  ])("lets %j pass", (source) => {
    expect(sends(source)).toEqual([]);
  });

  it("knows the product's two senders, which do send", async () => {
    for (const path of ["server/outbox/send-outbox.ts", "server/runs/fan-out-asks.ts"]) {
      expect(sends(await readFile(`${root}${path}`, "utf8"))).toHaveLength(1);
      expect(await eventViolations(root, [path])).toEqual([]);
    }
  });
});
