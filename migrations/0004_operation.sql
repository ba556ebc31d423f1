-- Runs and sources, and what is counted while work goes on.

CREATE TABLE run (
  run_id       text PRIMARY KEY,
  status       text NOT NULL CHECK (status IN ('running', 'done', 'partial', 'failed')),
  trigger      text NOT NULL,
  actor        text NOT NULL,
  replay       jsonb,
  started_at   timestamptz(3) NOT NULL,
  finished_at  timestamptz(3),
  sources      jsonb NOT NULL,
  failures     jsonb NOT NULL,
  CONSTRAINT run_finished_at CHECK ((status <> 'running') = (finished_at IS NOT NULL))
);
CREATE INDEX run_started ON run (started_at DESC);

CREATE TABLE source_state (
  source     text PRIMARY KEY,
  -- Null: it runs.
  paused_at  timestamptz(3),
  reason     text
);

-- The tables below mirror no facts and are not rebuilt.

-- open: jobs queued or running; a run ends when all of its sources stand at zero.
CREATE TABLE run_progress (
  run_id      text NOT NULL,
  source      text NOT NULL,
  open        integer NOT NULL,
  fetched     integer NOT NULL,
  unchanged   integer NOT NULL,
  missing     integer NOT NULL,
  broken      integer NOT NULL,
  failed      integer NOT NULL,
  records     integer NOT NULL,
  created     integer NOT NULL,
  updated     integer NOT NULL,
  asked       integer NOT NULL,
  updated_at  timestamptz(3) NOT NULL,
  PRIMARY KEY (run_id, source)
);

-- Failures of a run by cause, the newest as example.
CREATE TABLE run_failure (
  run_id   text NOT NULL,
  source   text NOT NULL,
  cause    text NOT NULL,
  count    integer NOT NULL,
  message  text NOT NULL,
  url      text,
  last_at  timestamptz(3) NOT NULL,
  PRIMARY KEY (run_id, source, cause)
);
CREATE INDEX run_failure_source ON run_failure (source, last_at DESC);

-- Pages a minute.
CREATE TABLE throughput (
  minute   timestamptz(3) PRIMARY KEY,
  fetched  integer NOT NULL,
  failed   integer NOT NULL
);

-- When each host may be asked again.
CREATE TABLE host_budget (
  host     text PRIMARY KEY,
  next_at  timestamptz NOT NULL
);
