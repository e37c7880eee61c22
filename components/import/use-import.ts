"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { newIdempotencyKey } from "@/components/api/new-idempotency-key";
import { RouteError } from "@/components/api/route-error";
import { type ProjectAddress, projectPath } from "@/components/shell/project-path";
import type { CaptureFormat, ImportAccepted, ImportPreview } from "@/server/imports/contract";
import { packFile, sendFile, type Upload } from "./send-file";

type Doing = { readonly what: "reading" | "checking" | "importing"; readonly sent: number };

export interface ImportState {
  readonly upload?: Upload;
  readonly format?: CaptureFormat | undefined;
  readonly preview?: ImportPreview;
  /** Of the import that this dry run leads to. */
  readonly idempotencyKey?: string;
  readonly doing?: Doing | undefined;
  readonly failure?: RouteError | undefined;
  /** Everything in it had come in meanwhile, so no run was made. */
  readonly nothingNew?: boolean;
}

/** The import screen's steps: choose, dry run at once, import. The chosen bytes stay until another file is chosen. */
export function useImport(address: ProjectAddress, projectId: string) {
  const router = useRouter();
  const [state, setState] = useState<ImportState>({});
  const turn = useRef(0);

  /** Runs `work`, and falls back to `kept` when it fails. What an earlier turn still has to say is not heard any more. */
  async function take(kept: ImportState, what: Doing["what"], work: (say: Say) => Promise<ImportState>) {
    turn.current += 1;
    const mine = turn.current;
    const say = (next: ImportState) => mine === turn.current && setState(next);
    // The dry run before stays in sight while the same file is read as another format.
    say({ ...(what === "checking" && state), ...kept, failure: undefined, doing: { what, sent: 0 } });
    try {
      say(await work(say));
    } catch (thrown) {
      const failure = thrown instanceof RouteError ? thrown : new RouteError("That did not work. Try again.");
      say({ ...kept, failure });
    }
  }

  const addressOf = ({ name }: Upload, format: CaptureFormat | undefined, dryRun: boolean) => {
    const query = new URLSearchParams({ org: address.org, projectId });
    if (name !== undefined) query.set("name", name);
    if (format !== undefined) query.set("format", format);
    if (dryRun) query.set("dryRun", "1");
    return `/api/import?${query}`;
  };

  async function check(
    upload: Upload,
    format: CaptureFormat | undefined,
    say: Say,
    shown: ImportState = {},
  ): Promise<ImportState> {
    const kept = { upload, format };
    const preview = await sendFile<ImportPreview>(addressOf(upload, format, true), upload, (sent) =>
      say({ ...shown, ...kept, failure: undefined, doing: { what: "checking", sent } }),
    );
    return { ...kept, preview, idempotencyKey: newIdempotencyKey() };
  }

  return {
    state,
    choose: (file: Blob, name: string | undefined) =>
      take({}, "reading", async (say) => check(await packFile(file, name), undefined, say)),
    /** The dry run again: read as another format, or after it failed. */
    recheck(format: CaptureFormat | undefined) {
      const { upload } = state;
      if (upload) void take({ upload, format }, "checking", (say) => check(upload, format, say, state));
    },
    confirm() {
      const { upload, format, preview, idempotencyKey } = state;
      if (!upload || !preview || !idempotencyKey) return;
      const kept = { upload, format, preview, idempotencyKey };
      void take(kept, "importing", async (say) => {
        const url = addressOf(upload, preview.format, false);
        const onSent = (sent: number) => say({ ...kept, doing: { what: "importing", sent } });
        const { runId } = await sendFile<ImportAccepted>(url, upload, onSent, idempotencyKey);
        if (runId === null) return { ...kept, nothingNew: true };
        router.push(projectPath(address, "runs", runId));
        return { ...kept, doing: { what: "importing", sent: 1 } };
      });
    },
  };
}

type Say = (next: ImportState) => void;
