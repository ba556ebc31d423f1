-- The log of facts, the heads of its streams, and the raw pages behind them.

CREATE TABLE import_event (
  position        bigint PRIMARY KEY,
  event_id        uuid NOT NULL,
  event_type      text NOT NULL,
  stream          text NOT NULL,
  version         integer NOT NULL CHECK (version > 0),
  game_id         uuid,
  source_url      text,
  payload         jsonb NOT NULL,
  timestamp       timestamptz(3) NOT NULL,
  correlation_id  text,
  causation_id    uuid,
  actor           text NOT NULL,
  txid            xid8 NOT NULL DEFAULT pg_current_xact_id(),
  prev_hash       bytea NOT NULL,
  hash            bytea NOT NULL,
  CONSTRAINT import_event_stream_version UNIQUE (stream, version)
);

-- Taken before an append, so that an event's hash covers its own position.
CREATE SEQUENCE import_event_position OWNED BY import_event.position;

-- Readers page by (txid, position): positions alone would lose what commits late.
CREATE INDEX import_event_commit_order ON import_event (txid, position);
CREATE INDEX import_event_game ON import_event (game_id, position) WHERE game_id IS NOT NULL;
CREATE INDEX import_event_correlation ON import_event (correlation_id, position);
CREATE INDEX import_event_type ON import_event (event_type, position);

-- The newest version and hash of each stream: what an append locks, and what betrays a deleted end.
-- txid: an older transaction may not append after a younger one, or readers by (txid, position) would
-- meet the events of a stream out of order.
CREATE TABLE event_stream (
  stream   text PRIMARY KEY,
  version  integer NOT NULL,
  hash     bytea NOT NULL,
  txid     xid8 NOT NULL DEFAULT pg_current_xact_id()
);

-- Raw pages by the sha256 of their bytes.
CREATE TABLE snapshot (
  hash        text PRIMARY KEY,
  bytes       integer NOT NULL,
  encoding    text NOT NULL CHECK (encoding IN ('plain', 'zstd')),
  body        bytea NOT NULL,
  created_at  timestamptz(3) NOT NULL
);
