import { createHash } from "node:crypto";
import { z } from "zod";

const version = "replies/v1";

/** What became of one redirect link: the page behind it, or why that isn't known. */
export const Resolution = z.discriminatedUnion("status", [
  z.object({ status: z.literal("resolved"), url: z.string().min(1) }),
  z.object({ status: z.literal("unresolved"), reason: z.string() }),
]);
export type Resolution = z.infer<typeof Resolution>;

/** By the link as it stands in the vendor's body. */
export type Resolutions = Readonly<Record<string, Resolution>>;

const Envelope = z.object({
  envelope: z.literal(version),
  replies: z.array(z.object({ sha256: z.string(), chars: z.int().nonnegative() })),
  resolved: z.record(z.string(), z.unknown()),
  bodies: z.array(z.unknown()).min(1),
});

/**
 * The raw body of an ask that took several replies, or of a reply whose links were resolved at capture: the vendor's bodies
 * stand in it byte for byte, beside the length and SHA-256 of each, and what was found out beside them. One reply with
 * nothing to add is stored as it came.
 */
export function sealReplies(bodies: readonly string[], resolved: Resolutions = {}): string {
  const [only] = bodies;
  if (only !== undefined && bodies.length === 1 && Object.keys(resolved).length === 0) return only;
  const replies = bodies.map((body) => ({ sha256: sha256(body), chars: body.length }));
  const head = JSON.stringify({ envelope: version, replies, resolved });
  return `${head.slice(0, -1)},"bodies":[${bodies.join(",")}]}`;
}

interface OpenedReplies {
  readonly bodies: readonly unknown[];
  readonly resolved: Resolutions;
  /** Whether there was an envelope: then it says of every link what became of it. */
  readonly sealed: boolean;
}

/** The vendor's bodies of a parsed raw body, in or out of an envelope. Never throws. */
export function openReplies(value: unknown): OpenedReplies {
  const { data } = Envelope.safeParse(value);
  if (!data) return { bodies: [value], resolved: {}, sealed: false };
  const known = Object.entries(data.resolved).flatMap(([link, raw]) => {
    const resolution = Resolution.safeParse(raw).data;
    return resolution ? [[link, resolution] as const] : [];
  });
  return { bodies: data.bodies, resolved: Object.fromEntries(known), sealed: true };
}

/** The vendor's bodies as text, byte for byte. Throws if one of them isn't what was sealed. */
export function sealedBodies(rawBody: string): string[] {
  if (!rawBody.startsWith(`{"envelope":"${version}"`)) return [rawBody];
  const { replies } = Envelope.parse(JSON.parse(rawBody));
  let end = rawBody.length - "]}".length;
  const bodies = replies.toReversed().map(({ sha256: expected, chars }) => {
    const body = rawBody.slice(end - chars, end);
    if (sha256(body) !== expected) throw new Error("a reply in the envelope isn't the one that was sealed");
    end -= chars + ",".length;
    return body;
  });
  return bodies.toReversed();
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
