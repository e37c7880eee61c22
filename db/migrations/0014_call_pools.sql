-- What the calls of an engine under one key share over all processes: places, and permits by the minute.
CREATE TABLE "ops"."call_pool" (
	"engine_id" text NOT NULL,
	"key_of" text NOT NULL,
	"holdings" jsonb NOT NULL,
	"permits" double precision NOT NULL,
	"filled_at" timestamp with time zone NOT NULL,
	CONSTRAINT "call_pool_engine_id_key_of_pk" PRIMARY KEY("engine_id","key_of")
);
--> statement-breakpoint
-- Pools that nobody looked at for a day are deleted.
GRANT SELECT, INSERT, UPDATE (holdings, permits, filled_at), DELETE ON ops.call_pool TO citestreak_app;
