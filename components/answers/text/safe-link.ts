import { withoutBidiControls } from "./mark-pieces";

/** An address that may be opened: http or https, with its host as people read it. */
export interface SafeLink {
  readonly href: string;
  readonly host: string;
}

/** What an engine gave as an address, if a reader may follow it: javascript:, data: and the rest are text. */
export function safeLink(url: string): SafeLink | null {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  const { href, host } = new URL(url);
  return { href, host: withoutBidiControls(host.replace(/^www\./, "")) };
}
