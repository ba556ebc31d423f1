-- Tables of the mission that are read from others.
CREATE VIEW source_url_state AS
SELECT page.page_id, page.url, page.source AS importer_name, page.state, page.snapshot AS content_hash,
       poll.last_checked, poll.last_imported,
       page.state = 'fetched' AND coalesce(poll.failure_count, 0) = 0 AS import_success,
       coalesce(poll.failure_count, 0) AS failure_count,
       coalesce(poll.last_error, page.reason) AS last_error
  FROM page LEFT JOIN page_poll poll USING (page_id);

CREATE VIEW importer_health AS
SELECT page.source AS importer_name,
       state.paused_at IS NULL AS is_enabled,
       max(poll.last_imported) AS last_success,
       max(poll.last_failed) AS last_failure,
       coalesce(min(poll.failure_count), 0) AS consecutive_failures,
       false AS circuit_breaker_open,
       NULL::timestamptz AS next_retry_at
  FROM page
  LEFT JOIN page_poll poll USING (page_id)
  LEFT JOIN source_state state ON state.source = page.source
 GROUP BY page.source, state.paused_at;
