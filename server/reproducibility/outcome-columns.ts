import { ANSWER_STATES, type AnswerState, type SampledAsk, Stance } from "@/server/metrics";

/** How one field of an ask stands in a cell of the file. */
interface Column<Value> {
  readonly write: (value: Value) => string;
  readonly read: (cell: string) => Value;
}

const text: Column<string> = { write: (value) => value, read: (cell) => cell };
const flag: Column<boolean> = { write: String, read: (cell) => cell === "true" };
/** Ids, which hold no space. */
const ids: Column<readonly string[]> = {
  write: (values) => values.join(" "),
  read: (cell) => (cell === "" ? [] : cell.split(" ")),
};

const amount: Column<number> = { write: String, read: Number };
const UNKNOWN = "unknown";
const orUnknown = <Value>({ write, read }: Column<Value>): Column<Value | null> => ({
  write: (value) => (value === null ? UNKNOWN : write(value)),
  read: (cell) => (cell === UNKNOWN ? null : read(cell)),
});
/** "id=value id=value". */
const byId = <Value>({ write, read }: Column<Value>): Column<Readonly<Record<string, Value>>> => ({
  write: (values) => ids.write(Object.entries(values).map(([id, value]) => `${id}=${write(value)}`)),
  read: (cell) =>
    Object.fromEntries(
      ids.read(cell).map((pair) => {
        const [id = "", value = ""] = pair.split("=");
        return [id, read(value)];
      }),
    ),
});

type Columns = { readonly [Field in keyof SampledAsk]: Column<SampledAsk[Field]> };

function stateOf(cell: string): AnswerState {
  if (!Object.hasOwn(ANSWER_STATES, cell)) throw new Error(`no such answer state: ${cell}`);
  return cell as AnswerState;
}

/** Everything that a number is computed from, a column a field: the compiler asks for the column of a new one. */
const COLUMNS: Columns = {
  promptId: text,
  intent: { write: String, read: (cell) => cell as SampledAsk["intent"] },
  askState: text,
  state: { write: (state) => state ?? "", read: (cell) => (cell === "" ? null : stateOf(cell)) },
  day: text,
  planned: flag,
  named: ids,
  stances: byId({ write: String, read: (cell) => Stance.parse(cell) }),
  ranks: byId(amount),
  prominences: byId(amount),
  cited: amount,
  citedOf: byId(amount),
  retrievedOwners: orUnknown(ids),
  searched: orUnknown(flag),
  namesControl: orUnknown(flag),
  checked: amount,
  supported: amount,
};

type Field = keyof SampledAsk;
export const OUTCOME_FIELDS = Object.keys(COLUMNS) as readonly Field[];

/** The cells of one ask, in the order of `OUTCOME_FIELDS`. */
export function writeOutcome(ask: SampledAsk): string[] {
  const cell = <Name extends Field>(name: Name) => COLUMNS[name].write(ask[name]);
  return OUTCOME_FIELDS.map(cell);
}

/** The ask that a record of the file tells of. Throws on a state that the method doesn't know. */
export function readOutcome(record: Readonly<Record<string, string>>): SampledAsk {
  const entries = OUTCOME_FIELDS.map((name) => [name, COLUMNS[name].read(record[name] ?? "")]);
  return Object.fromEntries(entries);
}
