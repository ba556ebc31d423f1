-- Pages that lead elsewhere, people, and how much of each field the sources' pages give over time.

ALTER TABLE page
  DROP CONSTRAINT page_state_check,
  ADD CONSTRAINT page_state_check CHECK (state IN ('discovered', 'fetched', 'moved', 'broken', 'missing')),
  -- Where the bytes came from, and what the addresses beside it answered: what reading it again needs.
  ADD COLUMN fetched_from text,
  ADD COLUMN beside jsonb,
  ADD COLUMN moved_to text;
CREATE INDEX page_moved_to ON page (moved_to) WHERE moved_to IS NOT NULL;

CREATE TABLE person (
  person_id     text PRIMARY KEY,
  source        text NOT NULL,
  page_id       text NOT NULL,
  url           text NOT NULL,
  -- The page's address as credits of games are compared with it.
  identity      text NOT NULL,
  name          text NOT NULL,
  person        jsonb NOT NULL,
  person_hash   text NOT NULL,
  snapshot      text NOT NULL,
  rejected      jsonb NOT NULL,
  extracted_at  timestamptz(3) NOT NULL,
  version       integer NOT NULL
);
CREATE INDEX person_identity ON person (identity);
CREATE INDEX person_name ON person (lower(name));

-- Of the records read on a day: how many gave the field, and how many had it before and lost it.
-- Every record gives a title, so the row of titles counts the records.
CREATE TABLE field_coverage (
  source   text NOT NULL,
  day      date NOT NULL,
  field    text NOT NULL,
  filled   integer NOT NULL,
  lost     integer NOT NULL,
  CONSTRAINT field_coverage_pkey PRIMARY KEY (source, day, field)
);

-- Fields that a source's pages suddenly lack; while there is one, what the source brings is held.
CREATE TABLE source_drift (
  source       text NOT NULL,
  field        text NOT NULL,
  recent       double precision NOT NULL,
  pages        integer NOT NULL,
  detected_at  timestamptz(3) NOT NULL,
  position     bigint NOT NULL,
  CONSTRAINT source_drift_pkey PRIMARY KEY (source, field)
);

-- The newest readings of records that are held.
CREATE TABLE held_record (
  record_id     text PRIMARY KEY,
  source        text NOT NULL,
  payload       jsonb NOT NULL,
  held_at       timestamptz(3) NOT NULL,
  version       integer NOT NULL
);
CREATE INDEX held_record_source ON held_record (source, record_id);

-- The newest readings of a source, for the watch over its fields.
CREATE INDEX import_event_page_read ON import_event ((payload->>'source'), position) WHERE event_type = 'PageRead';

DROP VIEW source_url_state;
CREATE VIEW source_url_state AS
SELECT page.page_id, page.url, page.source AS importer_name, page.state, page.snapshot AS content_hash,
       poll.last_checked, poll.last_imported,
       page.state IN ('fetched', 'moved') AND coalesce(poll.failure_count, 0) = 0 AS import_success,
       coalesce(poll.failure_count, 0) AS failure_count,
       coalesce(poll.last_error, page.reason) AS last_error
  FROM page LEFT JOIN page_poll poll USING (page_id);

-- From a person's page to the games that credit it.
CREATE INDEX game_credits ON game USING gin (credits jsonb_path_ops);
