import { customType, timestamp, uuid } from "drizzle-orm/pg-core";
import type { OrgId } from "../../server/kernel/id";

/** Whose row it is: the column that every policy compares, and the first of every key of a tenant table. */
export const orgId = () => uuid().notNull().$type<OrgId>();

export const createdAt = () => timestamp({ withTimezone: true }).notNull().defaultNow();

export const instant = () => timestamp({ withTimezone: true });

export const bytea = customType<{ data: Buffer }>({ dataType: () => "bytea" });
