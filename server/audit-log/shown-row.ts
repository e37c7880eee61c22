import { z } from "zod";
import { actionWords } from "./action-words";
import type { AuditRowDto } from "./contract";
import { actorName, type Names } from "./names";
import type { AuditRow } from "./read-rows";

/** A row of the log in words. */
export function shownRow(row: AuditRow, names: Names): AuditRowDto {
  const { id, at, actor, action, subjectId, before, after, detail } = row;
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  const changes = fields.map((field) => ({
    field: fieldWords(field),
    before: shownValue(before?.[field], names),
    after: shownValue(after?.[field], names),
  }));
  return {
    id,
    at,
    who: actorName(actor, names),
    action,
    words: actionWords(action),
    subject: names.get(subjectId) ?? null,
    changes: changes.filter((change) => change.before !== change.after),
    details: Object.entries(detail)
      .filter(([field, value]) => value !== null && !isOurs(field, value, names))
      .map(([field, value]) => ({ field: fieldWords(field), value: shownValue(value, names) })),
  };
}

/** What only the file says: keys of our own, and ids of what has no name. */
function isOurs(field: string, value: unknown, names: Names): boolean {
  return (
    field === "idemKey" ||
    (typeof value === "string" && z.uuid().safeParse(value).success && !names.has(value))
  );
}

/** "projectId" as "project", "answersPerRun" as "answers per run". */
function fieldWords(field: string): string {
  const words = field.replace(/(?<=.)Ids?$/, "").replace(/([A-Z])/g, " $1");
  return words.toLowerCase();
}

const LONGEST = 200;

function shownValue(value: unknown, names: Names): string {
  if (value === undefined || value === null || value === "") return "nothing";
  if (Array.isArray(value) && value.length === 0) return "nothing";
  const text = typeof value === "string" ? (names.get(value) ?? spaced(value)) : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** "client_viewer" as "client viewer". */
function spaced(value: string): string {
  return /^[a-z]+(_[a-z]+)+$/.test(value) ? value.replaceAll("_", " ") : value;
}
