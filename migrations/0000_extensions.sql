-- Trigrams carry the search over titles.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
