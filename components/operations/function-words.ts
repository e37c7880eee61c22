import { formatNumber } from "@/components/ui/format";

/** "citestreak-close-run" as "close-run": all jobs are of one app. Its id stays what it is wherever it is sent. */
export function functionName(functionId: string): string {
  return functionId.replace(/^citestreak-/, "");
}

/** "1 dead letter", "1,500 dead letters". */
export function lettersWords(count: number): string {
  return `${formatNumber(count)} ${count === 1 ? "dead letter" : "dead letters"}`;
}

const TAKEN_UP =
  "If that failed as well, the janitor finds the run standing still and takes it up again within minutes.";

const AFTER_DROP: Readonly<Record<string, string>> = {
  run: `Its run was ended as failed when the job gave up, and what was set aside goes back. ${TAKEN_UP}`,
  "ask-engine": `Its ask was ended as failed when the job gave up, and nothing is charged for it. ${TAKEN_UP}`,
  "close-run":
    "Its run stays open, with its credits set aside, until the janitor starts closing it again. It does so every minute until that works.",
  "analyse-run": "Its run stands as it was closed. What the analysis model had not judged stays undecided.",
  "check-run":
    "Its run stands as it was closed. What it says of the brand, and its cited pages, stay unchecked.",
  "hold-again":
    "Statements keep the check that they have, against the facts as they were. The next change of a fact holds them again.",
  "measure-reviewed":
    "What people decided stands. The numbers of its run don’t show it until the run is measured again.",
  janitor: "Nothing is lost: the next minute’s turn does the same work.",
};

/** What becomes of the work of a job that is dropped. */
export function afterDrop(functionId: string): string {
  const name = functionName(functionId).replace(/-failure$/, "");
  return AFTER_DROP[name] ?? "What it had not done by then stays undone, unless another job does it.";
}
