DROP INDEX "alert_intent_incident";--> statement-breakpoint
DROP INDEX "delivery_due";--> statement-breakpoint
ALTER TABLE "alert_intent" ADD COLUMN "kind" text NOT NULL;--> statement-breakpoint
ALTER TABLE "alert_intent" ADD COLUMN "client" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "alert_intent" ADD COLUMN "channel" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "alert_intent" ADD COLUMN "store" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "alert_intent" ADD COLUMN "partner" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "alert_intent" ADD COLUMN "subscription" text;--> statement-breakpoint
ALTER TABLE "alert_intent" ADD COLUMN "group" text;--> statement-breakpoint
ALTER TABLE "alert_intent" ADD COLUMN "delivery" text;--> statement-breakpoint
ALTER TABLE "alert_intent" ADD COLUMN "mute" text;--> statement-breakpoint
ALTER TABLE "alert_intent" ADD COLUMN "thread" text NOT NULL;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "hint" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "confirmed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "is_fallback" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "flagged_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "flagged_reason" text;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "failures" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "refusals" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "breaker_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "contact" ADD COLUMN "owner_told_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "delivery" ADD COLUMN "channel" text NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery" ADD COLUMN "stream" text NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery" ADD COLUMN "seq" bigserial NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery" ADD COLUMN "purpose" text NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery" ADD COLUMN "severity" text NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery" ADD COLUMN "subscription" text;--> statement-breakpoint
ALTER TABLE "delivery" ADD COLUMN "is_minimal" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "delivery" ADD COLUMN "target" text;--> statement-breakpoint
CREATE INDEX "alert_intent_delivery" ON "alert_intent" USING btree ("tenant","delivery");--> statement-breakpoint
CREATE INDEX "delivery_order" ON "delivery" USING btree ("tenant","contact","stream","seq");--> statement-breakpoint
CREATE INDEX "delivery_by_time" ON "delivery" USING btree ("tenant","created_at");--> statement-breakpoint
CREATE INDEX "alert_intent_incident" ON "alert_intent" USING btree ("tenant","incident","contact");--> statement-breakpoint
CREATE INDEX "delivery_due" ON "delivery" USING btree ("next_at","seq") WHERE state IN ('pending', 'sending');