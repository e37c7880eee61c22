"use client";

import { type ProjectAddress, projectPath } from "@/components/shell/project-path";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/field";
import { formatNumber } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import type { CaptureFormat } from "@/server/imports/contract";
import { ConfirmImport } from "./confirm-import";
import { fileSize } from "./file-size";
import { PreviewReport } from "./preview-report";
import { SourcePicker } from "./source-picker";
import { type ImportState, useImport } from "./use-import";

interface Props {
  readonly address: ProjectAddress;
  readonly projectId: string;
  readonly maxBytes: number;
}

const FORMATS: Readonly<Record<CaptureFormat, string>> = { jsonl: "JSONL", csv: "CSV" };

/** Choose or paste captured answers, see what would come in, then bring them in. */
export function ImportForm({ address, projectId, maxBytes }: Props) {
  const { state, choose, recheck, confirm } = useImport(address, projectId);
  const { upload, format, preview, doing, failure } = state;
  const checking = doing?.what === "checking";
  return (
    <Card
      title="Import captured answers"
      detail="Answers that you saw or recorded yourself, as ChatGPT or another product showed them. They cost no credits and stay apart from answers bought over an API."
    >
      <div className="flex flex-col gap-6">
        <SourcePicker maxBytes={maxBytes} disabled={doing?.what === "importing"} onChoose={choose} />
        <p role="status" className={doing ? "text-ink-soft text-sm" : "sr-only"}>
          {said(state)}
        </p>
        {failure && (
          <Notice
            tone="bad"
            title="That did not work"
            action={
              upload &&
              !preview && (
                <Button look="quiet" size="small" onClick={() => recheck(format)}>
                  Check again
                </Button>
              )
            }
          >
            <p>{failure.message}</p>
            {failure.requestId && (
              <p className="mt-1 text-xs">
                Request id <code className="font-mono">{failure.requestId}</code>
              </p>
            )}
          </Notice>
        )}
        {upload && preview && (
          <section aria-label="Dry run" className="flex flex-col gap-5 border-line border-t pt-5">
            <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
              <h3 className="wrap-anywhere min-w-0 font-semibold">
                {upload.name ?? "Pasted text"}
                <span className="font-normal text-ink-faint"> · {fileSize(upload.bytes)}</span>
              </h3>
              <SelectField
                label="Read as"
                value={format ?? ""}
                disabled={doing?.what === "importing"}
                onChange={(event) => recheck(formatOf(event.target.value))}
              >
                <option value="">
                  {format === undefined ? `${FORMATS[preview.format]} (found)` : "As found"}
                </option>
                <option value="jsonl">JSONL</option>
                <option value="csv">CSV</option>
              </SelectField>
            </div>
            <PreviewReport preview={preview} />
            {preview.accepted > 0 && preview.refusal === null && !state.nothingNew && !checking && (
              <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
                <ConfirmImport preview={preview} busy={doing?.what === "importing"} onConfirm={confirm} />
                <span className="text-ink-faint text-sm">
                  So far this was a dry run: nothing has been stored.
                </span>
              </div>
            )}
            {(state.nothingNew || (preview.accepted === 0 && preview.alreadyImported > 0)) && (
              <Notice
                tone="good"
                title="Nothing new in this file"
                action={
                  <ButtonLink href={projectPath(address, "runs")} look="quiet" size="small">
                    See the runs
                  </ButtonLink>
                }
              >
                All of its usable lines are in this project already. Nothing was changed.
              </Notice>
            )}
          </section>
        )}
      </div>
    </Card>
  );
}

/** What goes on, in words: shown while it lasts, and announced with its result. */
function said({ doing, preview, upload }: ImportState): string {
  const sent = doing && doing.sent < 1 ? ` ${Math.floor(doing.sent * 100)} % sent.` : "";
  if (doing?.what === "reading") return "Reading the file…";
  if (doing?.what === "checking") return `Checking ${upload?.name ?? "the text"}…${sent}`;
  if (doing?.what === "importing") return `Storing the answers… The run’s page opens when they stand.${sent}`;
  if (!preview) return "";
  const { accepted, alreadyImported, rejectedCount } = preview;
  return `Dry run: ${formatNumber(accepted)} new, ${formatNumber(alreadyImported)} already imported, ${formatNumber(rejectedCount)} rejected.`;
}

function formatOf(value: string): CaptureFormat | undefined {
  return value === "jsonl" || value === "csv" ? value : undefined;
}
