CREATE TABLE "anomaly_budget" (
	"tenant" text NOT NULL,
	"class" text NOT NULL,
	"list_per_week" double precision NOT NULL,
	"notify_per_week" double precision NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	"changed_by" text NOT NULL,
	CONSTRAINT "anomaly_budget_tenant_class_pk" PRIMARY KEY("tenant","class")
);
--> statement-breakpoint
CREATE TABLE "anomaly_cursor" (
	"tenant" text PRIMARY KEY NOT NULL,
	"scored_to" timestamp with time zone,
	"history_seen_to" timestamp with time zone,
	"holder" text NOT NULL,
	"held_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "anomaly_threshold" (
	"tenant" text NOT NULL,
	"class" text NOT NULL,
	"effective_from" timestamp with time zone NOT NULL,
	"list" double precision NOT NULL,
	"notify" double precision NOT NULL,
	"is_learned" boolean NOT NULL,
	"series_weeks" double precision NOT NULL,
	"list_per_week" double precision,
	"notify_per_week" double precision,
	CONSTRAINT "anomaly_threshold_tenant_class_effective_from_pk" PRIMARY KEY("tenant","class","effective_from")
);
--> statement-breakpoint
CREATE INDEX "anomaly_threshold_tenant" ON "anomaly_threshold" USING btree ("tenant");