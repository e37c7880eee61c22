CREATE SCHEMA "billing";
--> statement-breakpoint
CREATE SCHEMA "catalog";
--> statement-breakpoint
CREATE SCHEMA "credits";
--> statement-breakpoint
CREATE SCHEMA "identity";
--> statement-breakpoint
CREATE SCHEMA "insight";
--> statement-breakpoint
CREATE SCHEMA "ops";
--> statement-breakpoint
CREATE SCHEMA "tenancy";
--> statement-breakpoint
CREATE SCHEMA "tracking";
--> statement-breakpoint
CREATE TABLE "billing"."subscription" (
	"org_id" uuid PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "billing"."subscription" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "catalog"."plan" (
	"id" text PRIMARY KEY NOT NULL,
	"label" text NOT NULL,
	"monthly_credits" integer NOT NULL,
	"priority_seconds" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "catalog"."price" (
	"version" integer NOT NULL,
	"engine_id" text NOT NULL,
	"credits" integer NOT NULL,
	"no_answer_shown_credits" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "price_version_engine_id_pk" PRIMARY KEY("version","engine_id")
);
--> statement-breakpoint
CREATE TABLE "credits"."checkpoint" (
	"org_id" uuid NOT NULL,
	"upto_id" bigint NOT NULL,
	"lot_id" uuid NOT NULL,
	"balance" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "checkpoint_org_id_upto_id_lot_id_pk" PRIMARY KEY("org_id","upto_id","lot_id")
);
--> statement-breakpoint
ALTER TABLE "credits"."checkpoint" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "credits"."entry" (
	"org_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "credits"."entry_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"lot_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"kind" text NOT NULL,
	"idem_key" text NOT NULL,
	"reservation_id" uuid,
	"ref_type" text NOT NULL,
	"ref_id" text NOT NULL,
	"actor" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "entry_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "entry_idem_key" UNIQUE("org_id","idem_key"),
	CONSTRAINT "entry_amount_not_zero" CHECK (amount <> 0)
);
--> statement-breakpoint
ALTER TABLE "credits"."entry" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "credits"."lot" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"source" text NOT NULL,
	"expires_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "lot_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "credits"."lot" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "credits"."reservation" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "reservation_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "reservation_run_key" UNIQUE("org_id","run_id"),
	CONSTRAINT "reservation_amount_positive" CHECK (amount > 0)
);
--> statement-breakpoint
ALTER TABLE "credits"."reservation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "credits"."settlement" (
	"org_id" uuid NOT NULL,
	"ask_id" uuid NOT NULL,
	"reservation_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "settlement_org_id_ask_id_pk" PRIMARY KEY("org_id","ask_id"),
	CONSTRAINT "settlement_amount_positive" CHECK (amount > 0)
);
--> statement-breakpoint
ALTER TABLE "credits"."settlement" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "credits"."wallet" (
	"org_id" uuid PRIMARY KEY NOT NULL,
	"lock_seq" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "credits"."wallet" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identity"."user" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_key" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "insight"."metric_value" (
	"org_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"panel_version_id" uuid NOT NULL,
	"window_start" date NOT NULL,
	"window_days" integer NOT NULL,
	"engine_id" text NOT NULL,
	"surface" text NOT NULL,
	"metric_id" text NOT NULL,
	"brand_id" uuid NOT NULL,
	"value" double precision,
	"answers" integer NOT NULL,
	"prompts" integer NOT NULL,
	"detail" jsonb NOT NULL,
	"provenance" jsonb NOT NULL,
	"computed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "metric_value_org_id_project_id_panel_version_id_window_start_window_days_engine_id_surface_metric_id_brand_id_pk" PRIMARY KEY("org_id","project_id","panel_version_id","window_start","window_days","engine_id","surface","metric_id","brand_id")
);
--> statement-breakpoint
ALTER TABLE "insight"."metric_value" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "insight"."streak" (
	"org_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"panel_version_id" uuid NOT NULL,
	"engine_id" text NOT NULL,
	"surface" text NOT NULL,
	"brand_id" uuid NOT NULL,
	"prompt_hash" text DEFAULT '' NOT NULL,
	"current" integer NOT NULL,
	"longest" integer NOT NULL,
	"broken_at" date,
	"computed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "streak_org_id_project_id_panel_version_id_engine_id_surface_brand_id_prompt_hash_pk" PRIMARY KEY("org_id","project_id","panel_version_id","engine_id","surface","brand_id","prompt_hash")
);
--> statement-breakpoint
ALTER TABLE "insight"."streak" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ops"."audit_log" (
	"org_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "ops"."audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"detail" jsonb NOT NULL,
	"request_id" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_log_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "ops"."audit_log" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "ops"."open_run" (
	"org_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"check_at" timestamp with time zone NOT NULL,
	CONSTRAINT "open_run_org_id_run_id_pk" PRIMARY KEY("org_id","run_id")
);
--> statement-breakpoint
CREATE TABLE "ops"."outbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ops"."outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"org_id" uuid NOT NULL,
	"name" text NOT NULL,
	"payload" jsonb NOT NULL,
	"idem_key" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "outbox_idem_key" UNIQUE("org_id","idem_key")
);
--> statement-breakpoint
CREATE TABLE "tenancy"."membership" (
	"org_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "membership_org_id_user_id_pk" PRIMARY KEY("org_id","user_id")
);
--> statement-breakpoint
ALTER TABLE "tenancy"."membership" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tenancy"."org" (
	"org_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "tenancy"."org" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tenancy"."project" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"workspace_id" uuid NOT NULL,
	"name" text NOT NULL,
	"target_presence" double precision DEFAULT 0.5 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "project_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "project_name_key" UNIQUE("org_id","workspace_id","name")
);
--> statement-breakpoint
ALTER TABLE "tenancy"."project" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tenancy"."workspace" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workspace_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "workspace_name_key" UNIQUE("org_id","name")
);
--> statement-breakpoint
ALTER TABLE "tenancy"."workspace" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tracking"."answer" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"ask_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"prompt_id" uuid NOT NULL,
	"engine_id" text NOT NULL,
	"surface" text NOT NULL,
	"state" text NOT NULL,
	"text" text NOT NULL,
	"raw_sha256" text NOT NULL,
	"model_requested" text,
	"model_served" text,
	"search_triggered" boolean,
	"search_queries" jsonb NOT NULL,
	"usage" jsonb NOT NULL,
	"cost_micros" bigint,
	"finish" text,
	"contract" text NOT NULL,
	"extractor_version" text NOT NULL,
	"brand_set_version" text NOT NULL,
	"charged" integer NOT NULL,
	"sandbox" boolean NOT NULL,
	"observed_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "answer_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "answer_ask_key" UNIQUE("org_id","ask_id")
);
--> statement-breakpoint
ALTER TABLE "tracking"."answer" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tracking"."citation" (
	"org_id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"url" text NOT NULL,
	"canonical_url" text NOT NULL,
	"domain" text NOT NULL,
	"title" text,
	"kind" text NOT NULL,
	"owner_brand_id" uuid,
	"spans" jsonb NOT NULL,
	CONSTRAINT "citation_org_id_answer_id_ordinal_pk" PRIMARY KEY("org_id","answer_id","ordinal")
);
--> statement-breakpoint
ALTER TABLE "tracking"."citation" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tracking"."imported_line" (
	"org_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"line_sha256" text NOT NULL,
	"ask_id" uuid NOT NULL,
	"imported_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "imported_line_org_id_project_id_line_sha256_pk" PRIMARY KEY("org_id","project_id","line_sha256")
);
--> statement-breakpoint
ALTER TABLE "tracking"."imported_line" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tracking"."mention" (
	"org_id" uuid NOT NULL,
	"answer_id" uuid NOT NULL,
	"brand_id" uuid NOT NULL,
	"spans" jsonb NOT NULL,
	"naming_order" integer NOT NULL,
	"rank" integer,
	"confidence" real NOT NULL,
	CONSTRAINT "mention_org_id_answer_id_brand_id_pk" PRIMARY KEY("org_id","answer_id","brand_id")
);
--> statement-breakpoint
ALTER TABLE "tracking"."mention" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tracking"."raw_body" (
	"org_id" uuid NOT NULL,
	"ask_id" uuid NOT NULL,
	"lease_token" uuid NOT NULL,
	"parser" text NOT NULL,
	"body" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"latency_ms" integer NOT NULL,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "raw_body_org_id_ask_id_lease_token_pk" PRIMARY KEY("org_id","ask_id","lease_token")
);
--> statement-breakpoint
ALTER TABLE "tracking"."raw_body" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tracking"."brand" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "brand_org_id_id_pk" PRIMARY KEY("org_id","id")
);
--> statement-breakpoint
ALTER TABLE "tracking"."brand" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tracking"."brand_alias" (
	"org_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"brand_id" uuid NOT NULL,
	"alias" text NOT NULL,
	"folded" text NOT NULL,
	CONSTRAINT "brand_alias_org_id_project_id_folded_pk" PRIMARY KEY("org_id","project_id","folded")
);
--> statement-breakpoint
ALTER TABLE "tracking"."brand_alias" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tracking"."brand_domain" (
	"org_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"brand_id" uuid NOT NULL,
	"domain" text NOT NULL,
	CONSTRAINT "brand_domain_org_id_project_id_domain_pk" PRIMARY KEY("org_id","project_id","domain")
);
--> statement-breakpoint
ALTER TABLE "tracking"."brand_domain" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tracking"."panel" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "panel_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "panel_name_key" UNIQUE("org_id","project_id","name")
);
--> statement-breakpoint
ALTER TABLE "tracking"."panel" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tracking"."panel_version" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"panel_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "panel_version_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "panel_version_key" UNIQUE("org_id","panel_id","version")
);
--> statement-breakpoint
ALTER TABLE "tracking"."panel_version" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tracking"."prompt" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"panel_version_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"text" text NOT NULL,
	"hash" text NOT NULL,
	"intent" text NOT NULL,
	CONSTRAINT "prompt_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "prompt_text_key" UNIQUE("org_id","panel_version_id","hash")
);
--> statement-breakpoint
ALTER TABLE "tracking"."prompt" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tracking"."ask" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"prompt_id" uuid NOT NULL,
	"engine_id" text NOT NULL,
	"surface" text NOT NULL,
	"locale" text NOT NULL,
	"repeat" integer NOT NULL,
	"observed_at" timestamp with time zone NOT NULL,
	"credits" integer NOT NULL,
	"state" text NOT NULL,
	"calls" integer DEFAULT 0 NOT NULL,
	"lease_token" uuid,
	"lease_until" timestamp with time zone,
	"failure" text,
	CONSTRAINT "ask_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "ask_cell_key" UNIQUE("org_id","run_id","prompt_id","engine_id","surface","locale","repeat"),
	CONSTRAINT "ask_claim_has_lease" CHECK ((state = 'claimed') = (lease_token is not null))
);
--> statement-breakpoint
ALTER TABLE "tracking"."ask" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tracking"."run" (
	"org_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"panel_version_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"grid" jsonb NOT NULL,
	"repeats" integer NOT NULL,
	"price_version" integer NOT NULL,
	"price_credits" bigint NOT NULL,
	"reservation_id" uuid,
	"sandbox" boolean NOT NULL,
	"idem_key" text NOT NULL,
	"fingerprint" text NOT NULL,
	"failure" text,
	"observed_at" timestamp with time zone NOT NULL,
	"requested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "run_org_id_id_pk" PRIMARY KEY("org_id","id"),
	CONSTRAINT "run_idem_key" UNIQUE("org_id","idem_key")
);
--> statement-breakpoint
ALTER TABLE "tracking"."run" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "billing"."subscription" ADD CONSTRAINT "subscription_org_id_org_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "tenancy"."org"("org_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing"."subscription" ADD CONSTRAINT "subscription_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "catalog"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits"."checkpoint" ADD CONSTRAINT "checkpoint_org_id_lot_id_lot_org_id_id_fk" FOREIGN KEY ("org_id","lot_id") REFERENCES "credits"."lot"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits"."entry" ADD CONSTRAINT "entry_org_id_lot_id_lot_org_id_id_fk" FOREIGN KEY ("org_id","lot_id") REFERENCES "credits"."lot"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits"."entry" ADD CONSTRAINT "entry_org_id_reservation_id_reservation_org_id_id_fk" FOREIGN KEY ("org_id","reservation_id") REFERENCES "credits"."reservation"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits"."lot" ADD CONSTRAINT "lot_org_id_wallet_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "credits"."wallet"("org_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits"."reservation" ADD CONSTRAINT "reservation_org_id_run_id_run_org_id_id_fk" FOREIGN KEY ("org_id","run_id") REFERENCES "tracking"."run"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits"."settlement" ADD CONSTRAINT "settlement_org_id_ask_id_ask_org_id_id_fk" FOREIGN KEY ("org_id","ask_id") REFERENCES "tracking"."ask"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits"."settlement" ADD CONSTRAINT "settlement_org_id_reservation_id_reservation_org_id_id_fk" FOREIGN KEY ("org_id","reservation_id") REFERENCES "credits"."reservation"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits"."wallet" ADD CONSTRAINT "wallet_org_id_org_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "tenancy"."org"("org_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight"."metric_value" ADD CONSTRAINT "metric_value_org_id_project_id_project_org_id_id_fk" FOREIGN KEY ("org_id","project_id") REFERENCES "tenancy"."project"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight"."metric_value" ADD CONSTRAINT "metric_value_org_id_panel_version_id_panel_version_org_id_id_fk" FOREIGN KEY ("org_id","panel_version_id") REFERENCES "tracking"."panel_version"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight"."streak" ADD CONSTRAINT "streak_org_id_project_id_project_org_id_id_fk" FOREIGN KEY ("org_id","project_id") REFERENCES "tenancy"."project"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "insight"."streak" ADD CONSTRAINT "streak_org_id_panel_version_id_panel_version_org_id_id_fk" FOREIGN KEY ("org_id","panel_version_id") REFERENCES "tracking"."panel_version"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenancy"."membership" ADD CONSTRAINT "membership_org_id_org_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "tenancy"."org"("org_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenancy"."membership" ADD CONSTRAINT "membership_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "identity"."user"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenancy"."project" ADD CONSTRAINT "project_org_id_workspace_id_workspace_org_id_id_fk" FOREIGN KEY ("org_id","workspace_id") REFERENCES "tenancy"."workspace"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tenancy"."workspace" ADD CONSTRAINT "workspace_org_id_org_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "tenancy"."org"("org_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."answer" ADD CONSTRAINT "answer_org_id_ask_id_ask_org_id_id_fk" FOREIGN KEY ("org_id","ask_id") REFERENCES "tracking"."ask"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."citation" ADD CONSTRAINT "citation_org_id_answer_id_answer_org_id_id_fk" FOREIGN KEY ("org_id","answer_id") REFERENCES "tracking"."answer"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."imported_line" ADD CONSTRAINT "imported_line_org_id_project_id_project_org_id_id_fk" FOREIGN KEY ("org_id","project_id") REFERENCES "tenancy"."project"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."imported_line" ADD CONSTRAINT "imported_line_org_id_ask_id_ask_org_id_id_fk" FOREIGN KEY ("org_id","ask_id") REFERENCES "tracking"."ask"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."mention" ADD CONSTRAINT "mention_org_id_answer_id_answer_org_id_id_fk" FOREIGN KEY ("org_id","answer_id") REFERENCES "tracking"."answer"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."mention" ADD CONSTRAINT "mention_org_id_brand_id_brand_org_id_id_fk" FOREIGN KEY ("org_id","brand_id") REFERENCES "tracking"."brand"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."raw_body" ADD CONSTRAINT "raw_body_org_id_ask_id_ask_org_id_id_fk" FOREIGN KEY ("org_id","ask_id") REFERENCES "tracking"."ask"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."brand" ADD CONSTRAINT "brand_org_id_project_id_project_org_id_id_fk" FOREIGN KEY ("org_id","project_id") REFERENCES "tenancy"."project"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."brand_alias" ADD CONSTRAINT "brand_alias_org_id_brand_id_brand_org_id_id_fk" FOREIGN KEY ("org_id","brand_id") REFERENCES "tracking"."brand"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."brand_domain" ADD CONSTRAINT "brand_domain_org_id_brand_id_brand_org_id_id_fk" FOREIGN KEY ("org_id","brand_id") REFERENCES "tracking"."brand"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."panel" ADD CONSTRAINT "panel_org_id_project_id_project_org_id_id_fk" FOREIGN KEY ("org_id","project_id") REFERENCES "tenancy"."project"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."panel_version" ADD CONSTRAINT "panel_version_org_id_panel_id_panel_org_id_id_fk" FOREIGN KEY ("org_id","panel_id") REFERENCES "tracking"."panel"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."prompt" ADD CONSTRAINT "prompt_org_id_panel_version_id_panel_version_org_id_id_fk" FOREIGN KEY ("org_id","panel_version_id") REFERENCES "tracking"."panel_version"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."ask" ADD CONSTRAINT "ask_org_id_run_id_run_org_id_id_fk" FOREIGN KEY ("org_id","run_id") REFERENCES "tracking"."run"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."ask" ADD CONSTRAINT "ask_org_id_prompt_id_prompt_org_id_id_fk" FOREIGN KEY ("org_id","prompt_id") REFERENCES "tracking"."prompt"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."run" ADD CONSTRAINT "run_org_id_project_id_project_org_id_id_fk" FOREIGN KEY ("org_id","project_id") REFERENCES "tenancy"."project"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking"."run" ADD CONSTRAINT "run_org_id_panel_version_id_panel_version_org_id_id_fk" FOREIGN KEY ("org_id","panel_version_id") REFERENCES "tracking"."panel_version"("org_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "entry_reservation_idx" ON "credits"."entry" USING btree ("org_id","reservation_id");--> statement-breakpoint
CREATE INDEX "settlement_reservation_idx" ON "credits"."settlement" USING btree ("org_id","reservation_id");--> statement-breakpoint
CREATE INDEX "metric_value_series_idx" ON "insight"."metric_value" USING btree ("org_id","project_id","metric_id","window_start");--> statement-breakpoint
CREATE INDEX "open_run_check_idx" ON "ops"."open_run" USING btree ("check_at");--> statement-breakpoint
CREATE INDEX "outbox_unsent_idx" ON "ops"."outbox" USING btree ("sent_at","id");--> statement-breakpoint
CREATE INDEX "project_workspace_idx" ON "tenancy"."project" USING btree ("org_id","workspace_id");--> statement-breakpoint
CREATE INDEX "answer_series_idx" ON "tracking"."answer" USING btree ("org_id","project_id","engine_id","surface","observed_at");--> statement-breakpoint
CREATE INDEX "answer_run_idx" ON "tracking"."answer" USING btree ("org_id","run_id");--> statement-breakpoint
CREATE INDEX "citation_domain_idx" ON "tracking"."citation" USING btree ("org_id","domain");--> statement-breakpoint
CREATE INDEX "mention_brand_idx" ON "tracking"."mention" USING btree ("org_id","brand_id");--> statement-breakpoint
CREATE INDEX "brand_project_idx" ON "tracking"."brand" USING btree ("org_id","project_id");--> statement-breakpoint
CREATE INDEX "brand_alias_brand_idx" ON "tracking"."brand_alias" USING btree ("org_id","brand_id");--> statement-breakpoint
CREATE INDEX "brand_domain_brand_idx" ON "tracking"."brand_domain" USING btree ("org_id","brand_id");--> statement-breakpoint
CREATE INDEX "prompt_panel_version_idx" ON "tracking"."prompt" USING btree ("org_id","panel_version_id","ordinal");--> statement-breakpoint
CREATE INDEX "ask_open_idx" ON "tracking"."ask" USING btree ("org_id","run_id") WHERE state in ('planned', 'claimed');--> statement-breakpoint
CREATE INDEX "ask_prompt_idx" ON "tracking"."ask" USING btree ("org_id","prompt_id");--> statement-breakpoint
CREATE INDEX "run_project_idx" ON "tracking"."run" USING btree ("org_id","project_id","observed_at");--> statement-breakpoint
CREATE POLICY "tenant" ON "billing"."subscription" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "billing"."subscription" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "credits"."checkpoint" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "credits"."checkpoint" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "credits"."entry" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "credits"."entry" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "credits"."lot" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "credits"."lot" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "credits"."reservation" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "credits"."reservation" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "credits"."settlement" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "credits"."settlement" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "credits"."wallet" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "credits"."wallet" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "insight"."metric_value" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "insight"."metric_value" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "insight"."streak" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "insight"."streak" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "ops"."audit_log" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "ops"."audit_log" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "tenancy"."membership" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tenancy"."membership" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "tenancy"."org" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tenancy"."org" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "tenancy"."project" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tenancy"."project" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "tenancy"."workspace" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tenancy"."workspace" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "tracking"."answer" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tracking"."answer" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "tracking"."citation" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tracking"."citation" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "tracking"."imported_line" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tracking"."imported_line" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "tracking"."mention" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tracking"."mention" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "tracking"."raw_body" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tracking"."raw_body" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "tracking"."brand" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tracking"."brand" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "tracking"."brand_alias" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tracking"."brand_alias" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "tracking"."brand_domain" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tracking"."brand_domain" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "tracking"."panel" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tracking"."panel" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "tracking"."panel_version" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tracking"."panel_version" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "tracking"."prompt" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tracking"."prompt" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "tracking"."ask" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tracking"."ask" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "tracking"."run" AS PERMISSIVE FOR ALL TO "citestreak_app" USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant_fence" ON "tracking"."run" AS RESTRICTIVE FOR ALL TO public USING (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid) WITH CHECK (org_id = nullif((select current_setting('app.org_id', true)), '')::uuid);