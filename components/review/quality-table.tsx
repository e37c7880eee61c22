import { formatMonth, formatNumber } from "@/components/ui/format";
import { IntervalStrip } from "@/components/ui/interval-strip";
import { RowTh, Table, Td, Th } from "@/components/ui/table";
import { ENOUGH, type MeasuredRate, type QualityDto } from "@/server/review/contract";
import { agreementWords, rateWords } from "./quality-words";

/** How good the extractor is on the project's own answers, month by month, and how far two people agree. */
export function QualityTable({ quality: { months, agreement } }: { quality: QualityDto }) {
  return (
    <div className="flex flex-col gap-5">
      <Table caption="Precision and recall by month and extractor version">
        <thead>
          <tr>
            <Th>Answers of</Th>
            <Th>Precision</Th>
            <Th>Recall</Th>
            <Th align="end">Disputed</Th>
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, extractorVersion, precision, recall, disputed }) => (
            <tr key={`${month} ${extractorVersion}`}>
              <RowTh>
                <span className="whitespace-nowrap">{formatMonth(month)}</span>
                <span className="block whitespace-nowrap font-normal text-ink-faint text-xs">
                  extractor {extractorVersion}
                </span>
              </RowTh>
              <Td>
                <Rate measured={precision} />
              </Td>
              <Td>
                <Rate measured={recall} />
              </Td>
              <Td align="end">{formatNumber(disputed)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="max-w-prose text-ink-soft text-sm">
        <span className="font-medium text-ink">Two reviewers: </span>
        {agreementWords(agreement)}
      </p>
      <p className="max-w-prose text-ink-faint text-sm">
        Precision: of the names that it found, those that are the brand’s. Recall: of the names that are
        there, those that it found. From answers that were drawn by chance alone: what is reviewed for its low
        confidence is wrong more often than the rest. A fact on which two people disagree counts in neither. A
        rate needs {ENOUGH} facts; intervals are Wilson’s, 95 %.
      </p>
    </div>
  );
}

function Rate({ measured }: { measured: MeasuredRate }) {
  const { rate, interval } = measured;
  return (
    <div className="flex items-center gap-4">
      {rate !== null && interval && (
        <div className="w-28 shrink-0 max-sm:hidden">
          <IntervalStrip
            figure={{ kind: "point", at: rate, inner: [interval.low, interval.high], outer: null }}
            strong
          />
        </div>
      )}
      <span className="whitespace-nowrap">{rateWords(measured)}</span>
    </div>
  );
}
