-- What answers cost us and brought in, over all orgs: each run adds its own sums when it ends.
CREATE TABLE "ops"."engine_cost" (
	"day" date NOT NULL,
	"engine_id" text NOT NULL,
	"price_version" integer NOT NULL,
	"payer" text NOT NULL,
	"answers" integer NOT NULL,
	"uncosted" integer NOT NULL,
	"credits" bigint NOT NULL,
	"cost_micros" bigint NOT NULL,
	CONSTRAINT "engine_cost_day_engine_id_price_version_payer_pk" PRIMARY KEY("day","engine_id","price_version","payer")
);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE (answers, uncosted, credits, cost_micros) ON ops.engine_cost TO citestreak_app;
