-- Which records are one game: edges between records, and what curators arranged by hand.

CREATE TABLE match_edge (
  record_a     text NOT NULL,
  record_b     text NOT NULL,
  probability  double precision NOT NULL,
  evidence     jsonb NOT NULL,
  CONSTRAINT match_edge_pkey PRIMARY KEY (record_a, record_b)
);
CREATE INDEX match_edge_b ON match_edge (record_b);

CREATE TABLE arrangement (
  arrangement_id  uuid PRIMARY KEY,
  kind            text NOT NULL CHECK (kind IN ('same', 'different', 'merge', 'split', 'move')),
  reason          text,
  -- The question it answered, if it answered one.
  review_id       uuid,
  games           jsonb NOT NULL,
  made_at         timestamptz(3) NOT NULL,
  made_by         text NOT NULL,
  position        bigint NOT NULL,
  undone_at       timestamptz(3),
  undone_by       text,
  undone_because  text
);
CREATE INDEX arrangement_position ON arrangement (position);

-- In force: of the arrangements that are not undone, the newest that names the pair.
CREATE TABLE judgement (
  arrangement_id  uuid NOT NULL,
  record_a        text NOT NULL,
  record_b        text NOT NULL,
  judgement       text NOT NULL CHECK (judgement IN ('same', 'different')),
  CONSTRAINT judgement_pkey PRIMARY KEY (arrangement_id, record_a, record_b)
);
CREATE INDEX judgement_a ON judgement (record_a);
CREATE INDEX judgement_b ON judgement (record_b);

CREATE VIEW judgement_in_force AS
SELECT DISTINCT ON (j.record_a, j.record_b) j.record_a, j.record_b, j.judgement, a.position, a.arrangement_id
  FROM judgement j JOIN arrangement a USING (arrangement_id)
 WHERE a.undone_at IS NULL
 ORDER BY j.record_a, j.record_b, a.position DESC;

-- Games that have no record left, and where most of them went.
CREATE TABLE game_withdrawn (
  game_id       uuid PRIMARY KEY,
  into_game     uuid,
  withdrawn_at  timestamptz(3) NOT NULL
);

-- A match question is about two records; while it `holds`, the game of the first waits to be published.
ALTER TABLE review ADD COLUMN other_id text;
ALTER TABLE review ADD COLUMN holds boolean NOT NULL DEFAULT false;
UPDATE review SET holds = true WHERE kind = 'match';
CREATE INDEX review_other ON review (other_id);
