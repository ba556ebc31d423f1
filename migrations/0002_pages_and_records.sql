-- Pages, what visits to them told, and the newest reading of every record.

CREATE TABLE page (
  page_id        text PRIMARY KEY,
  source         text NOT NULL,
  key            text NOT NULL,
  url            text NOT NULL,
  state          text NOT NULL CHECK (state IN ('discovered', 'fetched', 'broken', 'missing')),
  reason         text,
  snapshot       text,
  content_type   text,
  -- How many records the page held, and what on it nobody read, when it was last understood.
  records        integer NOT NULL,
  unread         jsonb NOT NULL,
  version        integer NOT NULL,
  discovered_at  timestamptz(3) NOT NULL,
  changed_at     timestamptz(3)
);
CREATE INDEX page_source_state ON page (source, state);

-- No mirror of facts, hence not rebuilt.
CREATE TABLE page_poll (
  page_id        text PRIMARY KEY,
  etag           text,
  last_modified  text,
  last_checked   timestamptz(3) NOT NULL,
  last_imported  timestamptz(3),
  last_failed    timestamptz(3),
  failure_count  integer NOT NULL,
  last_error     text
);

CREATE TABLE source_record (
  record_id     text PRIMARY KEY,
  source        text NOT NULL,
  page_id       text NOT NULL,
  url           text NOT NULL,
  record        jsonb NOT NULL,
  record_hash   text NOT NULL,
  snapshot      text NOT NULL,
  -- Values that could not be kept, each with its reason.
  rejected      jsonb NOT NULL,
  -- Null until matching or a curator has decided.
  game_id       uuid,
  extracted_at  timestamptz(3) NOT NULL,
  event_id      uuid NOT NULL,
  version       integer NOT NULL
);
CREATE INDEX source_record_game ON source_record (game_id);
CREATE INDEX source_record_page ON source_record (page_id);
CREATE INDEX source_record_source ON source_record (source);

-- Records that share a key are candidates for being one game.
CREATE TABLE match_key (
  key        text NOT NULL,
  record_id  text NOT NULL,
  CONSTRAINT match_key_pkey PRIMARY KEY (key, record_id)
);
CREATE INDEX match_key_record ON match_key (record_id);
