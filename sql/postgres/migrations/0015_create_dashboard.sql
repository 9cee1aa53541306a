CREATE TABLE "dashboard" (
	"tenant" text NOT NULL,
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"is_seed" boolean NOT NULL,
	"is_removed" boolean DEFAULT false NOT NULL,
	"text" text NOT NULL,
	"fingerprint" text DEFAULT '' NOT NULL,
	"limits" text DEFAULT '{}' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "dashboard_tenant_id_version_pk" PRIMARY KEY("tenant","id","version")
);
