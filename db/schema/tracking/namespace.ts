import { pgSchema } from "drizzle-orm/pg-core";

export const tracking = pgSchema("tracking");
