import { type ComponentProps, type ReactNode, useId } from "react";
import { classNames } from "./class-names";

const CONTROL =
  "w-full rounded-md border border-line-strong bg-surface px-3 text-base text-ink placeholder:text-ink-faint disabled:opacity-55 aria-invalid:border-danger sm:text-sm";
const BOX = classNames(CONTROL, "min-h-11 sm:min-h-10");

interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  /** For a control whose purpose is plain to see: the label is for screen readers only. */
  readonly hideLabel?: boolean;
}

type Control<Tag extends "input" | "select" | "textarea"> = FieldProps &
  Omit<ComponentProps<Tag>, "className">;

/** A one-line text field with its label, its hint and its error, tied together for screen readers. */
export function TextField({ label, hint, error, hideLabel, ...rest }: Control<"input">) {
  return (
    <Labelled {...{ label, hint, error, hideLabel }}>
      {(ids) => <input {...rest} {...ids} className={BOX} />}
    </Labelled>
  );
}

/** The same, for one of a few choices. The children are its options. */
export function SelectField({ label, hint, error, hideLabel, ...rest }: Control<"select">) {
  return (
    <Labelled {...{ label, hint, error, hideLabel }}>
      {(ids) => <select {...rest} {...ids} className={classNames(BOX, "cursor-pointer")} />}
    </Labelled>
  );
}

/** The same, for several lines. */
export function TextAreaField({ label, hint, error, hideLabel, ...rest }: Control<"textarea">) {
  return (
    <Labelled {...{ label, hint, error, hideLabel }}>
      {(ids) => <textarea {...rest} {...ids} className={classNames(CONTROL, "py-2 leading-relaxed")} />}
    </Labelled>
  );
}

interface ControlIds {
  readonly id: string;
  readonly "aria-invalid": boolean;
  readonly "aria-describedby": string | undefined;
}

function Labelled({
  label,
  hint,
  error,
  hideLabel = false,
  children,
}: {
  label: string;
  hint: ReactNode;
  error: string | undefined;
  hideLabel: boolean | undefined;
  children: (ids: ControlIds) => ReactNode;
}) {
  const id = useId();
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      <label htmlFor={id} className={hideLabel ? "sr-only" : "font-medium text-sm"}>
        {label}
      </label>
      {children({ id, "aria-invalid": error !== undefined, "aria-describedby": described || undefined })}
      {error && (
        <p id={`${id}-error`} className="text-danger text-sm">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="text-ink-faint text-sm">
          {hint}
        </p>
      )}
    </div>
  );
}
