import type { Statement } from "./read-statements";

/** A rule that the file sets aside for one statement, in a comment directly above it. */
export interface Waiver {
  readonly rule: string;
  /** Why, in words; empty where the file doesn't say. */
  readonly reason: string;
}

const OURS = /^-- lint-ignore ([\w-]+):?\s*(.*)$/;
const SQUAWKS = /^-- squawk-ignore (.+)$/;
const DIRECTIVE = /^--(>| lint-ignore| squawk-ignore| no-transaction)/;
/** Rules of squawk that foresee a rewrite: who waives one of them has waived the rewrite that the trace then sees. */
const FORESEES_REWRITE = ["adding-field-with-default", "changing-column-type"];

/** What is waived for `statement`: our rules as `-- lint-ignore RULE: reason`, and the rewrites that squawk foresaw. */
export function waiversOf(statement: Statement): Waiver[] {
  const ours = statement.comments.flatMap((comment) => {
    const [, rule, reason = ""] = OURS.exec(comment) ?? [];
    return rule === undefined ? [] : [{ rule, reason: reason.trim() }];
  });
  const foreseen = squawksRules(statement).some((rule) => FORESEES_REWRITE.includes(rule));
  return foreseen ? [...ours, { rule: "rewrite", reason: "squawk's waiver" }] : ours;
}

/**
 * What is wrong with the waivers of a file: no reason (squawk's may stand anywhere above in the same section, since its
 * form has no room for one), a whole file waived, a rule that can't be waived, or that the statement doesn't break.
 */
export function waiverFaults(
  file: readonly Statement[],
  waivable: ReadonlySet<string>,
  breaks: (statement: Statement, rule: string) => boolean,
): string[] {
  return file.flatMap((statement) => {
    const at = (fault: string) => `line ${statement.line}: ${fault}`;
    const faults = waiversOf(statement).flatMap(({ rule, reason }) => {
      if (!waivable.has(rule)) return [at(`waiver-unknown: ${rule} is no rule that can be waived`)];
      if (reason === "") return [at(`waiver-without-reason: say why ${rule} does no harm here`)];
      return breaks(statement, rule) ? [] : [at(`waiver-unused: nothing here breaks ${rule}`)];
    });
    if (squawksRules(statement).length > 0 && !hasWordsAbove(statement, file))
      faults.push(at("waiver-without-reason: a squawk-ignore needs a comment above that says why"));
    if (statement.comments.some((comment) => comment.includes("squawk-ignore-file")))
      faults.push(at("waiver-of-file: waive one statement at a time"));
    return faults;
  });
}

function squawksRules({ comments }: Statement): string[] {
  return comments.flatMap((comment) => SQUAWKS.exec(comment)?.[1]?.split(/[\s,]+/) ?? []);
}

function hasWordsAbove({ section, line }: Statement, file: readonly Statement[]): boolean {
  return file.some(
    (other) =>
      other.section === section &&
      other.line <= line &&
      other.comments.some((comment) => !DIRECTIVE.test(comment) && comment.split(/\s+/).length > 3),
  );
}
