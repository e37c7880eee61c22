import { describe, expect, it } from "vitest";
import { citationWords, retrievalWords, shareWords } from "./source-words";

const row = { share: 0.1239, interval: { low: 0.081, high: 0.182 }, cited: 12 };

describe("what is said of a source", () => {
  it("a share with its interval; of few prompts counts and a bound, never a bare percentage", () => {
    expect(shareWords(row, { evidence: "level", answers: 90 })).toEqual({
      value: "12.4 %",
      interval: "market 8.1 to 18.2 %",
    });
    expect(shareWords(row, { evidence: "early", answers: 90 }).value).toBe("early: 12.4 %");
    expect(shareWords(row, { evidence: "counts", answers: 40 })).toEqual({
      value: "12 of 40 answers",
      interval: "at most 18.2 %",
    });
    expect(shareWords({ ...row, share: 0.0041, interval: null }, { evidence: "level", answers: 90 })).toEqual(
      {
        value: "0.41 %",
        interval: null,
      },
    );
  });

  it("which engines let be seen what they only looked at", () => {
    const engine = (label: string, showsRetrieved: boolean) => ({ label, showsRetrieved });
    expect(retrievalWords([engine("Gemini", false)])).toBe(
      "not observable: Gemini doesn’t show what it looks at",
    );
    expect(retrievalWords([engine("Claude", true), engine("Gemini", false), engine("Grok", false)])).toBe(
      "of Claude alone: Gemini and Grok don’t show what they look at",
    );
    expect(retrievalWords([engine("Claude", true)])).toMatch(/^answers whose engine looked at/);
  });

  it("citations that weren't counted when the week was measured", () => {
    expect(citationWords(1204)).toBe("1,204");
    expect(citationWords(null)).toBe("–");
  });
});
