import { type EntryDto, listEntries } from "@/server/credits";
import { ok } from "@/server/kernel/result";
import type { Cell, ExportTable } from "../export-table";

const COLUMNS: readonly { name: string; about: string; of: (entry: EntryDto) => Cell }[] = [
  { name: "entry_id", about: "Id of the entry; ids grow with time.", of: (entry) => entry.id },
  { name: "created_at", about: "When it was written.", of: (entry) => entry.createdAt },
  { name: "kind", about: "grant, topup, reserve, release, expire and others.", of: (entry) => entry.kind },
  {
    name: "amount",
    about: "Whole credits, with their sign. The balance is the sum of this column.",
    of: (entry) => entry.amount,
  },
  { name: "lot_id", about: "Lot that the credits belong to.", of: (entry) => entry.lotId },
  { name: "ref_type", about: "Kind of what it was written for.", of: (entry) => entry.refType },
  { name: "ref_id", about: "Its id, for instance the run.", of: (entry) => entry.refId },
  { name: "actor", about: "Who or what wrote it.", of: (entry) => entry.actor },
];

/** Read through the ledger's own slice, newest first: no other one sees its tables. */
export const ledger: ExportTable = {
  id: "ledger",
  label: "Credit ledger",
  description: "Every entry of the organisation's wallet, of all its projects, newest first.",
  filters: [],
  columns: COLUMNS.map(({ name, about }) => ({ name, about })),
  async readPage(_scope, after) {
    const page = await listEntries({ limit: 200, ...(after && { before: Number(after[0]) }) });
    if (!page.ok) return page;
    const { entries, next } = page.value;
    return ok({
      rows: entries.map((entry) => COLUMNS.map((column) => column.of(entry))),
      next: next === null ? null : [String(next)],
    });
  },
};
