export const REDACTED = "[redacted]";

/**
 * What a secret looks like wherever it stands in a text, and what is left of it. Each pattern takes linear time on any
 * input: nothing that repeats without a bound is followed by something that can fail, or its runs can't overlap.
 */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  // Private keys, whole; without their end they go on to the end of the text.
  [
    /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY-----|$)/g,
    REDACTED,
  ],
  // What drizzle says a statement was sent with: to the end, as values may hold anything.
  [/((?:\n|\\n)params: )[\s\S]*/g, `$1${REDACTED}`],
  // Database URLs, whole: host and name of the database are nobody's business either.
  [/\bpostgres(?:ql)?:\/\/[^\s"'<>`]+/gi, REDACTED],
  // user:password@ of any other URL.
  [/\/\/[^\s/?#"'<>`]+@/g, `//${REDACTED}@`],
  // Authorization headers.
  [/\b(Bearer|Basic|Negotiate)\s+[\w.~+/=:-]{8,}/gi, `$1 ${REDACTED}`],
  // Cookie headers to the end of the line; and our session's cookies, wherever they stand.
  [/\b((?:set-)?cookie\\?["']?\s*[:=]\s*)[^\r\n]+/gi, `$1${REDACTED}`],
  [/\b((?:__Secure-|__Host-)?authjs\.[\w.-]{1,60}=)[^\s;,"']+/g, `$1${REDACTED}`],
  // JSON Web Tokens, signed and encrypted.
  [/(?<![\w-])eyJ[\w-]{8,}\.[\w.-]+/g, REDACTED],
  // Keys of OpenAI and Anthropic, xAI, Google, Perplexity, Groq, Hugging Face, Stripe, Inngest, and our own.
  [/(?<![a-z])sk-[\w-]{16,}/g, REDACTED],
  [/(?<![a-z])xai-\w{16,}/g, REDACTED],
  [/AIza[\w-]{30,}/g, REDACTED],
  [/(?<![a-z])pplx-\w{16,}/g, REDACTED],
  [/(?<![a-z])gsk_\w{16,}/g, REDACTED],
  [/(?<![a-z])hf_\w{16,}/g, REDACTED],
  [/(?<![a-z])[srp]k_(?:live|test)_\w{8,}/g, REDACTED],
  [/whsec_[\w+/=-]{8,}/g, REDACTED],
  [/signkey-(?:\w{1,20}-)?[0-9a-f]{8,}/gi, REDACTED],
  [/(?<![a-z])cs_\w{30,}/g, REDACTED],
  // name=value and "name": "value", for names that hold secrets: queries (magic links), forms, quoted JSON.
  [
    /((?:password|passwd|secret|token|api[_-]?key|authorization|signature|signing[_-]?key|private[_-]?key)\\?["']?\s*[:=]\s*\\?["']?)[^\s"'\\&;,]+/gi,
    `$1${REDACTED}`,
  ],
  // E-mail addresses, by their parts' longest lengths (RFC 5321).
  [/[\w.+-]{1,64}(?:@|%40)(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,63}\b/gi, REDACTED],
];

/**
 * `text` without anything that looks like a secret or an e-mail address: keys of the engines, of Stripe and of ours,
 * tokens, cookies, passwords in URLs, database URLs, private keys. Text that merely is somebody's (a prompt, an answer)
 * looks like any other: what never enters an error or a log needs no redaction. Linear in the length of `text`.
 */
export function redactText(text: string): string {
  let safe = text;
  for (const [pattern, left] of PATTERNS) safe = safe.replace(pattern, left);
  return safe;
}
