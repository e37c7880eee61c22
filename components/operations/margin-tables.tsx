import type { ReactNode } from "react";
import { formatCost, formatDay, formatDollars, formatNumber } from "@/components/ui/format";
import { RowTh, Table, Td, Th } from "@/components/ui/table";
import type { MarginDto, MarginReportDto } from "@/server/operations/contract";
import { costNote, expectedNote, percentWords } from "./margin-words";

/** By engine, the most expensive first, with the month's sum at the end. */
export function MarginByEngine({ report }: { report: MarginReportDto }) {
  const { engines, total } = report;
  return (
    <Table caption="Margin by engine, in US dollars">
      <Head first="Engine" />
      <tbody>
        {engines.map((engine) => (
          <Row key={engine.engineId} margin={engine} report={report}>
            {engine.label}
            <Note>
              {engine.priceVersions.length === 1 ? "price version" : "price versions"}{" "}
              {engine.priceVersions.join(", ")}
            </Note>
          </Row>
        ))}
        <Row margin={total} report={report}>
          <span className="font-semibold">All</span>
        </Row>
      </tbody>
    </Table>
  );
}

/** By UTC day, latest first. */
export function MarginByDay({ report }: { report: MarginReportDto }) {
  return (
    <Table caption="Margin by day, in US dollars">
      <Head first="Day" />
      <tbody>
        {report.days.map((day) => (
          <Row key={day.day} margin={day} report={report}>
            <span className="whitespace-nowrap">{formatDay(day.day)}</span>
          </Row>
        ))}
      </tbody>
    </Table>
  );
}

function Head({ first }: { first: string }) {
  return (
    <thead>
      <tr>
        <Th>{first}</Th>
        {["Answers", "Credits", "Revenue", "Cost", "Expected at most", "Cost an answer", "Margin"].map(
          (title) => (
            <Th key={title} align="end">
              {title}
            </Th>
          ),
        )}
      </tr>
    </thead>
  );
}

function Row({
  margin,
  report,
  children,
}: {
  margin: MarginDto;
  report: MarginReportDto;
  children: ReactNode;
}) {
  const { answers, credits, revenueMicros, costMicros, expectedMicros, costPerAnswerMicros } = margin;
  const [assumed, spent] = [costNote(margin, report.payer), expectedNote(margin)];
  return (
    <tr>
      <RowTh>{children}</RowTh>
      <Td align="end">{formatNumber(answers)}</Td>
      <Td align="end">{formatNumber(credits)}</Td>
      <Td align="end">{formatDollars(revenueMicros)}</Td>
      <Td align="end">
        {formatDollars(costMicros)}
        {assumed && <Note>{assumed}</Note>}
      </Td>
      <Td align="end">
        {expectedMicros === null ? "–" : formatDollars(expectedMicros)}
        {spent && report.payer !== "own_key" && <Note>{spent}</Note>}
      </Td>
      <Td align="end">{costPerAnswerMicros === null ? "–" : formatCost(costPerAnswerMicros)}</Td>
      <Td align="end">
        <span className={margin.marginMicros < 0 ? "text-danger" : undefined}>
          {formatDollars(margin.marginMicros)}
        </span>
        <Note>{percentWords(margin.marginShare)}</Note>
      </Td>
    </tr>
  );
}

function Note({ children }: { children: ReactNode }) {
  return <span className="block whitespace-nowrap font-normal text-ink-faint text-xs">{children}</span>;
}
