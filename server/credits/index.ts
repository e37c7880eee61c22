export { authoriseAsk } from "./authorise-ask";
export { chargedSql } from "./charged-sql";
export { clawBack, type Refund } from "./claw-back";
export {
  type BalanceDto,
  type EntriesPage,
  type EntryDto,
  GrantCreditsInput,
  ListEntriesInput,
} from "./contract";
export { expireLots } from "./expire-lots";
export { expireOrgLots } from "./expire-org-lots";
export { hasEntry } from "./find-entry";
export { getBalance } from "./get-balance";
export { grantCredits, type NewGrant } from "./grant-credits";
export { grantCreditsToOrg } from "./grant-credits-to-org";
export { type Dispute, holdDispute } from "./hold-dispute";
export { listEntries } from "./list-entries";
export { lockWallet } from "./lock-wallet";
export { openWallet } from "./open-wallet";
export { type Balance, readBalance } from "./read-balance";
export { type ReservedCredits, readCreditsByRun } from "./read-credits-by-run";
export type { LotBalance } from "./read-lots";
export { type RunCredits, readRunCredits } from "./read-run-credits";
export { releaseDispute } from "./release-dispute";
export { releaseReservation } from "./release-reservation";
export { assertMinted, type ReservationToken } from "./reservation-token";
export { reserveCredits } from "./reserve-credits";
export { settleAsk } from "./settle-ask";
export { writeCheckpoint } from "./write-checkpoint";
