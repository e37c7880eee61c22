import { RowTh, Table, Td, Th } from "@/components/ui/table";
import type { Methodology } from "@/server/methodology/contract";

/** Which state of an answer enters which denominator. */
export function StateTable({ states }: { states: Methodology["answerStates"] }) {
  return (
    <Table caption="States of an answer and the denominators that they enter">
      <thead>
        <tr>
          <Th>State</Th>
          <Th>What it is</Th>
          <Th>Presence and the rest</Th>
          <Th>Coverage</Th>
          <Th>Completion</Th>
        </tr>
      </thead>
      <tbody>
        {states.map(({ state, says, shown, observed }) => (
          <tr key={state}>
            <RowTh>{state.replaceAll("_", " ")}</RowTh>
            <Td>
              <span className="block min-w-60">{says}</span>
            </Td>
            <Td>{shown ? "counted" : "left out"}</Td>
            <Td>{shown ? "counted, a success" : observed ? "counted" : "left out"}</Td>
            <Td>{observed ? "counted, a success" : "counted, missing"}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
