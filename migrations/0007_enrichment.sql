-- The rules that are applied to every game, and what each of them does where.

CREATE TABLE enrichment_rules (
  rules_id    text PRIMARY KEY,
  book        jsonb NOT NULL,
  hash        text NOT NULL,
  -- Whether it is the book Variorum ships with: a newer version of the program brings a newer one.
  shipped     boolean NOT NULL,
  reason      text NOT NULL,
  changed_by  text NOT NULL,
  changed_at  timestamptz(3) NOT NULL,
  version     integer NOT NULL
);

CREATE TABLE rule_use (
  game_id  uuid NOT NULL,
  rule     text NOT NULL,
  -- Why the rule could not be applied; null when it was.
  failed   text,
  CONSTRAINT rule_use_pkey PRIMARY KEY (game_id, rule)
);
CREATE INDEX rule_use_rule ON rule_use (rule);
