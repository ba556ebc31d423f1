-- Drafts, the catalogue they are published to, and the questions that hold some of them back.
-- Trigrams carry the search over titles.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Where the newest draft of a game stands in the log; its text is not kept twice.
CREATE TABLE game_draft (
  game_id        uuid PRIMARY KEY,
  draft_hash     text NOT NULL,
  draft_version  integer NOT NULL,
  drafted_at     timestamptz(3) NOT NULL,
  version        integer NOT NULL
);

CREATE TABLE game (
  game_id             uuid PRIMARY KEY,
  name                text NOT NULL,
  -- The order of lists: lower case, without leading marks.
  sort_name           text NOT NULL,
  -- All titles and authors in lower case.
  search              text NOT NULL,
  title               jsonb NOT NULL,
  alternative_titles  jsonb NOT NULL,
  descriptions        jsonb NOT NULL,
  release_date        jsonb,
  credits             jsonb NOT NULL,
  tags                jsonb NOT NULL,
  urls                jsonb NOT NULL,
  identifiers         jsonb NOT NULL,
  languages           jsonb NOT NULL,
  attributions        jsonb NOT NULL,
  import_metadata     jsonb NOT NULL,
  sources             text[] NOT NULL,
  quality_score       real NOT NULL,
  last_ai_review      timestamptz(3),
  needs_human_review  boolean NOT NULL,
  draft_hash          text NOT NULL,
  created_at          timestamptz(3) NOT NULL,
  updated_at          timestamptz(3) NOT NULL,
  version             integer NOT NULL
);
CREATE INDEX game_order ON game (sort_name, game_id);
CREATE INDEX game_search ON game USING gin (search gin_trgm_ops);
CREATE INDEX game_sources ON game USING gin (sources);
CREATE INDEX game_quality ON game (quality_score);
CREATE INDEX game_ai_review ON game (last_ai_review);
CREATE INDEX game_human_review ON game (needs_human_review) WHERE needs_human_review;

CREATE TABLE game_url (
  game_id            uuid NOT NULL,
  category           text NOT NULL,
  url                text NOT NULL,
  description        text,
  content_hash       text,
  import_source      text NOT NULL,
  confidence_score   real NOT NULL,
  verified_by_human  boolean NOT NULL,
  CONSTRAINT game_url_pkey PRIMARY KEY (game_id, category, url)
);
CREATE INDEX game_url_url ON game_url (md5(url));

CREATE TABLE review (
  review_id   uuid PRIMARY KEY,
  -- match: which game is this record? gate: may this draft be published?
  kind        text NOT NULL CHECK (kind IN ('match', 'gate')),
  status      text NOT NULL CHECK (status IN ('open', 'closed')),
  source      text NOT NULL,
  url         text NOT NULL,
  title       text NOT NULL,
  record_id   text,
  game_id     uuid,
  draft_hash  text,
  reasons     jsonb NOT NULL,
  candidates  jsonb NOT NULL,
  opened_at   timestamptz(3) NOT NULL,
  closed_at   timestamptz(3),
  outcome     text,
  closed_by   text,
  CONSTRAINT review_closed_at CHECK ((status = 'closed') = (closed_at IS NOT NULL))
);
CREATE INDEX review_open ON review (opened_at) WHERE status = 'open';
CREATE INDEX review_record ON review (record_id);
CREATE INDEX review_game ON review (game_id);
