import { METRICS } from "@/server/metrics";
import { type BundleReport, OUTCOMES_FILE, REPORT_FILE, SCRIPT_FILE, SUMS_FILE } from "./bundle-report";

/** `README.md` of a bundle: what its files are, and how each number is defined. */
export function readmeOf({ project, method, series }: BundleReport): string {
  const madeUp = series.some(({ sandbox }) => sandbox);
  return `# ${project}, week of ${series[0]?.window.start}: every number again

    node ${SCRIPT_FILE}

It needs Node 22 or newer and nothing else: no package, no network. It holds the files against their hashes, computes each
number of ${REPORT_FILE} from ${OUTCOMES_FILE} again, and says where a digit differs; its exit code is then 1.
${madeUp ? "\nSome of these answers are made up: the sandbox gave them, no engine was asked.\n" : ""}
| file | what it holds |
|---|---|
| ${REPORT_FILE} | the numbers in full digits: value, counts, both 95 % intervals, bound, flags and bootstrap seed, with the versions that they were made with |
| ${OUTCOMES_FILE} | every ask of the window in the order in which the numbers add them up: state and day of its answer, brands that it names, whose stance was judged, that it recommends and whose pages it cites (ids of ${REPORT_FILE}), and SHA-256 of its text and of what the engine sent |
| ${SCRIPT_FILE} | the method itself, built of the code that computed the report |
| ${SUMS_FILE} | SHA-256 of the other files (\`sha256sum -c ${SUMS_FILE}\`) |

## The numbers (method ${method})

${METRICS.map(({ id, label, formula, denominator }) => `- **${label}** (\`${id}\`): ${formula}. Counted out of: ${denominator}.`).join("\n")}
`;
}
