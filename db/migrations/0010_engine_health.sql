-- How engines stand: the circuit breaker and the kill switch, what calls came to, and what operators did about it.
CREATE TABLE "ops"."engine_health" (
	"engine_id" text PRIMARY KEY NOT NULL,
	"state" text DEFAULT 'closed' NOT NULL,
	"window_from" timestamp with time zone,
	"window_calls" integer DEFAULT 0 NOT NULL,
	"window_faults" integer DEFAULT 0 NOT NULL,
	"window_limited" integer DEFAULT 0 NOT NULL,
	"openings" integer DEFAULT 0 NOT NULL,
	"open_until" timestamp with time zone,
	"probe_token" uuid,
	"probe_until" timestamp with time zone,
	"last_fault" text,
	"last_fault_at" timestamp with time zone,
	"paused_reason" text,
	"paused_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "ops"."engine_minute" (
	"engine_id" text NOT NULL,
	"minute" timestamp with time zone NOT NULL,
	"answered" integer NOT NULL,
	"faults" integer NOT NULL,
	"limited" integer NOT NULL,
	"refused" integer NOT NULL,
	"latency" integer[] NOT NULL,
	CONSTRAINT "engine_minute_minute_engine_id_pk" PRIMARY KEY("minute","engine_id")
);
--> statement-breakpoint
CREATE TABLE "ops"."operator_action" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ops"."operator_action_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"user_id" uuid NOT NULL,
	"action" text NOT NULL,
	"subject_id" text NOT NULL,
	"detail" jsonb NOT NULL,
	"request_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
-- Counters older than a week are deleted by those who write them; a breaker's row stays; what operators did only grows.
GRANT SELECT, INSERT, UPDATE ON ops.engine_health TO citestreak_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ops.engine_minute TO citestreak_app;
GRANT SELECT, INSERT ON ops.operator_action TO citestreak_app;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ops.operator_action
  FOR EACH STATEMENT EXECUTE FUNCTION ops.refuse_change();
