import { expect, test } from "vitest";
import { eventName, letterSubject } from "./letter-subject";

const orgId = "0198a000-0000-7000-8000-000000000001";
const runId = "0198a000-0000-7000-8000-000000000002";

test("a job belongs to the org and the run that its event names", () => {
  expect(letterSubject({ name: "run/requested", data: { orgId, runId } })).toEqual({ orgId, runId });
  expect(letterSubject({ name: "org/swept", data: { orgId } })).toEqual({ orgId, runId: null });
});

test("a job that is told of another's end belongs to that one's org", () => {
  const event = { name: "inngest/function.failed", data: { event: { data: { orgId, runId } } } };
  expect(letterSubject(event)).toEqual({ orgId, runId });
});

test.each([null, "text", {}, { data: null }, { data: { orgId: "x' or 1=1" } }, { data: { orgId: 7 } }])(
  "an event that names no org belongs to none: %j",
  (event) => {
    expect(letterSubject(event)).toBeNull();
    expect(eventName(event)).toBe("");
  },
);
