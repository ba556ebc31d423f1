/** One run: how far it is, how long it will take, and what it did per source. */
import { Group, Paper, Progress, Text, Title } from '@mantine/core';
import type { Run } from '../../../src/api/contract.ts';
import { Ago, useNow } from '../parts/ago.tsx';
import { Go } from '../parts/link.tsx';
import { runTones, State } from '../parts/state.tsx';
import { useTexts } from '../texts.ts';
import { paceOf, progressOf, sumOf } from './progress.ts';
import { RunCounts } from './run-counts.tsx';

export function RunCard({ run, linked }: { run: Run; linked?: boolean }) {
  const { t, name, format } = useTexts();
  const title = t('run.title', { time: format.clock(run.startedAt), trigger: name('trigger', run.trigger) });
  return (
    <Paper component="section" withBorder p={{ base: 'sm', sm: 'md' }} aria-label={title}>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Title order={2}>
            {linked ? (
              <Go to="/runs/$runId" params={{ runId: run.runId }} inherit>
                {title}
              </Go>
            ) : (
              title
            )}
          </Title>
          <State tone={runTones[run.status]}>{name('run', run.status)}</State>
        </Group>
        <Text size="sm" c="dimmed">
          <Ago at={run.startedAt} /> ·{' '}
          <Go to="/events" search={{ run: run.runId }} inherit underline="always">
            {t('nav.events')}
          </Go>
        </Text>
      </Group>
      <RunProgress run={run} />
      <RunCounts run={run} />
    </Paper>
  );
}

function RunProgress({ run }: { run: Run }) {
  const { t, format } = useTexts();
  const now = useNow();
  const { done, known, share } = progressOf(sumOf(run.sources));
  const pace = paceOf(run, now);
  const spent = ((run.finishedAt ? Date.parse(run.finishedAt) : now) - Date.parse(run.startedAt)) / 1000;
  const running = run.status === 'running';
  return (
    <>
      <Progress.Root size="lg" my="xs">
        <Progress.Section
          value={(share ?? 0) * 100}
          color="indigo.7"
          striped={running}
          aria-label={t('run.progress')}
          aria-valuetext={t('run.pages', { done, known })}
        />
      </Progress.Root>
      <Group gap="lg" mb="sm" style={{ fontVariantNumeric: 'tabular-nums' }}>
        <Text size="sm" fw={600}>
          {share === null ? t('run.starting') : `${format.percent(share)} · ${t('run.pages', { done, known })}`}
        </Text>
        {pace !== null && <Text size="sm">{t('run.pace', { pages: Math.round(pace) })}</Text>}
        {running ? (
          <Text size="sm" fw={600}>
            {run.remaining
              ? t('run.remaining', { range: format.range(run.remaining.low, run.remaining.high) })
              : t('run.remainingUnknown')}
          </Text>
        ) : (
          <Text size="sm">{t('run.took', { time: format.duration(Math.max(0, spent)) })}</Text>
        )}
      </Group>
    </>
  );
}
