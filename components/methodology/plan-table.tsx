import { RowTh, Table, Td, Th } from "@/components/ui/table";
import type { Methodology } from "@/server/methodology/contract";

/** Widths of both intervals, and the change that is found four times in five, for plans of a week. */
export function PlanTable({ plans }: { plans: Methodology["plans"] }) {
  return (
    <Table caption="What a week can tell, by prompts and answers to each">
      <thead>
        <tr>
          <Th>Prompts</Th>
          <Th>Answers to each</Th>
          <Th>Market interval</Th>
          <Th>Panel interval</Th>
          <Th>Change found 4 times in 5</Th>
        </tr>
      </thead>
      <tbody>
        {plans.map(({ prompts, answers, market, panel, detectable }) => (
          <tr key={`${prompts} ${answers}`}>
            <RowTh>{prompts}</RowTh>
            <Td>{answers}</Td>
            <Td>± {points(market)}</Td>
            <Td>{panel === null ? "none" : `± ${points(panel)}`}</Td>
            <Td>{detectable === null ? "none can be told" : points(detectable)}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function points(share: number): string {
  return `${(share * 100).toFixed(1)} points`;
}
