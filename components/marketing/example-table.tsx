import { SANDBOX_EXAMPLE } from "./sandbox-example";

type Week = (typeof SANDBOX_EXAMPLE.engines)[number]["weeks"][number];

const percent = (share: number) => Math.round(share * 100);
const CELL = "whitespace-nowrap px-2 py-1.5 align-top first:pl-3 sm:px-4 sm:py-1 sm:first:pl-4";

/** The figure's numbers, and the second engine's beside them, as text: each engine and surface stays a series of its own. */
export function ExampleTable() {
  return (
    <div className="rounded-xl border border-line bg-surface">
      <table className="w-full border-collapse text-left text-sm tabular-nums">
        <caption className="px-3 py-3 text-left text-ink-faint sm:px-4">
          Example from the sandbox: {SANDBOX_EXAMPLE.brand}, a made-up brand, over {SANDBOX_EXAMPLE.prompts}{" "}
          prompts. Fewer than 25 prompts: every level is marked <em>early</em>.
        </caption>
        <thead>
          <tr className="border-line border-y text-ink-faint">
            {["Week", "Presence", "Panel", "Market"].map((title) => (
              <th key={title} scope="col" className="px-2 py-2 font-medium first:pl-3 sm:px-4 sm:first:pl-4">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {SANDBOX_EXAMPLE.engines.map(({ name, surface, weeks }) => (
          <tbody key={name} className="border-line border-b last:border-b-0">
            <tr>
              <th colSpan={4} scope="rowgroup" className="px-3 pt-3 pb-1 font-semibold sm:px-4">
                {name} <span className="font-normal text-ink-faint">{surface}</span>
              </th>
            </tr>
            {weeks.map((week) => (
              <WeekRow key={week.week} {...week} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function WeekRow({ week, hits, answers, value, panel, market }: Week) {
  return (
    <tr className="last:[&>*]:pb-3">
      <th scope="row" className={`${CELL} font-normal max-sm:whitespace-normal`}>
        {week}
      </th>
      <td className={CELL}>
        <span className="block font-semibold sm:inline">early: {percent(value)} %</span>{" "}
        <span className="text-ink-faint max-sm:text-xs sm:ml-2">
          {hits} of {answers}
        </span>
      </td>
      <Range ends={panel} />
      <Range ends={market} />
    </tr>
  );
}

/** The unit stands in the presence column; on a phone there is no room to repeat it. */
function Range({ ends: [low, high] }: { ends: readonly [number, number] }) {
  return (
    <td className={`${CELL} text-ink-soft`}>
      {percent(low)}–{percent(high)}
      <span className="max-sm:sr-only"> %</span>
    </td>
  );
}
