import {
  cruise,
  type ICruiseResult,
  type IForbiddenRuleType,
  type IResolveOptions,
} from "dependency-cruiser";
import config from "../../.dependency-cruiser.mjs";

export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export interface ImportGraph {
  readonly modules: number;
  readonly dependencies: number;
  readonly violations: readonly Violation[];
  /** Names of the rules that were applied. */
  readonly rules: readonly string[];
}

/** Every import below `baseDir`, held against the rules of .dependency-cruiser.mjs. */
export async function cruiseImports(baseDir: string, folders: readonly string[]): Promise<ImportGraph> {
  const forbidden = config.forbidden ?? [];
  const { output } = await cruise(
    [...folders],
    { ...config.options, ruleSet: { forbidden }, validate: true, baseDir },
    withAlias({ "@": baseDir }),
  );
  if (typeof output === "string") throw new Error("dependency-cruiser answered with text, not with a graph");
  return {
    modules: output.summary.totalCruised,
    dependencies: output.summary.totalDependenciesCruised ?? 0,
    violations: violationsOf(output, forbidden),
    rules: forbidden.map((rule) => rule.name ?? ""),
  };
}

function violationsOf(graph: ICruiseResult, rules: readonly IForbiddenRuleType[]): Violation[] {
  return graph.summary.violations.map((violation) => ({
    rule: violation.rule.name,
    from: violation.from,
    to: violation.cycle?.map((step) => step.name).join(" → ") ?? violation.to,
    reason: rules.find((rule) => rule.name === violation.rule.name)?.comment ?? "",
  }));
}

/** dependency-cruiser hands these on to enhanced-resolve, whose `alias` its own type doesn't list. */
function withAlias(alias: Record<string, string>): IResolveOptions {
  return { alias } as Partial<IResolveOptions> as IResolveOptions;
}
