CREATE TABLE "ops"."flag_rule" (
	"flag" text NOT NULL,
	"scope" text NOT NULL,
	"percent" integer NOT NULL,
	CONSTRAINT "flag_rule_flag_scope_pk" PRIMARY KEY("flag","scope"),
	CONSTRAINT "flag_rule_percent" CHECK (percent >= 0)
);
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE, UPDATE (percent) ON ops.flag_rule TO citestreak_app;
