import { SANDBOX_EXAMPLE } from "./sandbox-example";

const percent = (share: number) => Math.round(share * 100);
const range = ([low, high]: readonly [number, number]) => `${percent(low)}–${percent(high)} %`;

/** The figure's numbers, and the second engine's beside them, as text: each engine and surface stays a series of its own. */
export function ExampleTable() {
  return (
    <section
      className="relative overflow-x-auto rounded-xl border border-line bg-surface"
      aria-label="Example from the sandbox as a table"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table className="w-full min-w-[34rem] border-collapse text-left text-sm tabular-nums">
        <caption className="px-4 py-3 text-left text-ink-faint">
          Example from the sandbox: {SANDBOX_EXAMPLE.brand}, a made-up brand, over {SANDBOX_EXAMPLE.prompts}{" "}
          prompts. Fewer than 25 prompts: every level here is marked <em>early</em>.
        </caption>
        <thead>
          <tr className="border-line border-y text-ink-faint">
            {["Week", "Answers", "Presence", "Panel", "Market"].map((title) => (
              <th key={title} scope="col" className="px-4 py-2 font-medium">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {SANDBOX_EXAMPLE.engines.map(({ name, surface, weeks }) => (
          <tbody key={name} className="border-line border-b last:border-b-0">
            <tr>
              <th colSpan={5} scope="rowgroup" className="px-4 pt-3 pb-1 font-semibold">
                {name} <span className="font-normal text-ink-faint">{surface}</span>
              </th>
            </tr>
            {weeks.map(({ week, hits, answers, value, panel, market }) => (
              <tr key={week} className="last:[&>*]:pb-3">
                <th scope="row" className="whitespace-nowrap px-4 py-1 font-normal">
                  {week}
                </th>
                <td className="whitespace-nowrap px-4 py-1 text-ink-soft">
                  {hits} of {answers}
                </td>
                <td className="whitespace-nowrap px-4 py-1 font-semibold">early: {percent(value)} %</td>
                <td className="whitespace-nowrap px-4 py-1 text-ink-soft">{range(panel)}</td>
                <td className="whitespace-nowrap px-4 py-1 text-ink-soft">{range(market)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}
