import { createHash } from "node:crypto";
import { fetchPage, mayFetch, type OutboundWorld } from "@/server/outbound";
import { pageText } from "./page-text";

/** What came of a page: its text, or why there is none. */
export interface LookedAt {
  readonly status: number | null;
  /** Why its text can't be held against a sentence; null where it can. */
  readonly trouble: string | null;
  readonly text: string;
  readonly textSha256: string | null;
}

/** Below, a page is a shell that a script would have filled, or a notice. In characters. */
const LEAST_TEXT = 200;

/** Fetches a page as its robots.txt allows, through the guard. Never throws for what a site does. */
export async function lookAtPage(url: string, world: OutboundWorld): Promise<LookedAt> {
  if (!(await mayFetch(url, world))) return { status: null, trouble: "closed", text: "", textSha256: null };
  const page = await fetchPage(url, world);
  if (page.kind === "refused") return { status: null, trouble: page.reason, text: "", textSha256: null };
  if (page.status < 200 || page.status > 299)
    return { status: page.status, trouble: `http_${page.status}`, text: "", textSha256: null };
  const text = page.contentType.startsWith("text/plain") ? page.text : pageText(page.text);
  const textSha256 = createHash("sha256").update(text).digest("hex");
  const trouble = text.length < LEAST_TEXT ? "no_text" : null;
  return { status: page.status, trouble, text, textSha256 };
}
