import { statement } from "@/db/statement";
import type { TenantTransaction } from "@/db/tenant";
import { chargedSql } from "@/server/credits";
import { requireContext } from "@/server/kernel/context";
import { type AnswerId, newId } from "@/server/kernel/id";
import { type AnswerReading, findingRows, SEARCHED_CHARACTERS } from "@/server/reading";
import { type EndedAsk, endAskSql, MANY_ASKS, mayBeLast } from "./end-ask";

/** What stands in an answer's row beside what was parsed and extracted. Keys are the columns' names. */
export interface AnswerFacts {
  readonly ask_id: string;
  readonly run_id: string;
  readonly project_id: string;
  readonly prompt_id: string;
  readonly engine_id: string;
  readonly surface: string;
  readonly raw_sha256: string;
  readonly sandbox: boolean;
  readonly observed_at: string;
}

const COLUMNS = `org_id, id, ask_id, run_id, project_id, prompt_id, engine_id, surface, state, text, raw_sha256,
  model_requested, model_served, search_triggered, search_queries, usage, cost_micros, finish, contract,
  extractor_version, brand_set_version, controls, sandbox, observed_at, recorded_at`;

const insertAll = statement<EndedAsk>(
  "store_answer",
  `with stored as (
     insert into tracking.answer (${COLUMNS}, charged, search)
     select ${COLUMNS}, ${chargedSql("$5", "$6")},
       to_tsvector('simple', left(text, ${SEARCHED_CHARACTERS}))
     from jsonb_populate_record(null::tracking.answer, $1) returning org_id, id
   ), named as (
     insert into tracking.mention
     select m.* from stored, jsonb_populate_recordset(null::tracking.mention, $2) m
   ), sourced as (
     insert into tracking.citation
     select c.* from stored, jsonb_populate_recordset(null::tracking.citation, $3) c
   ), undecided as (
     insert into tracking.ambiguous_mention
     select u.* from stored, jsonb_populate_recordset(null::tracking.ambiguous_mention, $4) u
   )
   ${endAskSql({ org: "$5", id: "$6", token: "$7", state: "$8" }, "$9", "$10")}`,
);

/**
 * Writes an answer with all that was read out of it and ends its ask under `leaseToken`, in one round trip. What its ask was
 * settled for by now is what it was charged. True: the run may be at its end. Throws lease_lost when the ask isn't open
 * under this lease.
 */
export async function storeAnswer(
  tx: TenantTransaction,
  leaseToken: string,
  facts: AnswerFacts,
  { parsed, found, contract }: AnswerReading,
): Promise<boolean> {
  const { orgId: org_id } = requireContext();
  const id = newId<AnswerId>();
  const answer = {
    org_id,
    id,
    ...facts,
    state: parsed.state,
    text: parsed.text,
    model_requested: parsed.modelRequested,
    model_served: parsed.modelServed,
    search_triggered: parsed.searchTriggered,
    search_queries: parsed.searchQueries,
    usage: parsed.usage ?? {},
    cost_micros: parsed.costMicros,
    finish: parsed.finish,
    contract,
    extractor_version: found.extractorVersion,
    brand_set_version: found.brandSetVersion,
    controls: found.controls,
    recorded_at: new Date().toISOString(),
  };
  const { mentions, citations, ambiguous } = findingRows(org_id, id, found);
  const json = [answer, mentions, citations, ambiguous].map((rows) => JSON.stringify(rows));
  const failed = parsed.state === "provider_error";
  const end = [
    org_id,
    facts.ask_id,
    leaseToken,
    failed ? "failed" : "answered",
    failed ? parsed.reason : null,
    MANY_ASKS,
  ];
  return mayBeLast(await insertAll(tx, [...json, ...end]));
}
