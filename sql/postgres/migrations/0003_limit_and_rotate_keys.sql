ALTER TABLE "api_key" ADD COLUMN "previous_secret_hash" text;--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "previous_valid_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "sources" jsonb;--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "events_per_second" integer;--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "burst" integer;--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "expires_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "rotated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "last_used_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_previous_secret_hash_unique" UNIQUE("previous_secret_hash");