CREATE TABLE "replay" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant" text NOT NULL,
	"what" text NOT NULL,
	"by" text NOT NULL,
	"from" timestamp with time zone,
	"to" timestamp with time zone,
	"clients" jsonb,
	"sources" jsonb,
	"reasons" jsonb,
	"is_backfill" boolean NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"state" text NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"waiting_since" timestamp with time zone NOT NULL,
	"claimed_by" text,
	"claimed_until" timestamp with time zone,
	"cursor" jsonb,
	"planned" jsonb,
	"read" bigint DEFAULT 0 NOT NULL,
	"accepted" bigint DEFAULT 0 NOT NULL,
	"duplicates" bigint DEFAULT 0 NOT NULL,
	"rejected" bigint DEFAULT 0 NOT NULL,
	"error" text
);
--> statement-breakpoint
CREATE INDEX "replay_state" ON "replay" USING btree ("state","waiting_since");--> statement-breakpoint
CREATE INDEX "replay_tenant" ON "replay" USING btree ("tenant","requested_at");