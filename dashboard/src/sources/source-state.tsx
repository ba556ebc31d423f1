/** A source's state in one badge, and the sentences that explain it; whether it is ill is the overview's word. */
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { SourceRow } from '../../../src/api/contract-sources.ts';
import { Ago } from '../parts/ago.tsx';
import { State, type Tone } from '../parts/state.tsx';
import { overviewQuery } from '../queries.ts';
import { useTexts } from '../texts.ts';

type Health = SourceRow['state'] | 'ill' | 'drifting';

const tones: Record<Health, Tone> = { ready: 'good', paused: 'warn', unset: 'idle', ill: 'bad', drifting: 'bad' };

/** Why each ill source is ill, by its name. */
export function useIllnesses(): ReadonlyMap<string, string> {
  const { data } = useQuery(overviewQuery);
  return new Map(data?.sourcesIll.map(({ source, why }) => [source, why]));
}

export function healthOf({ state, name, drifting }: SourceRow, illnesses: ReadonlyMap<string, string>): Health {
  if (state !== 'ready') return state;
  return drifting.length > 0 ? 'drifting' : illnesses.has(name) ? 'ill' : state;
}

/** `lines`: show no more of each sentence; the whole is shown on hover. */
export function SourceState({ source, lines }: { source: SourceRow; lines?: number }) {
  const { t, name } = useTexts();
  const illnesses = useIllnesses();
  const health = healthOf(source, illnesses);
  const why = health === 'ill' ? illnesses.get(source.name) : source.why;
  const clamp = lines === undefined ? {} : { lineClamp: lines };
  return (
    <>
      <State tone={tones[health]}>{name('sourceState', health)}</State>{' '}
      {source.provenBy === null && (
        <span title={t('source.unproven')}>
          <State tone="idle">{name('sourceState', 'unproven')}</State>
        </span>
      )}
      {why && (
        <Text size="xs" mt={2} title={why} c={health === 'ill' ? 'var(--mantine-color-error)' : 'inherit'} {...clamp}>
          {why}
        </Text>
      )}
      {source.lastError !== null && (
        <Text size="xs" mt={2} title={source.lastError} c="dimmed" {...clamp}>
          {source.lastFailure !== null && (
            <>
              <Ago at={source.lastFailure} />:{' '}
            </>
          )}
          {source.lastError}
        </Text>
      )}
    </>
  );
}
