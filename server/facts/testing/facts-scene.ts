import { asOrg, createTestOrg, createTestProject, type TestProject } from "@/db/testing/factories";
import { addTestAnswer, addTestBrands, addTestRun } from "@/server/answers/testing/test-answers";
import { saveCheckSetting, saveFact } from "@/server/facts";
import type { AnswerId, BrandId, OrgId, RunId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { type CheckSetting, DEFAULT_CHECK_SETTING, type SaveFactInput } from "../contract";

/** A citation of an answer: what stands before its place in the text leans on it. */
export interface WantedCitation {
  readonly url: string;
  readonly sentence: string;
}

export interface FactsScene extends TestProject {
  readonly orgId: OrgId;
  readonly runId: RunId;
  readonly brandId: BrandId;
  within<T>(work: () => Promise<T>): Promise<T>;
  /** An answer of the run; wherever it says Acme or Globex, it names the own brand or the rival. */
  say(text: string, cited?: readonly WantedCitation[], sandbox?: boolean): Promise<AnswerId>;
  fact(wanted: Omit<SaveFactInput, "brandId">): Promise<{ factId: string; version: number }>;
  set(setting: Partial<CheckSetting>): Promise<void>;
}

/** An org with a project of the brand Acme and its rival Globex, and a run, whose answers a test adds; all of them are drawn. */
export async function factsScene(): Promise<FactsScene> {
  const orgId = await createTestOrg();
  const project = await createTestProject(orgId);
  const [brandId, rivalId] = await addTestBrands(orgId, project, "Acme", "Globex");
  if (!brandId || !rivalId) throw new Error("the scene needs two brands");
  const runId = await addTestRun(orgId, project);
  const within = <T>(work: () => Promise<T>) => asOrg(orgId, work);
  const { projectId } = project;
  const set = (setting: Partial<CheckSetting>) =>
    within(async () => {
      unwrap(await saveCheckSetting({ projectId, ...DEFAULT_CHECK_SETTING, share: 1, ...setting }));
    });
  await set({});
  return {
    ...project,
    orgId,
    runId,
    brandId,
    within,
    set,
    say(text, cited = [], sandbox = false) {
      const named = [
        { brandId, spans: spansOf(text, "Acme") },
        { brandId: rivalId, spans: spansOf(text, "Globex") },
      ].filter(({ spans }) => spans.length > 0);
      const citations = cited.map(({ url, sentence }) => ({
        url,
        domain: new URL(url).hostname,
        spans: spansOf(text, sentence).slice(0, 1),
      }));
      return addTestAnswer(orgId, project, runId, { text, named, cited: citations, sandbox });
    },
    fact: (wanted) => within(async () => unwrap(await saveFact({ brandId, ...wanted }))),
  };
}

function spansOf(text: string, words: string) {
  const found = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    found.push({ start: at, end: at + words.length });
  return found;
}
