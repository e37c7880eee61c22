import type { RefusalReason } from "@/server/outbound";

const GO_ON = "Fill in what it would have said; everything else works the same.";

const WORDS: Readonly<Record<RefusalReason, string>> = {
  address_malformed: "That is no address of a website.",
  scheme: "Only websites can be read: http and https.",
  port: "Only websites at their usual ports can be read.",
  credentials: "An address with a password in it is not read.",
  private_host: "That is an address inside a network, not a website.",
  private_address: "It leads to an address inside a network, which is not read.",
  unknown_host:
    "There is no website of that name, or it can’t be found from here. Look whether it is spelled right.",
  redirects: "It sends its readers on too many times.",
  content_type: "What it sends is no web page.",
  encoding: "What it sends could not be unpacked.",
  too_large: "Its first page is larger than what is read.",
  too_slow: "It took too long to answer.",
  unreachable: "It could not be reached.",
  robots: "Its robots.txt asks not to be read by us, so it wasn’t.",
};

/** Why a site could not be read, in words for the person who typed it, with the way on. */
export function siteTrouble(reason: RefusalReason | "no_words" | number): string {
  if (typeof reason === "number") return `It answered with an error (HTTP ${reason}). ${GO_ON}`;
  if (reason === "no_words") return `Its first page says nothing before its scripts run. ${GO_ON}`;
  return `${WORDS[reason]} ${GO_ON}`;
}
