/** `import_task`, the mission's table of work, is a view over the queue's own tables. */
export const importTaskView = `
  create or replace view import_task as
  select id as task_id, name as queue, data->>'kind' as task_type, data->>'source' as importer_name, data->>'runId' as run_id,
         priority, data as payload,
         case when state in ('created', 'retry') then 'queued'
              when state = 'active' then 'processing'
              when state = 'completed' then 'completed'
              else 'failed' end as status,
         case when state = 'active' then 'attempt ' || retry_count end as worker_id,
         created_on as created_at, started_on as started_at, completed_on as completed_at,
         output->>'message' as error_message, retry_count, start_after as due_at
    from pgboss.job where name like 'source.%' or name = 'catalogue'`;
