import {
  COPIES,
  FOLDED_LABELS,
  REDIRECTORS,
  REF_HOSTS,
  SAME_HOSTS,
  SAME_PATHS,
  TRACKING_PARAMETERS,
  TRACKING_PREFIXES,
} from "./url-tables";

const MOST_HOPS = 4;

function parseHttp(url: string): URL | null {
  const candidate = /^[a-z][a-z0-9+.-]*:/iu.test(url) ? url : `https://${url}`;
  try {
    const parsed = new URL(candidate);
    return parsed.protocol === "http:" || parsed.protocol === "https:" ? parsed : null;
  } catch {
    return null;
  }
}

/** The page behind a redirector, an archive or an AMP cache; null when the address stands for itself. */
function unwrapped(url: URL): string | null {
  for (const copy of COPIES) {
    const original = copy.exec(url.href)?.[1];
    if (original !== undefined) return original.replace(/^(https?):\/+/iu, "$1://");
  }
  for (const { host, path, parameters } of REDIRECTORS) {
    if (!host.test(url.hostname) || !path.test(url.pathname)) continue;
    const target = parameters
      .map((name) => url.searchParams.get(name))
      .find((value) => /^https?:\/\//iu.test(value ?? ""));
    if (target !== undefined && target !== null) return target;
  }
  return null;
}

/** Host in lower case without the labels that only name a rendering (www., m., amp.). */
export function foldHost(hostname: string): string {
  const labels = hostname.toLowerCase().replace(/\.$/u, "").split(".");
  while (labels.length > 2 && FOLDED_LABELS.has(labels[0] ?? "")) labels.shift();
  // en.m.wikipedia.org
  if (labels.length > 3 && labels[1] === "m") labels.splice(1, 1);
  const host = labels.join(".");
  return SAME_HOSTS[host] ?? host;
}

/** The original's host behind a translated copy: "www-a--b-com" spells www.a-b.com. */
function translatedHost(hostname: string): string | null {
  const copy = /^([a-z0-9-]+)\.translate\.goog$/u.exec(hostname)?.[1];
  return copy === undefined ? null : copy.replace(/--|-/gu, (dashes) => (dashes === "--" ? "-" : "."));
}

function isTracking(name: string, host: string): boolean {
  const lower = name.toLowerCase();
  if (lower === "ref") return !REF_HOSTS.has(host);
  if (lower === "amp" || lower === "outputtype") return true;
  return TRACKING_PARAMETERS.has(lower) || TRACKING_PREFIXES.some((prefix) => lower.startsWith(prefix));
}

function foldPath(pathname: string): string {
  const folded = pathname
    .replace(/\/{2,}/gu, "/")
    .replace(/;jsessionid=[^/]*/iu, "")
    .replace(/\/amp\/?$|\.amp$|\/amp(?=\.html$)/iu, "")
    .replace(/\/index\.html?$/iu, "");
  return folded.replace(/\/$/u, "") || "";
}

/** Fragments that route inside a page are kept; anchors and text fragments are not. */
function foldFragment(hash: string): string {
  return /^#!?\//u.test(hash) && !hash.includes(":~:") ? hash : "";
}

function decodeSafely(text: string): string {
  try {
    return decodeURI(text)
      .normalize("NFC")
      .replace(/[\s<>"]/gu, encodeURIComponent);
  } catch {
    return text;
  }
}

function computeCanonical(url: string): string {
  let current = parseHttp(url.trim());
  if (current === null) return url.trim();
  for (let hop = 0; hop < MOST_HOPS; hop += 1) {
    const inner = unwrapped(current);
    const next = inner === null ? null : parseHttp(inner);
    if (next === null) break;
    current = next;
  }
  let host = foldHost(translatedHost(current.hostname) ?? current.hostname);
  let path = foldPath(current.pathname);
  const known = SAME_PATHS.find((same) => same.host.test(host) && same.path.test(path));
  if (known !== undefined) path = path.replace(known.path, known.to);
  const query =
    known === undefined
      ? [...current.searchParams.entries()].filter(([name]) => !isTracking(name, host))
      : [];
  if (host === "youtu.be" && path.length > 1) {
    query.unshift(["v", path.slice(1)]);
    host = "youtube.com";
    path = "/watch";
  }
  const shorts = host === "youtube.com" ? /^\/(?:shorts|embed|live)\/([\w-]+)$/u.exec(path)?.[1] : undefined;
  if (shorts !== undefined) {
    query.unshift(["v", shorts]);
    path = "/watch";
  }
  const kept = query.sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  const search = kept.length === 0 ? "" : `?${new URLSearchParams(kept).toString()}`;
  const port = current.port === "" ? "" : `:${current.port}`;
  return `https://${host}${port}${decodeSafely(path)}${search}${foldFragment(current.hash)}`;
}

const MOST_KEPT = 10_000;
const kept = new Map<string, string>();

/**
 * One spelling for one page: https, host without www./m./amp., no tracking parameters, no fragment, redirectors and
 * archives unwrapped, youtu.be and AMP folded; queries that choose the page (`?v=`, `?id=`) stay, sorted by name.
 * An address that is no http(s) URL comes back trimmed, as it is.
 */
export function canonicalUrl(url: string): string {
  const known = kept.get(url);
  if (known !== undefined) return known;
  const canonical = computeCanonical(url);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(url, canonical);
  return canonical;
}
