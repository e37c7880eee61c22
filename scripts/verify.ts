// Everything that can be checked without a database, in under a minute: scripts/verify/parts.ts lists it.
import { PARTS } from "./verify/parts";
import { describePart, runParts } from "./verify/run-parts";

const started = performance.now();
const outcomes = await runParts(PARTS, 2, (outcome) => console.log(describePart(outcome)));
const failed = outcomes.filter((outcome) => !outcome.passed).length;
console.log(
  `${outcomes.length - failed} passed, ${failed} failed in ${((performance.now() - started) / 1000).toFixed(1)} s`,
);
process.exitCode = failed === 0 ? 0 : 1;
