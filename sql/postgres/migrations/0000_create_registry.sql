CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp (3) with time zone,
	"refresh_token_expires_at" timestamp (3) with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_provider" UNIQUE("provider_id","account_id")
);
--> statement-breakpoint
CREATE TABLE "person_grant" (
	"user_id" text NOT NULL,
	"tenant" text NOT NULL,
	"role" text NOT NULL,
	"scope" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	CONSTRAINT "person_grant_user_id_tenant_pk" PRIMARY KEY("user_id","tenant")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "person_email_unique" UNIQUE("email"),
	CONSTRAINT "person_email_lower_case" CHECK ("person"."email" = lower("person"."email"))
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempt" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "verification" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "channel" (
	"tenant" text NOT NULL,
	"client" text NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"is_discovered" boolean DEFAULT false NOT NULL,
	CONSTRAINT "channel_tenant_client_id_pk" PRIMARY KEY("tenant","client","id")
);
--> statement-breakpoint
CREATE TABLE "client" (
	"tenant" text NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"time_zone" text,
	"currency" text,
	"is_discovered" boolean DEFAULT false NOT NULL,
	CONSTRAINT "client_tenant_id_pk" PRIMARY KEY("tenant","id")
);
--> statement-breakpoint
CREATE TABLE "declared_feed" (
	"tenant" text NOT NULL,
	"client" text NOT NULL,
	"source" text NOT NULL,
	"store" text DEFAULT '' NOT NULL,
	"channel" text DEFAULT '' NOT NULL,
	"partner" text DEFAULT '' NOT NULL,
	"cadence_seconds" integer NOT NULL,
	"declared_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "declared_feed_tenant_client_source_store_channel_partner_pk" PRIMARY KEY("tenant","client","source","store","channel","partner")
);
--> statement-breakpoint
CREATE TABLE "partner" (
	"tenant" text NOT NULL,
	"client" text NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"kind" text DEFAULT 'reseller' NOT NULL,
	"is_discovered" boolean DEFAULT false NOT NULL,
	CONSTRAINT "partner_tenant_client_id_pk" PRIMARY KEY("tenant","client","id")
);
--> statement-breakpoint
CREATE TABLE "region" (
	"tenant" text NOT NULL,
	"client" text NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	CONSTRAINT "region_tenant_client_id_pk" PRIMARY KEY("tenant","client","id")
);
--> statement-breakpoint
CREATE TABLE "store" (
	"tenant" text NOT NULL,
	"client" text NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"region" text DEFAULT '' NOT NULL,
	"brand" text DEFAULT '' NOT NULL,
	"time_zone" text,
	"is_discovered" boolean DEFAULT false NOT NULL,
	CONSTRAINT "store_tenant_client_id_pk" PRIMARY KEY("tenant","client","id")
);
--> statement-breakpoint
CREATE TABLE "tenant" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"time_zone" text DEFAULT 'UTC' NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "workflow" (
	"tenant" text NOT NULL,
	"client" text NOT NULL,
	"id" text NOT NULL,
	"title" text NOT NULL,
	"limit_seconds" integer,
	"is_discovered" boolean DEFAULT false NOT NULL,
	CONSTRAINT "workflow_tenant_client_id_pk" PRIMARY KEY("tenant","client","id")
);
--> statement-breakpoint
CREATE TABLE "api_key" (
	"id" text PRIMARY KEY NOT NULL,
	"tenant" text NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"secret_hash" text NOT NULL,
	"clients" jsonb,
	"kinds" jsonb,
	"scope" jsonb,
	"is_backfill" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "api_key_secret_hash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_person_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_grant" ADD CONSTRAINT "person_grant_user_id_person_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_person_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_user_id" ON "account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "person_grant_tenant" ON "person_grant" USING btree ("tenant");--> statement-breakpoint
CREATE INDEX "session_user_id" ON "session" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "sign_in_attempt_expire" ON "sign_in_attempt" USING btree ("expire");--> statement-breakpoint
CREATE INDEX "verification_identifier" ON "verification" USING btree ("identifier");