import { describe, expect, it } from "vitest";
import { type Measured, PROMISES } from "@/db/testing/reliability-report";
import { reliabilityPage } from "./reliability-page";

const where = {
  at: new Date("2026-11-25T10:00:00Z"),
  processors: 2,
  processor: "Some CPU",
  memoryGiB: 24,
  node: "24.21.0",
};
const all = PROMISES.map(({ promise }): Measured => ({ promise, line: `${promise} holds` }));

describe("the reliability page", () => {
  it("has every promise with its figures, the date and the machine", () => {
    const page = reliabilityPage([...all, { promise: "ledger", line: "0 overspent" }], where);
    expect(page).toContain("2026-11-25, 2 cores (Some CPU), 24 GiB, Node 24.21.0.");
    expect(page).toContain("- ledger holds\n- 0 overspent");
    for (const { title } of PROMISES) expect(page).toContain(`## ${title}\n`);
  });

  it("is not written when a promise was not measured", () => {
    const partly = all.filter(({ promise }) => promise !== "crashes");
    expect(() => reliabilityPage(partly, where)).toThrow(/nothing was measured about “crashes”/);
  });
});
