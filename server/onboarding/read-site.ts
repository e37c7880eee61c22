import { withTenant } from "@/db/tenant";
import { countAttempt } from "@/server/accounts";
import { recordAudit } from "@/server/audit";
import { AppError, forbidden } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { type OutboundWorld, realWorld } from "@/server/outbound";
import { mayDo } from "@/server/permissions";
import { ReadSiteInput, type SetupDraft } from "./contract";
import { actingPerson, writeDraft } from "./draft-rows";
import { fetchSite } from "./fetch-site";
import { improveByModel } from "./improve-by-model";
import { suggestFromPage } from "./rules/suggest-from-page";
import { siteHost } from "./site-host";
import { siteTrouble } from "./site-trouble";

const FIRST_PAGE = "the words of its first page";

/** For one person, in a quarter of an hour. */
const READ = { tries: 20, minutes: 15 };

/**
 * Reads the first page of a site and keeps what it suggests as the person's draft, in the place of the one before. A site
 * that can't be read is no refusal: the draft says why, and has what its address alone suggests. For members.
 */
export async function readSite(
  input: ReadSiteInput,
  world: OutboundWorld = realWorld,
): Promise<Result<SetupDraft>> {
  const userId = actingPerson();
  if (userId === undefined || !mayDo("project.create")) return err(forbidden("create a project"));
  const parsed = parseInput(ReadSiteInput, input);
  if (!parsed.ok) return parsed;
  const { site } = parsed.value;
  const host = siteHost(site);
  if (host === null)
    return err(new AppError("invalid_input", `“${site}” is not a website. Type a domain such as acme.com.`));
  const counted = await countAttempt({ what: "read-site", who: userId, ...READ });
  if (!counted.ok) return counted;
  // No transaction is open while a stranger's server takes its time.
  const fetched = await fetchSite(host, world);
  const html = fetched.kind === "page" ? fetched.html : "";
  const byRules = suggestFromPage(html, fetched.kind === "page" ? fetched.host : host);
  const silent = byRules.text.trim() === "" ? "no_words" : null;
  const reason = fetched.kind === "trouble" ? fetched.reason : silent;
  const better = reason === null ? await improveByModel(byRules) : ok({ found: byRules, model: null });
  if (!better.ok) return better;
  const { found, model } = better.value;
  const draft: SetupDraft = {
    site,
    name: found.name,
    aliases: [...found.aliases],
    domains: [...new Set([host, ...found.domains])],
    category: found.category,
    locale: found.locale,
    rivals: [...found.rivals],
    prompts: [...found.prompts],
    trouble: reason === null ? null : siteTrouble(reason),
    suggestedBy: reason !== null ? null : FIRST_PAGE + (model === null ? "" : `, read by ${model}`),
  };
  return withTenant(async (tx) => {
    if (!(await writeDraft(tx, userId, draft))) return ok(draft);
    const detail = { host, read: reason === null, reason, model };
    await recordAudit(tx, { action: "setup.read", subjectType: "user", subjectId: userId, detail });
    return ok(draft);
  });
}
