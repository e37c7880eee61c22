import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./db/schema/index.ts",
  out: "./db/migrations",
  casing: "snake_case",
  entities: { roles: false },
  schemaFilter: ["identity", "tenancy", "billing", "credits", "catalog", "tracking", "insight", "ops"],
});
