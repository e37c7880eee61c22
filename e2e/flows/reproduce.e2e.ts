import { recomputeBundle } from "../fixtures/recompute-bundle";
import { expect, memberTest as test } from "../fixtures/test";

const WINDOWS = ["2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09"];

test("what the worker computed, the web server's build and the bundle's script compute again to the last digit, in each week", async ({
  request,
}) => {
  let numbers = 0;
  for (const window of WINDOWS) {
    const params = { org: "demo", workspace: "main", project: "standing-desks", window };
    const response = await request.get("/api/reproduce", { params });
    expect([window, response.status()]).toEqual([window, 200]);
    const { code, said } = await recomputeBundle(await response.body());
    expect([window, code, said]).toEqual([window, 0, expect.stringMatching(/ 0 faults\n$/)]);
    numbers += Number(/^(\d+) numbers recomputed/m.exec(said)?.[1]);
  }
  expect(numbers).toBeGreaterThan(200);
});
