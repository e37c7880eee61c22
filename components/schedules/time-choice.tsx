import { TextField } from "@/components/ui/field";

interface Props {
  /** HH:MM, "" while it is typed; null for another minute each day. */
  readonly time: string | null;
  readonly onChange: (time: string | null) => void;
}

const USUAL = "09:00";

/** Another minute each day, or always the same. */
export function TimeChoice({ time, onChange }: Props) {
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1.5 font-medium text-sm">Time</legend>
      <Choice checked={time === null} onChoose={() => onChange(null)} label="At a random minute of each day">
        What engines say by the hour then averages out.
      </Choice>
      <Choice checked={time !== null} onChoose={() => onChange(USUAL)} label="Always at the same time" />
      {time !== null && (
        <div className="mt-1 ml-8 w-36">
          <TextField
            label="At"
            hideLabel
            type="time"
            value={time}
            onChange={({ target }) => onChange(target.value)}
            error={time === "" ? "Which time?" : undefined}
          />
        </div>
      )}
    </fieldset>
  );
}

function Choice({
  checked,
  onChoose,
  label,
  children,
}: {
  checked: boolean;
  onChoose: () => void;
  label: string;
  children?: string;
}) {
  return (
    <label className="flex min-h-11 cursor-pointer items-center gap-3 text-sm sm:min-h-9">
      <input
        type="radio"
        name="time-of-day"
        checked={checked}
        onChange={onChoose}
        className="size-4.5 shrink-0 accent-accent"
      />
      <span>
        {label}
        {children && <span className="block text-ink-faint">{children}</span>}
      </span>
    </label>
  );
}
