CREATE TABLE "webhook_secret" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant" text NOT NULL,
	"source" text NOT NULL,
	"sealed" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "webhook_source" (
	"tenant" text NOT NULL,
	"source" text NOT NULL,
	"style" text NOT NULL,
	"mapping" text NOT NULL,
	"client" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "webhook_source_tenant_source_pk" PRIMARY KEY("tenant","source")
);
--> statement-breakpoint
ALTER TABLE "webhook_secret" ADD CONSTRAINT "webhook_secret_of_source" FOREIGN KEY ("tenant","source") REFERENCES "public"."webhook_source"("tenant","source") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "webhook_secret_source" ON "webhook_secret" USING btree ("tenant","source");--> statement-breakpoint
CREATE INDEX "webhook_source_source" ON "webhook_source" USING btree ("source");