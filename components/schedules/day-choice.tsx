import { Button } from "@/components/ui/button";
import { WEEKDAYS } from "./schedule-words";

interface Props {
  /** ISO weekdays. */
  readonly chosen: readonly number[];
  readonly onChange: (days: readonly number[]) => void;
}

/** The days of the week as boxes to tick, and the two sets that most people want as a press each. */
export function DayChoice({ chosen, onChange }: Props) {
  const toggle = (day: number) =>
    onChange(WEEKDAYS.map((each) => each.day).filter((each) => (each === day) !== chosen.includes(each)));
  return (
    <fieldset aria-describedby={chosen.length === 0 ? "no-day" : undefined}>
      <legend className="mb-1.5 font-medium text-sm">Days</legend>
      <div className="grid grid-cols-7 gap-px overflow-hidden rounded-md border border-line-strong bg-line">
        {WEEKDAYS.map(({ day, short, label }) => (
          <label
            key={day}
            className="flex min-h-11 cursor-pointer flex-col items-center justify-center gap-1 bg-surface py-2 text-sm has-checked:bg-sunken"
          >
            <span aria-hidden="true">{short}</span>
            <input
              type="checkbox"
              aria-label={label}
              checked={chosen.includes(day)}
              onChange={() => toggle(day)}
              className="size-4.5 accent-accent"
            />
          </label>
        ))}
      </div>
      {chosen.length === 0 && (
        <p id="no-day" className="mt-1.5 text-danger text-sm">
          Choose at least one day.
        </p>
      )}
      <div className="mt-2 flex flex-wrap gap-2">
        <Button look="quiet" size="small" onClick={() => onChange(WEEKDAYS.map(({ day }) => day))}>
          Every day
        </Button>
        <Button look="quiet" size="small" onClick={() => onChange([1])}>
          Mondays
        </Button>
      </div>
    </fieldset>
  );
}
