CREATE TABLE "correction" (
	"tenant" text NOT NULL,
	"id" text NOT NULL,
	"calendar" text DEFAULT '' NOT NULL,
	"client" text DEFAULT '' NOT NULL,
	"workflow" text DEFAULT '' NOT NULL,
	"channel" text DEFAULT '' NOT NULL,
	"store" text DEFAULT '' NOT NULL,
	"partner" text DEFAULT '' NOT NULL,
	"from" timestamp with time zone NOT NULL,
	"to" timestamp with time zone NOT NULL,
	"recurrence" text DEFAULT '' NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"reason" text NOT NULL,
	"author" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"approved_by" text,
	"approved_at" timestamp with time zone,
	"revoked_by" text,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "correction_tenant_id_pk" PRIMARY KEY("tenant","id")
);
--> statement-breakpoint
CREATE TABLE "sla_policy" (
	"tenant" text NOT NULL,
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"client" text DEFAULT '' NOT NULL,
	"workflow" text DEFAULT '' NOT NULL,
	"channel" text DEFAULT '' NOT NULL,
	"store" text DEFAULT '' NOT NULL,
	"partner" text DEFAULT '' NOT NULL,
	"limit_seconds" integer NOT NULL,
	"target" double precision NOT NULL,
	"window_days" integer NOT NULL,
	"calendar" text DEFAULT '' NOT NULL,
	"pause_reasons" jsonb,
	"tier" text DEFAULT '' NOT NULL,
	"effective_from" timestamp with time zone NOT NULL,
	"effective_until" timestamp with time zone,
	"fingerprint" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "sla_policy_tenant_id_version_pk" PRIMARY KEY("tenant","id","version")
);
--> statement-breakpoint
CREATE INDEX "correction_tenant" ON "correction" USING btree ("tenant");