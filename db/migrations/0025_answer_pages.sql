-- no-transaction
-- Pages of answers, newest first, whatever the history: of a project, of an engine, of a question; and the asks of a cell.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "answer_project_idx" ON "tracking"."answer" USING btree ("org_id","project_id","observed_at","id");
--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "answer_engine_idx" ON "tracking"."answer" USING btree ("org_id","project_id","engine_id","observed_at","id");
--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "answer_prompt_idx" ON "tracking"."answer" USING btree ("org_id","project_id","prompt_id","observed_at","id");
--> statement-breakpoint
CREATE INDEX CONCURRENTLY IF NOT EXISTS "ask_cell_idx" ON "tracking"."ask" USING btree ("org_id","prompt_id","engine_id","observed_at");
--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "tracking"."answer_series_idx";
--> statement-breakpoint
DROP INDEX CONCURRENTLY IF EXISTS "tracking"."ask_prompt_idx";
