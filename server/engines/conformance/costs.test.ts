import { describe, expect, it } from "vitest";
import { engines } from "../registry";
import { sentRequest } from "../testing/sent-request";

/** Engines whose answers cost what their operator alone knows. */
const UNKNOWN = ["openai_compatible"];
const PROMPTS = [
  "Which standing desk is best?",
  "Is Halvorn a good standing desk brand?",
  "desk for a small room",
];

describe.each(engines)("$id", ({ id, estimateMicros, parse }) => {
  it("says of each answer what it cost, by what the vendor says was used, and below what is held for it", async () => {
    for (const prompt of PROMPTS) {
      const { reply } = await sentRequest(id, prompt);
      const { costMicros } = parse(reply.body);
      if (UNKNOWN.includes(id)) {
        expect(costMicros).toBeNull();
        continue;
      }
      expect(costMicros).toBeGreaterThan(0);
      expect(costMicros).toBeLessThanOrEqual(estimateMicros);
    }
  });
});
