import { type Measured, PROMISES } from "@/db/testing/reliability-report";

/** When and where it was measured. */
export interface Circumstances {
  readonly at: Date;
  readonly processors: number;
  readonly processor: string;
  readonly memoryGiB: number;
  readonly node: string;
}

const HEAD = `# Reliability: what was measured

Written by \`npm run test:long\`. Don't edit. Each line is what a test found when it ran at its full number; the tests
themselves are named in [CONTRIBUTING.md](../CONTRIBUTING.md#what-shows-what), and \`npm test\` runs a slice of each.`;

/** docs/reliability.md: the promises in their order, each with its figures. Throws for a promise that nothing measured. */
export function reliabilityPage(measured: readonly Measured[], where: Circumstances): string {
  const { at, processors, processor, memoryGiB, node } = where;
  const machine = `${at.toISOString().slice(0, 10)}, ${processors} cores (${processor}), ${memoryGiB} GiB, Node ${node}.`;
  const sections = PROMISES.map(({ promise, title }) => {
    const lines = measured.filter((each) => each.promise === promise).map(({ line }) => `- ${line}`);
    if (lines.length === 0) throw new Error(`nothing was measured about “${promise}”`);
    return `## ${title}\n\n${lines.join("\n")}`;
  });
  return `${[HEAD, machine, ...sections].join("\n\n")}\n`;
}
