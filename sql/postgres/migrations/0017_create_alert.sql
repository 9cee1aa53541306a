CREATE TABLE "alert_audit" (
	"tenant" text NOT NULL,
	"id" text NOT NULL,
	"ordinal" bigserial NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor" text NOT NULL,
	"origin" text DEFAULT '' NOT NULL,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	CONSTRAINT "alert_audit_tenant_id_pk" PRIMARY KEY("tenant","id")
);
--> statement-breakpoint
CREATE TABLE "alert_document" (
	"tenant" text NOT NULL,
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"doc" jsonb NOT NULL,
	"next_at" timestamp (3) with time zone,
	CONSTRAINT "alert_document_tenant_key_pk" PRIMARY KEY("tenant","key")
);
--> statement-breakpoint
CREATE TABLE "alert_incident" (
	"tenant" text NOT NULL,
	"id" text NOT NULL,
	"rule_id" text NOT NULL,
	"rule_version" integer NOT NULL,
	"fingerprint" text NOT NULL,
	"labels" jsonb NOT NULL,
	"client" text DEFAULT '' NOT NULL,
	"channel" text DEFAULT '' NOT NULL,
	"store" text DEFAULT '' NOT NULL,
	"partner" text DEFAULT '' NOT NULL,
	"severity" text NOT NULL,
	"status" text NOT NULL,
	"title" text NOT NULL,
	"value" double precision,
	"threshold" double precision,
	"fired_at" timestamp (3) with time zone NOT NULL,
	"resolved_at" timestamp (3) with time zone,
	"resolve_reason" text,
	"is_muted" boolean DEFAULT false NOT NULL,
	"owner" text,
	"acknowledged_by" text,
	"acknowledged_at" timestamp (3) with time zone,
	"acknowledged_until" timestamp (3) with time zone,
	"parent" text,
	"cause" text,
	CONSTRAINT "alert_incident_tenant_id_pk" PRIMARY KEY("tenant","id")
);
--> statement-breakpoint
CREATE TABLE "alert_incident_note" (
	"tenant" text NOT NULL,
	"id" text NOT NULL,
	"incident" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"author" text NOT NULL,
	"text" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "alert_incident_note_tenant_id_pk" PRIMARY KEY("tenant","id")
);
--> statement-breakpoint
CREATE TABLE "alert_rule" (
	"tenant" text NOT NULL,
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"is_paused" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"deleted_at" timestamp (3) with time zone,
	CONSTRAINT "alert_rule_tenant_id_pk" PRIMARY KEY("tenant","id")
);
--> statement-breakpoint
CREATE TABLE "alert_rule_version" (
	"tenant" text NOT NULL,
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"definition" jsonb NOT NULL,
	"fingerprint" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "alert_rule_version_tenant_id_version_pk" PRIMARY KEY("tenant","id","version")
);
--> statement-breakpoint
CREATE TABLE "alert_transition" (
	"tenant" text NOT NULL,
	"id" text NOT NULL,
	"ordinal" bigserial NOT NULL,
	"rule_id" text NOT NULL,
	"rule_version" integer NOT NULL,
	"fingerprint" text NOT NULL,
	"labels" jsonb NOT NULL,
	"kind" text NOT NULL,
	"reason" text,
	"severity" text NOT NULL,
	"slot_at" timestamp (3) with time zone NOT NULL,
	"active_at" timestamp (3) with time zone,
	"from_state" text NOT NULL,
	"state" text NOT NULL,
	"value" double precision,
	"threshold" double precision,
	"transition_seq" integer NOT NULL,
	"episode_seq" integer NOT NULL,
	"incident_id" text NOT NULL,
	"client" text DEFAULT '' NOT NULL,
	"channel" text DEFAULT '' NOT NULL,
	"store" text DEFAULT '' NOT NULL,
	"partner" text DEFAULT '' NOT NULL,
	"evidence" jsonb NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "alert_transition_tenant_id_pk" PRIMARY KEY("tenant","id")
);
--> statement-breakpoint
CREATE TABLE "alert_intent" (
	"tenant" text NOT NULL,
	"id" text NOT NULL,
	"transition" text NOT NULL,
	"incident" text NOT NULL,
	"contact" text NOT NULL,
	"disposition" text,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "alert_intent_tenant_id_pk" PRIMARY KEY("tenant","id")
);
--> statement-breakpoint
CREATE TABLE "contact" (
	"tenant" text NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"kind" text NOT NULL,
	"mode" text NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"secret" text,
	"owner" text NOT NULL,
	"is_enabled" boolean DEFAULT true NOT NULL,
	"disabled_reason" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "contact_tenant_id_pk" PRIMARY KEY("tenant","id")
);
--> statement-breakpoint
CREATE TABLE "delivery" (
	"tenant" text NOT NULL,
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"contact" text NOT NULL,
	"incident" text DEFAULT '' NOT NULL,
	"seq" integer NOT NULL,
	"payload" jsonb NOT NULL,
	"state" text NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"next_at" timestamp (3) with time zone,
	"lease_until" timestamp (3) with time zone,
	"last_error" text,
	"exchange" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "delivery_tenant_id_pk" PRIMARY KEY("tenant","id")
);
--> statement-breakpoint
CREATE TABLE "escalation_policy" (
	"tenant" text NOT NULL,
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"title" text NOT NULL,
	"steps" jsonb NOT NULL,
	"loops" integer DEFAULT 0 NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "escalation_policy_tenant_id_version_pk" PRIMARY KEY("tenant","id","version")
);
--> statement-breakpoint
CREATE TABLE "silence" (
	"tenant" text NOT NULL,
	"id" text NOT NULL,
	"matchers" jsonb NOT NULL,
	"limits" text NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"comment" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"replaces" text,
	CONSTRAINT "silence_tenant_id_pk" PRIMARY KEY("tenant","id")
);
--> statement-breakpoint
CREATE TABLE "subscription" (
	"tenant" text NOT NULL,
	"id" text NOT NULL,
	"contact" text NOT NULL,
	"client" text DEFAULT '' NOT NULL,
	"channel" text DEFAULT '' NOT NULL,
	"store" text DEFAULT '' NOT NULL,
	"partner" text DEFAULT '' NOT NULL,
	"filter" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"options" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"limits" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "subscription_tenant_id_pk" PRIMARY KEY("tenant","id")
);
--> statement-breakpoint
CREATE INDEX "alert_audit_ordinal" ON "alert_audit" USING btree ("tenant","ordinal");--> statement-breakpoint
CREATE INDEX "alert_document_next" ON "alert_document" USING btree ("next_at","key");--> statement-breakpoint
CREATE INDEX "alert_incident_fired" ON "alert_incident" USING btree ("tenant","fired_at");--> statement-breakpoint
CREATE INDEX "alert_incident_unresolved" ON "alert_incident" USING btree ("tenant") WHERE status <> 'resolved';--> statement-breakpoint
CREATE INDEX "alert_incident_parent" ON "alert_incident" USING btree ("tenant","parent");--> statement-breakpoint
CREATE INDEX "alert_incident_note_incident" ON "alert_incident_note" USING btree ("tenant","incident","at");--> statement-breakpoint
CREATE INDEX "alert_transition_ordinal" ON "alert_transition" USING btree ("tenant","ordinal");--> statement-breakpoint
CREATE INDEX "alert_transition_rule" ON "alert_transition" USING btree ("tenant","rule_id","slot_at");--> statement-breakpoint
CREATE INDEX "alert_transition_incident" ON "alert_transition" USING btree ("tenant","incident_id");--> statement-breakpoint
CREATE INDEX "alert_intent_incident" ON "alert_intent" USING btree ("tenant","incident");--> statement-breakpoint
CREATE INDEX "alert_intent_open" ON "alert_intent" USING btree ("tenant","disposition","created_at");--> statement-breakpoint
CREATE INDEX "delivery_due" ON "delivery" USING btree ("next_at","id");--> statement-breakpoint
CREATE INDEX "delivery_order" ON "delivery" USING btree ("tenant","contact","incident","seq");--> statement-breakpoint
CREATE INDEX "silence_end" ON "silence" USING btree ("tenant","ends_at");--> statement-breakpoint
CREATE INDEX "subscription_contact" ON "subscription" USING btree ("tenant","contact");