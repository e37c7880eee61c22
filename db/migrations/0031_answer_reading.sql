-- no-transaction
-- How many of a project's answers were read with other versions, and which, whatever the history.
CREATE INDEX CONCURRENTLY IF NOT EXISTS "answer_reading_idx" ON "tracking"."answer" USING btree ("org_id","project_id","extractor_version","brand_set_version") WHERE state <> 'provider_error';
