import { withTenant } from "@/db/tenant";
import { notFound } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { projectExists } from "@/server/projects";
import { ListSourcesInput, type SourcesPage } from "./contract";
import { describeSource, readSources } from "./source-rows";
import { chosenScope, describeScope, readScopes } from "./source-scope";

const PAGE = 50;

/**
 * A page of the domains that a window's answers cite (the newest window, unless the filter names one), for every role: of one
 * engine, or of all engines of a surface. Surfaces, panel versions, and made-up and real answers are never added up.
 */
export async function listSources(input: ListSourcesInput): Promise<Result<SourcesPage>> {
  const parsed = parseInput(ListSourcesInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, cursor, ...filter } = parsed.value;
  return withTenant<SourcesPage>(async (tx) => {
    if (!(await projectExists(tx, projectId))) return err(notFound("project"));
    const scopes = await readScopes(tx, projectId, filter);
    const scope = chosenScope(scopes, filter);
    if (!scope) return ok({ scope: null, rows: [], next: null });
    const found = await readSources(tx, projectId, scope, {
      ...filter,
      after: cursor ?? null,
      limit: PAGE + 1,
    });
    const last = found.length > PAGE ? found[PAGE - 1] : undefined;
    return ok({
      scope: describeScope(scope, scopes),
      rows: found.slice(0, PAGE).map((row) => describeSource(row, scope)),
      next: last ? { value: last.value, domain: last.domain } : null,
    });
  });
}
