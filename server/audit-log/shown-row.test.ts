import { expect, test } from "vitest";
import { shownRow } from "./shown-row";

const [ann, gone] = ["0198a000-0000-7000-8000-000000000001", "0198a000-0000-7000-8000-000000000002"];
const row = {
  id: "7",
  at: "2026-11-20T09:00:00.000000Z",
  actor: `user:${gone}`,
  action: "member.role",
  subjectType: "user",
  subjectId: ann,
  before: { role: "client_viewer", workspaceId: ann, same: 1 },
  after: { role: "member", workspaceId: null, same: 1 },
  detail: { idemKey: "grant:1", panelId: gone, projectId: ann, answersPerRun: 5, nothing: null },
  requestId: "request",
};

test("a row is told in words: who, what was changed, what has a name, and nothing of our own keys", () => {
  expect(shownRow(row, new Map([[ann, "Ann"]]))).toMatchObject({
    who: "Somebody whose account is gone",
    words: "changed a member’s role",
    subject: "Ann",
    changes: [
      { field: "role", before: "client viewer", after: "member" },
      { field: "workspace", before: "Ann", after: "nothing" },
    ],
    details: [
      { field: "project", value: "Ann" },
      { field: "answers per run", value: "5" },
    ],
  });
});
