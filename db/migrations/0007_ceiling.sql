-- The platform's ceiling: what engines cost us a day, and what each ask holds against it.
CREATE TABLE "ops"."spend" (
	"scope" text NOT NULL,
	"day" date NOT NULL,
	"micros" bigint NOT NULL,
	"refused_at" timestamp with time zone,
	CONSTRAINT "spend_scope_day_pk" PRIMARY KEY("scope","day"),
	CONSTRAINT "spend_not_negative" CHECK (micros >= 0)
);
--> statement-breakpoint
ALTER TABLE "tracking"."ask" ADD COLUMN "held_micros" bigint;
ALTER TABLE "tracking"."ask" ADD COLUMN "held_on" date;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (micros, refused_at) ON ops.spend TO citestreak_app;
GRANT UPDATE (held_micros, held_on) ON tracking.ask TO citestreak_app;
