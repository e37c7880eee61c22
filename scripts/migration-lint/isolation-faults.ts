/** A way of opening what row-level security closes, and how it reads in SQL (comments and double quotes gone, lower case). */
interface IsolationRule {
  readonly id: string;
  readonly pattern: RegExp;
  readonly why: string;
}

const RULES: readonly IsolationRule[] = [
  {
    id: "rls-off",
    pattern: /\bdisable\s+row\s+level\s+security\b/,
    why: "policies of a table without row-level security are decoration",
  },
  {
    id: "rls-not-forced",
    pattern: /\bno\s+force\s+row\s+level\s+security\b/,
    why: "without FORCE the owner, and its definer functions, see all orgs",
  },
  {
    id: "grant-to-public",
    pattern: /\bgrant\b[^;]*\bto\s+(?:\w+\s*,\s*)*public\b/,
    why: "PUBLIC is every role there will ever be: name the role",
  },
  {
    id: "grant-beyond-rows",
    pattern: /\bgrant\b[^;]*\b(?:all|truncate|references|trigger|maintain)\b[^;]*\bon\b/,
    why: "TRUNCATE ignores policies; grant SELECT, INSERT, UPDATE or DELETE by name",
  },
  {
    id: "role-unbound",
    pattern: /\b(?:create|alter)\s+(?:role|user)\b[^;]*\b(?:superuser|bypassrls|createrole)\b/,
    why: "such a role is bound by no policy; roles are made by db/roles.sql",
  },
  {
    id: "app-role-owns",
    pattern: /\b(?:owner\s+to|authorization)\s+citestreak_app\b/,
    why: "an owner turns row-level security off",
  },
  {
    id: "trigger-off",
    pattern: /\bdisable\s+trigger\b|\bsession_replication_role\b/,
    why: "append-only tables are guarded by a trigger",
  },
  {
    id: "own-transaction",
    pattern: /(?:^|;)\s*(?:begin|commit|rollback|start\s+transaction)\s*(?:;|$)/,
    why: "the runner wraps each file: a COMMIT in it would leave half of a file that fails",
  },
];

/**
 * What `sql` does against isolation, as `rule: why`; empty when nothing. Text inside strings and function bodies counts,
 * since EXECUTE runs it. The catalog test looks at the result, this at the way there.
 */
export function isolationFaults(sql: string): string[] {
  const text = withoutComments(sql).replaceAll('"', "").toLowerCase();
  return RULES.filter((rule) => rule.pattern.test(text)).map((rule) => `${rule.id}: ${rule.why}`);
}

/** Strings come first in the alternation, so that a `--` inside one isn't taken for a comment. */
function withoutComments(sql: string): string {
  return sql.replaceAll(
    /('(?:[^']|'')*')|--[^\n]*|\/\*[\s\S]*?\*\//g,
    (_all, literal?: string) => literal ?? " ",
  );
}
