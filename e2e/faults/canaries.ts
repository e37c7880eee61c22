import { randomBytes } from "node:crypto";

const word = (length: number) => randomBytes(length).toString("hex").slice(0, length);

/** Of the shapes that secrets have, and new in each run: found anywhere, one can only have come from here. */
export const CANARIES = {
  "an engine's key": `sk-proj-${word(24)}`,
  "a customer's own key": `sk-ant-api03-${word(24)}`,
  "an API key of ours": `cs_live_${word(30)}`,
  "a password": word(20),
  "a magic link's token": word(24),
  "a payment key": `sk_live_${word(24)}`,
  "a webhook's secret": `whsec_${word(24)}`,
  "a signing key": `signkey-prod-${word(32)}`,
  "a bearer header": word(28),
  "an e-mail address": `${word(12)}@canary.example`,
  "a private key": `MII${word(40)}`,
  "a prompt's text": `what ${word(8)} asked ${word(8)}`,
  "an answer's text": `what ${word(8)} answered ${word(8)}`,
} as const;
export type Canary = keyof typeof CANARIES;

/** A text that a person could paste: every secret in the words that such secrets come in. */
export const LEAKY_TEXT = [
  CANARIES["a prompt's text"],
  CANARIES["an engine's key"],
  CANARIES["a customer's own key"],
  CANARIES["an API key of ours"],
  `password=${CANARIES["a password"]}`,
  `https://citestreak.example/enter?token=${CANARIES["a magic link's token"]}`,
  CANARIES["a payment key"],
  CANARIES["a webhook's secret"],
  CANARIES["a signing key"],
  `Authorization: Bearer ${CANARIES["a bearer header"]}`,
  CANARIES["an e-mail address"],
  `-----BEGIN PRIVATE KEY----- ${CANARIES["a private key"]} -----END PRIVATE KEY-----`,
].join("\n");

/** The canaries (and `more`, such as a session's cookie) that stand in `text`, also as JSON or an address writes them. */
export function canariesIn(text: string, more: Readonly<Record<string, string>> = {}): string[] {
  const all = { ...CANARIES, ...more };
  return Object.entries(all)
    .filter(([, canary]) => text.includes(canary) || text.includes(encodeURIComponent(canary)))
    .map(([name]) => name);
}
