/** A source's state in one badge, and the sentences that explain it. */
import { Text } from '@mantine/core';
import type { SourceRow } from '../../../src/api/contract.ts';
import { Ago } from '../parts/ago.tsx';
import { State, type Tone } from '../parts/state.tsx';
import { useTexts } from '../texts.ts';

type Health = SourceRow['state'] | 'ill';

const tones: Record<Health, Tone> = { ready: 'good', paused: 'warn', unset: 'idle', ill: 'bad' };

/** Ill: ready, but it never succeeded, or this share of its pages is broken or failing. */
const illShare = 0.1;

export function healthOf({ state, pages, broken, failing, lastSuccess, lastFailure }: SourceRow): Health {
  if (state !== 'ready') return state;
  const neverWorked = lastSuccess === null && lastFailure !== null;
  return neverWorked || (pages > 0 && (broken + failing) / pages >= illShare) ? 'ill' : 'ready';
}

export function SourceState({ source, lines }: { source: SourceRow; lines?: number }) {
  const { name } = useTexts();
  const health = healthOf(source);
  const clamp = lines === undefined ? {} : { lineClamp: lines };
  return (
    <>
      <State tone={tones[health]}>{name('sourceState', health)}</State>
      {source.why !== null && (
        <Text size="xs" mt={2} title={source.why} {...clamp}>
          {source.why}
        </Text>
      )}
      {source.lastError !== null && source.lastFailure !== null && (
        <Text
          size="xs"
          mt={2}
          title={source.lastError}
          c={health === 'ill' ? 'var(--mantine-color-error)' : 'dimmed'}
          {...clamp}
        >
          <Ago at={source.lastFailure} />: {source.lastError}
        </Text>
      )}
    </>
  );
}
