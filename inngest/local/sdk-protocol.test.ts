import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json";
import { type Call, callBody, readAnswer, stepEntry } from "./sdk-protocol";
import { signatureHeader } from "./signature";

const call: Call = {
  functionId: "app-fn",
  runId: "run",
  stepId: "step",
  attempt: 1,
  maxAttempts: 4,
  event: canonicalJson({ name: "a/b", data: { z: 1, a: [null] }, id: "e", ts: 1 }),
  steps: new Map([
    ["ff", stepEntry("data", '{"a":1}')],
    ["0a", stepEntry("error", '{"message":"m","name":"E"}')],
  ]),
  planOnly: false,
};

test("a body is canonical as it is put together, with steps in the order in which they ended", () => {
  const body = callBody(call);
  expect(canonicalJson(JSON.parse(body))).toBe(body);
  expect(JSON.parse(body).ctx.stack).toEqual({ stack: ["ff", "0a"], current: 2 });
});

test("a body names the function and the run as a checkpoint will name them", () => {
  expect(JSON.parse(callBody(call)).ctx).toMatchObject({ fn_id: call.functionId, qi_id: call.runId });
});

test("the signature is HMAC-SHA256 over body and time, key without prefix", () => {
  const header = signatureHeader("{}", "signkey-test-00ff", 1_700_000_000);
  // printf '{}1700000000' | openssl dgst -sha256 -hmac 00ff
  expect(header).toBe("t=1700000000&s=327db1df38207f665b9bcffb15bbbb1df4fed308522893cc812caa51353d3ae6");
  expect(header).toBe(signatureHeader("{}", "00ff", 1_700_000_000));
  expect(header).not.toBe(signatureHeader("{}", "00fe", 1_700_000_000));
});

test("answers: done, failed for good, to be retried, operations", () => {
  expect(readAnswer(200, {}, '{"b":1,"a":2}')).toEqual({ kind: "completed", json: '{"a":2,"b":1}' });
  expect(readAnswer(400, { "x-inngest-no-retry": "true" }, '{"name":"E","message":"m"}')).toEqual({
    kind: "failed",
    json: '{"message":"m","name":"E"}',
    retry: { again: false },
  });
  expect(readAnswer(500, { "x-inngest-no-retry": "false", "retry-after": "30" }, '{"message":"m"}')).toEqual({
    kind: "failed",
    json: '{"message":"m","name":"Error"}',
    retry: { again: true, after: "30" },
  });
  expect(readAnswer(206, {}, '[{"id":"x","op":"StepPlanned"}]')).toMatchObject({
    kind: "operations",
    operations: [{ id: "x", op: "StepPlanned" }],
  });
});

test.each(["", "<html>", '[{"op":"StepRun"}]', '{"id":"x"}'])(
  "a 206 that makes no sense may be retried: %s",
  (body) => {
    expect(readAnswer(206, {}, body)).toMatchObject({ kind: "failed", retry: { again: true } });
  },
);
