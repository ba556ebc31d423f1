-- Questions that somebody could not answer: they stay open, and come last to that person.
CREATE TABLE review_unsure (
  review_id  uuid NOT NULL,
  curator    text NOT NULL,
  said_at    timestamptz(3) NOT NULL,
  CONSTRAINT review_unsure_pkey PRIMARY KEY (review_id, curator)
);
