import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { sql } from "drizzle-orm";
import { runNamed } from "@/db/statement";
import type { TenantTransaction } from "@/db/tenant";
import { capturedAnswerParser } from "@/server/engines";
import { requireContext } from "@/server/kernel/context";
import type { AnswerId } from "@/server/kernel/id";
import type { RawBodyFacts } from "./contract";

export interface RawBody {
  readonly facts: RawBodyFacts;
  readonly body: string;
}

interface Stored {
  readonly parser: string;
  readonly body: Buffer;
  readonly sha256: string;
  readonly latencyMs: number;
}

/**
 * The body that the answer was read from, and whether its sha256, computed now, is the one that the answer keeps. A call
 * that was bought twice left two bodies: the answer's is the one with its hash. Null when none is stored.
 */
export async function readRawBody(tx: TenantTransaction, answerId: AnswerId): Promise<RawBody | null> {
  const [stored] = await runNamed<Stored>(
    tx,
    "read_raw_body",
    sql`
    select b.parser, b.body, a.raw_sha256 as sha256, b.latency_ms as "latencyMs"
    from tracking.answer a
    join tracking.raw_body b on b.org_id = a.org_id and b.ask_id = a.ask_id
    where a.org_id = ${requireContext().orgId} and a.id = ${answerId}
    order by b.sha256 = a.raw_sha256 desc, b.received_at desc
    limit 1`,
  );
  if (!stored) return null;
  const { parser, sha256, latencyMs } = stored;
  const bytes = await promisify(gunzip)(stored.body);
  return {
    facts: {
      parser,
      sha256,
      bytes: bytes.length,
      verified: createHash("sha256").update(bytes).digest("hex") === sha256,
      latencyMs: parser === capturedAnswerParser ? null : latencyMs,
    },
    body: bytes.toString("utf8"),
  };
}
