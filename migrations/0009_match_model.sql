-- What matching learnt from judgements of curators, each version kept; and which of them is in force.

CREATE TABLE match_model (
  model_version  integer PRIMARY KEY,
  weights        jsonb NOT NULL,
  thresholds     jsonb NOT NULL,
  -- Judged pairs it was trained from and compared on.
  pairs          integer NOT NULL,
  -- The version it was compared with, and what both make of the pairs that trained neither.
  compared_with  integer NOT NULL,
  held_back      jsonb NOT NULL,
  verdict        text NOT NULL CHECK (verdict IN ('better', 'worse', 'too few')),
  trained_at     timestamptz(3) NOT NULL,
  trained_by     text NOT NULL,
  position       bigint NOT NULL
);

-- One row, or none while nobody and nothing chose: then the model that Variorum ships with, version 0, is in force.
CREATE TABLE match_choice (
  choice_id      text PRIMARY KEY,
  model_version  integer NOT NULL,
  because        text NOT NULL CHECK (because IN ('better', 'person')),
  reason         text NOT NULL,
  chosen_at      timestamptz(3) NOT NULL,
  chosen_by      text NOT NULL,
  position       bigint NOT NULL
);
