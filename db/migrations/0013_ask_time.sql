-- When an ask's first try began: its budget of time is counted from there.
ALTER TABLE "tracking"."ask" ADD COLUMN "tried_since" timestamp with time zone;
--> statement-breakpoint
GRANT UPDATE (tried_since) ON tracking.ask TO citestreak_app;
