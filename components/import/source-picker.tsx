"use client";

import { FileUp } from "lucide-react";
import { type DragEvent, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { TextAreaField } from "@/components/ui/field";
import { fileSize } from "./file-size";

interface Props {
  readonly maxBytes: number;
  readonly disabled: boolean;
  /** Text that was pasted has no name. */
  readonly onChoose: (file: Blob, name: string | undefined) => void;
}

/** Where the answers come from: a file that is chosen or dropped, or text that is pasted. */
export function SourcePicker({ maxBytes, disabled, onChoose }: Props) {
  const id = useId();
  const [over, setOver] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [text, setText] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const tooLarge = (bytes: number) =>
    bytes > maxBytes
      ? `has ${fileSize(bytes)}, and at most ${fileSize(maxBytes)} come in at once: split it and import the parts one after the other.`
      : undefined;
  const take = (file: File | undefined) => {
    if (!file || disabled) return;
    const fault = file.size === 0 ? "is empty." : tooLarge(file.size);
    setProblem(fault && `${file.name} ${fault}`);
    if (!fault) onChoose(file, file.name);
    // The same file can be chosen again, after it was mended.
    if (input.current) input.current.value = "";
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  const pasted = new Blob([text]);
  return (
    <div className="flex flex-col gap-4">
      <div>
        <label
          htmlFor={id}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
          className={classNames(
            "flex cursor-pointer flex-col items-center gap-2 rounded-xl border border-line-strong border-dashed px-4 py-7 text-center hover:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-3",
            over && "bg-accent-soft",
            disabled && "opacity-55",
          )}
        >
          <FileUp size={24} aria-hidden="true" className="text-accent" />
          <span className="font-semibold">Choose a file, or drop it here</span>
          <span id={`${id}-hint`} className="text-ink-faint text-sm">
            JSONL or CSV, at most {fileSize(maxBytes)}. Nothing comes in before you confirm it.
          </span>
          <input
            ref={input}
            id={id}
            type="file"
            accept=".jsonl,.ndjson,.json,.csv,.tsv,.txt,text/csv,text/plain,application/json"
            disabled={disabled}
            aria-invalid={problem !== undefined}
            aria-describedby={classNames(`${id}-hint`, problem && `${id}-problem`)}
            onChange={(event) => take(event.target.files?.[0])}
            className="sr-only"
          />
        </label>
        {problem && (
          <p id={`${id}-problem`} role="alert" className="wrap-anywhere mt-2 text-danger text-sm">
            {problem}
          </p>
        )}
      </div>
      <details className="text-sm">
        <summary className="min-h-9 cursor-pointer py-1.5 font-medium max-sm:min-h-11">
          Paste text instead
        </summary>
        <div className="mt-2 flex flex-col items-start gap-3">
          <div className="w-full">
            <TextAreaField
              label="Captures"
              hint="JSONL or CSV with its header row, as in the templates below."
              error={tooLarge(pasted.size) && `This text ${tooLarge(pasted.size)}`}
              rows={8}
              spellCheck={false}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </div>
          <Button
            look="quiet"
            size="small"
            disabled={disabled || text.trim() === "" || pasted.size > maxBytes}
            onClick={() => onChoose(pasted, undefined)}
          >
            Check this text
          </Button>
        </div>
      </details>
    </div>
  );
}
