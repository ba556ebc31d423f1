-- The log, its streams, and the tables that mirror facts or count work in progress.
CREATE TABLE "game" (
	"game_id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"sort_name" text NOT NULL,
	"search" text NOT NULL,
	"title" jsonb NOT NULL,
	"alternative_titles" jsonb NOT NULL,
	"descriptions" jsonb NOT NULL,
	"release_date" jsonb,
	"credits" jsonb NOT NULL,
	"tags" jsonb NOT NULL,
	"urls" jsonb NOT NULL,
	"identifiers" jsonb NOT NULL,
	"languages" jsonb NOT NULL,
	"attributions" jsonb NOT NULL,
	"import_metadata" jsonb NOT NULL,
	"sources" text[] NOT NULL,
	"quality_score" real NOT NULL,
	"last_ai_review" timestamp(3) with time zone,
	"needs_human_review" boolean NOT NULL,
	"draft_hash" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "game_url" (
	"game_id" uuid NOT NULL,
	"category" text NOT NULL,
	"url" text NOT NULL,
	"description" text,
	"content_hash" text,
	"import_source" text NOT NULL,
	"confidence_score" real NOT NULL,
	"verified_by_human" boolean NOT NULL,
	CONSTRAINT "game_url_pkey" PRIMARY KEY("game_id","category","url")
);
--> statement-breakpoint
CREATE TABLE "run" (
	"run_id" text PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"trigger" text NOT NULL,
	"actor" text NOT NULL,
	"replay" jsonb,
	"started_at" timestamp(3) with time zone NOT NULL,
	"finished_at" timestamp(3) with time zone,
	"sources" jsonb NOT NULL,
	"failures" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "run_failure" (
	"run_id" text NOT NULL,
	"source" text NOT NULL,
	"cause" text NOT NULL,
	"count" integer NOT NULL,
	"message" text NOT NULL,
	"url" text,
	"last_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "run_failure_pkey" PRIMARY KEY("run_id","source","cause")
);
--> statement-breakpoint
CREATE TABLE "run_progress" (
	"run_id" text NOT NULL,
	"source" text NOT NULL,
	"open" integer DEFAULT 0 NOT NULL,
	"fetched" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"missing" integer DEFAULT 0 NOT NULL,
	"broken" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"records" integer DEFAULT 0 NOT NULL,
	"created" integer DEFAULT 0 NOT NULL,
	"updated" integer DEFAULT 0 NOT NULL,
	"asked" integer DEFAULT 0 NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "run_progress_pkey" PRIMARY KEY("run_id","source")
);
--> statement-breakpoint
CREATE TABLE "throughput" (
	"minute" timestamp(3) with time zone PRIMARY KEY NOT NULL,
	"fetched" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "source_state" (
	"source" text PRIMARY KEY NOT NULL,
	"paused_at" timestamp(3) with time zone,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "page" (
	"page_id" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"key" text NOT NULL,
	"url" text NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"snapshot" text,
	"content_type" text,
	"records" integer NOT NULL,
	"unread" jsonb NOT NULL,
	"version" integer NOT NULL,
	"discovered_at" timestamp(3) with time zone NOT NULL,
	"changed_at" timestamp(3) with time zone
);
--> statement-breakpoint
CREATE TABLE "page_poll" (
	"page_id" text PRIMARY KEY NOT NULL,
	"etag" text,
	"last_modified" text,
	"last_checked" timestamp(3) with time zone NOT NULL,
	"last_imported" timestamp(3) with time zone,
	"last_failed" timestamp(3) with time zone,
	"failure_count" integer NOT NULL,
	"last_error" text
);
--> statement-breakpoint
CREATE TABLE "source_record" (
	"record_id" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"page_id" text NOT NULL,
	"url" text NOT NULL,
	"record" jsonb NOT NULL,
	"record_hash" text NOT NULL,
	"snapshot" text NOT NULL,
	"rejected" jsonb NOT NULL,
	"game_id" uuid,
	"extracted_at" timestamp(3) with time zone NOT NULL,
	"event_id" uuid NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "match_key" (
	"key" text NOT NULL,
	"record_id" text NOT NULL,
	CONSTRAINT "match_key_pkey" PRIMARY KEY("key","record_id")
);
--> statement-breakpoint
CREATE TABLE "game_draft" (
	"game_id" uuid PRIMARY KEY NOT NULL,
	"draft_hash" text NOT NULL,
	"draft_version" integer NOT NULL,
	"drafted_at" timestamp(3) with time zone NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "review" (
	"review_id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"source" text NOT NULL,
	"url" text NOT NULL,
	"title" text NOT NULL,
	"record_id" text,
	"game_id" uuid,
	"draft_hash" text,
	"reasons" jsonb NOT NULL,
	"candidates" jsonb NOT NULL,
	"opened_at" timestamp(3) with time zone NOT NULL,
	"closed_at" timestamp(3) with time zone,
	"outcome" text,
	"closed_by" text
);
--> statement-breakpoint
CREATE TABLE "event_stream" (
	"stream" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "import_event" (
	"position" bigint PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"event_type" text NOT NULL,
	"stream" text NOT NULL,
	"version" integer NOT NULL,
	"game_id" uuid,
	"source_url" text,
	"payload" jsonb NOT NULL,
	"timestamp" timestamp(3) with time zone NOT NULL,
	"correlation_id" text,
	"causation_id" uuid,
	"actor" text NOT NULL,
	"txid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"prev_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "import_event_stream_version" UNIQUE("stream","version")
);
--> statement-breakpoint
CREATE TABLE "host_budget" (
	"host" text PRIMARY KEY NOT NULL,
	"next_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "snapshot" (
	"hash" text PRIMARY KEY NOT NULL,
	"bytes" integer NOT NULL,
	"encoding" text NOT NULL,
	"body" "bytea" NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "game_order" ON "game" USING btree ("sort_name","game_id");--> statement-breakpoint
CREATE INDEX "game_search" ON "game" USING gin (search gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "game_sources" ON "game" USING gin ("sources");--> statement-breakpoint
CREATE INDEX "game_quality" ON "game" USING btree ("quality_score");--> statement-breakpoint
CREATE INDEX "game_ai_review" ON "game" USING btree ("last_ai_review");--> statement-breakpoint
CREATE INDEX "game_human_review" ON "game" USING btree ("needs_human_review") WHERE needs_human_review;--> statement-breakpoint
CREATE INDEX "game_url_url" ON "game_url" USING btree (md5(url));--> statement-breakpoint
CREATE INDEX "page_source_state" ON "page" USING btree ("source","state");--> statement-breakpoint
CREATE INDEX "source_record_game" ON "source_record" USING btree ("game_id");--> statement-breakpoint
CREATE INDEX "source_record_page" ON "source_record" USING btree ("page_id");--> statement-breakpoint
CREATE INDEX "source_record_source" ON "source_record" USING btree ("source");--> statement-breakpoint
CREATE INDEX "match_key_record" ON "match_key" USING btree ("record_id");--> statement-breakpoint
CREATE INDEX "review_open" ON "review" USING btree ("opened_at") WHERE status = 'open';--> statement-breakpoint
CREATE INDEX "review_record" ON "review" USING btree ("record_id");--> statement-breakpoint
CREATE INDEX "review_game" ON "review" USING btree ("game_id");--> statement-breakpoint
CREATE INDEX "import_event_commit_order" ON "import_event" USING btree ("txid","position");--> statement-breakpoint
CREATE INDEX "import_event_game" ON "import_event" USING btree ("game_id","position") WHERE game_id is not null;--> statement-breakpoint
CREATE INDEX "import_event_correlation" ON "import_event" USING btree ("correlation_id","position");