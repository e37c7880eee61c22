import { describe, expect, it } from "vitest";
import { engines } from "@/server/engines";
import { newId, type OrgId } from "@/server/kernel/id";
import { type FlagRule, isOn } from "./decide-flag";
import { engineFlag, FLAGS } from "./flags";

const FLAG = "scheduled_runs";
const orgs = Array.from({ length: 2_000 }, () => newId<OrgId>());
const rule = (percent: number, orgId: OrgId | null = null, flag = FLAG): FlagRule => ({
  flag,
  orgId,
  percent,
});
const shareOn = (percent: number, flag = FLAG) =>
  orgs.filter((org) => isOn(flag, [rule(percent, null, flag)], org)).length / orgs.length;

describe("a flag", () => {
  const [org, other] = [newId<OrgId>(), newId<OrgId>()];

  it("is what it is by itself where nobody set it", () => {
    for (const { id, otherwise } of FLAGS) expect(isOn(id, [], org)).toBe(otherwise);
  });
  it("is on for nobody at 0, for all at 100, and for about its share between", () => {
    expect([shareOn(0), shareOn(100)]).toEqual([0, 1]);
    // Three standard errors of a share among 2,000.
    expect(Math.abs(shareOn(30) - 0.3)).toBeLessThan(0.031);
  });
  it("stays on for an org when its share grows, and means other orgs than another flag", () => {
    const on = (percent: number) => new Set(orgs.filter((each) => isOn(FLAG, [rule(percent)], each)));
    const [few, more] = [on(10), on(40)];
    expect([...few].filter((each) => !more.has(each))).toEqual([]);
    const chatgpt = engineFlag("chatgpt");
    const both = orgs.filter((each) => few.has(each) && isOn(chatgpt, [rule(10, null, chatgpt)], each));
    expect(both.length / few.size).toBeLessThan(0.25);
  });
  it("follows an org's own rule before everybody's", () => {
    expect(isOn(FLAG, [rule(0), rule(100, org)], org)).toBe(true);
    expect(isOn(FLAG, [rule(100), rule(0, org)], org)).toBe(false);
    expect(isOn(FLAG, [rule(100), rule(0, org)], other)).toBe(true);
  });
  it("that there isn't is an error, not off", () => {
    expect(() => isOn("no_such_flag", [], org)).toThrow("there is no flag no_such_flag");
  });
});

describe("the list", () => {
  it("has each flag once, with an owner, words and a day of its end, and one for each engine", () => {
    expect(new Set(FLAGS.map(({ id }) => id)).size).toBe(FLAGS.length);
    for (const { owner, about, expires } of FLAGS) {
      expect(owner).not.toBe("");
      expect(about).toMatch(/\.$/);
      expect(new Date(expires).toISOString().slice(0, 10)).toBe(expires);
    }
    for (const { id } of engines) expect(FLAGS.map((flag) => flag.id)).toContain(engineFlag(id));
  });
});
