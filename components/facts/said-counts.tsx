import { formatNumber } from "@/components/ui/format";
import { IntervalStrip } from "@/components/ui/interval-strip";
import { RowTh, Table, Td, Th } from "@/components/ui/table";
import type { CountedShare, StatementListDto } from "@/server/facts/contract";
import { shareWords } from "./fact-words";

/** How many statements were right and wrong by engine, and how many cited pages support their sentence. */
export function SaidCounts({
  said: { engines, support, answers },
}: {
  said: Pick<StatementListDto, "engines" | "support" | "answers">;
}) {
  const { supports, partly, unsupported, unchecked, rate } = support;
  const checked = supports + partly + unsupported;
  return (
    <div className="flex flex-col gap-3">
      <Table caption="Statements by engine">
        <thead>
          <tr>
            <Th>Engine</Th>
            <Th align="end">Wrong</Th>
            <Th align="end">Right</Th>
            <Th align="end">No fact says</Th>
            <Th>Wrong, of those that a fact decides</Th>
          </tr>
        </thead>
        <tbody>
          {engines.map(({ engineId, engine, wrong, right, unverifiable, wrongShare }) => (
            <tr key={engineId}>
              <RowTh>{engine}</RowTh>
              <Td align="end">{formatNumber(wrong)}</Td>
              <Td align="end">{formatNumber(right)}</Td>
              <Td align="end">{formatNumber(unverifiable)}</Td>
              <Td>
                {wrongShare === null ? (
                  <span className="text-ink-faint">none</span>
                ) : (
                  <Share share={wrongShare} />
                )}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="max-w-prose text-ink-faint text-sm">
        From {formatNumber(answers)} {answers === 1 ? "answer" : "answers"} that were drawn. The intervals
        (Wilson, 95 %) speak for these statements, not for other prompts.
      </p>
      <p className="max-w-prose text-ink-soft text-sm">
        <span className="font-medium text-ink">Support rate: </span>
        {rate === null
          ? unchecked === 0
            ? "no cited page was looked at yet. Made-up answers cite none that could be."
            : `none of ${formatNumber(unchecked)} cited pages could be checked.`
          : `${shareWords(rate)} of the checked citations support their sentence; ${formatNumber(partly)} partly, ${formatNumber(unsupported)} don’t.`}
        {checked > 0 && unchecked > 0 && ` ${formatNumber(unchecked)} more couldn’t be checked.`}
      </p>
    </div>
  );
}

function Share({ share }: { share: CountedShare }) {
  const { count, of, low, high } = share;
  return (
    <div className="flex min-w-72 items-center gap-4">
      <div className="w-36 shrink-0">
        <IntervalStrip figure={{ kind: "point", at: count / of, inner: [low, high], outer: null }} strong />
      </div>
      <span className="whitespace-nowrap">{shareWords(share)}</span>
    </div>
  );
}
