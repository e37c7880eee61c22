import type { RecomputeState, RunState } from "@/db/schema";
import type { NotificationDto } from "./contract";

/** What happened, as it is stored. */
export type Happening =
  | { readonly kind: "run"; readonly state: RunState; readonly ofImport: boolean; readonly panel: string }
  | { readonly kind: "schedule"; readonly why: string | null; readonly panel: string }
  | {
      readonly kind: "recompute";
      readonly state: RecomputeState;
      readonly done: number;
      readonly failure: string | null;
    };

type Words = Pick<NotificationDto, "tone" | "title" | "detail">;

const ENDED: Readonly<Partial<Record<RunState, Words>>> = {
  complete: { tone: "good", title: "Run complete", detail: "Every ask was answered" },
  partial: { tone: "caution", title: "Run partial", detail: "Some asks failed, and cost nothing" },
  failed: { tone: "bad", title: "Run failed", detail: "No ask was answered, and none was charged" },
  cancelled: { tone: "neutral", title: "Run cancelled", detail: "What was answered before is kept" },
};

const REREAD: Readonly<Partial<Record<RecomputeState, Pick<Words, "tone" | "title">>>> = {
  done: { tone: "good", title: "Answers read again" },
  cancelled: { tone: "neutral", title: "Reading again was stopped" },
  failed: { tone: "bad", title: "Reading again has failed" },
};

/** A happening in words for the customer; undefined for one that isn't over. */
export function wordsFor(happening: Happening): Words | undefined {
  switch (happening.kind) {
    case "run": {
      const words = ENDED[happening.state];
      if (!words) return undefined;
      if (!happening.ofImport) return { ...words, detail: `${words.detail} (${happening.panel})` };
      return { ...words, title: words.title.replace("Run", "Import"), detail: happening.panel };
    }
    case "schedule":
      return {
        tone: "caution",
        title: "A scheduled run was not started",
        detail: `${happening.why ?? "It could not begin"} (${happening.panel})`,
      };
    case "recompute": {
      const words = REREAD[happening.state];
      const answers = `${happening.done} ${happening.done === 1 ? "answer" : "answers"}, free`;
      return words && { ...words, detail: happening.failure ?? answers };
    }
  }
}
