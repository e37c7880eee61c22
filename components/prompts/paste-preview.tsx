import { useState } from "react";
import { Badge, type Tone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/components/ui/format";
import type { PastedPrompt, PasteVerdict } from "./parse-paste";
import { INTENT_LABELS } from "./prompt-limits";
import { marksInWords } from "./prompt-marks";

const VERDICTS: Readonly<Record<PasteVerdict, { readonly label: string; readonly tone: Tone }>> = {
  new: { label: "New", tone: "good" },
  in_panel: { label: "In the panel", tone: "neutral" },
  repeated: { label: "Repeated", tone: "neutral" },
  titles: { label: "Titles", tone: "neutral" },
  problem: { label: "Not taken", tone: "bad" },
};

/** So many lines are drawn before somebody asks for all. */
const AT_FIRST = 200;

/** Every line of a paste with what becomes of it. Lines that need a hand come first. */
export function PastePreview({ lines }: { lines: readonly PastedPrompt[] }) {
  const [all, setAll] = useState(false);
  const of = (verdict: PasteVerdict) => lines.filter((line) => line.verdict === verdict);
  const counts = [
    [of("new").length, "new"],
    [of("in_panel").length, "already in the panel"],
    [of("repeated").length, "repeated"],
    [of("problem").length, "not taken as they are"],
    [of("titles").length, "line of titles"],
  ] as const;
  const summary = counts.flatMap(([count, words]) => (count > 0 ? [`${formatNumber(count)} ${words}`] : []));
  const sorted = [...of("problem"), ...lines.filter(({ verdict }) => verdict !== "problem")];
  const shown = all ? sorted : sorted.slice(0, AT_FIRST);
  return (
    <section aria-label="What becomes of each line" className="flex flex-col gap-2">
      <p role="status" className="font-semibold text-sm">
        {summary.join(", ")}
      </p>
      <ul
        className="max-h-72 overflow-y-auto rounded-lg border border-line"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        {shown.map((line) => (
          <Line key={line.line} {...line} />
        ))}
        {shown.length < sorted.length && (
          <li className="border-line border-t px-3 py-2">
            <Button look="plain" size="small" onClick={() => setAll(true)}>
              Show {formatNumber(sorted.length - shown.length)} more lines
            </Button>
          </li>
        )}
      </ul>
    </section>
  );
}

function Line({ line, text, intent, tags, verdict, why, ...marks }: PastedPrompt) {
  const { label, tone } = VERDICTS[verdict];
  return (
    <li className="flex items-start gap-3 border-line border-t px-3 py-2 text-sm [contain-intrinsic-size:auto_3.5rem] [content-visibility:auto] first:border-t-0">
      <span className="w-10 shrink-0 text-right text-ink-faint tabular-nums">
        <span className="sr-only">Line </span>
        {line}
      </span>
      <span className="min-w-0 flex-1">
        <span dir="auto" className="wrap-anywhere block">
          {text.length > 200 ? `${text.slice(0, 200)}…` : text || <em className="text-ink-faint">no text</em>}
        </span>
        <span className={verdict === "problem" ? "text-danger" : "text-ink-faint"}>
          {why || [INTENT_LABELS[intent].label, ...tags, ...marksInWords(marks)].join(" · ")}
        </span>
      </span>
      <Badge tone={tone}>{label}</Badge>
    </li>
  );
}
