import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openReplies, type Resolutions, sealedBodies, sealReplies } from "./reply-envelope";

const link = "https://vertexaisearch.cloud.google.com/grounding-api-redirect/AU";
const resolved: Resolutions = { [link]: { status: "resolved", url: "https://a.example/🪑" } };

describe("the envelope around replies", () => {
  it("keeps every body byte for byte, whatever its spacing, and reads it back", () => {
    const body = fc.json().map((json) => ` ${json}\n`);
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 4 }), (bodies) => {
        const sealed = sealReplies(bodies, resolved);
        expect(sealedBodies(sealed)).toEqual(bodies);
        for (const one of bodies) expect(sealed).toContain(one);
        const opened = openReplies(JSON.parse(sealed));
        expect(opened.bodies).toEqual(bodies.map((one) => JSON.parse(one)));
        expect(opened.resolved).toEqual(resolved);
      }),
    );
  });

  it("leaves one reply with nothing to add as it came", () => {
    expect(sealReplies(['{ "a": 1 }'])).toBe('{ "a": 1 }');
    expect(sealedBodies('{ "a": 1 }')).toEqual(['{ "a": 1 }']);
    expect(openReplies({ a: 1 })).toEqual({ bodies: [{ a: 1 }], resolved: {}, sealed: false });
  });

  it("notices a body that was changed afterwards", () => {
    const sealed = sealReplies(['{"text":"Halvorn"}', "{}"]);
    expect(() => sealedBodies(sealed.replace("Halvorn", "Nordaka"))).toThrow("isn't the one that was sealed");
  });

  it("takes something that only looks like an envelope for a body", () => {
    const alike = { envelope: "replies/v1", bodies: [] };
    expect(openReplies(alike).bodies).toEqual([alike]);
  });
});
