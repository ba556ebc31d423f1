/** Above the question: how many there are, what was just decided, how fast, and the way back and on. */
import { Button, Group, Kbd, Text } from '@mantine/core';
import { useTexts } from '../texts.ts';
import type { Judging } from './use-judging.ts';

type Props = { judging: Judging; place: string; next: (() => void) | undefined; previous: (() => void) | undefined };

export function ReviewBar({ judging, place, next, previous }: Props) {
  const { t } = useTexts();
  const facts = [place, judging.done > 0 ? t('reviews.done', { count: judging.done }) : '', judging.pace];
  return (
    <Group justify="space-between" gap="xs" mih={34}>
      <div style={{ flex: '1 1 14rem' }}>
        <Text size="sm" c="dimmed">
          {facts.filter((fact) => fact !== '').join(' · ')}
        </Text>
        <Text size="sm" role="status" mih="1.5em">
          {judging.message}
        </Text>
      </div>
      <Group gap="xs">
        {judging.done > 0 && (
          <Button size="compact-sm" variant="default" onClick={judging.undo} rightSection={<Kbd size="xs">z</Kbd>}>
            {t('judging.undo')}
          </Button>
        )}
        {previous && (
          <Button size="compact-sm" variant="default" onClick={previous} rightSection={<Kbd size="xs">p</Kbd>}>
            {t('reviews.previous')}
          </Button>
        )}
        {next && (
          <Button size="compact-sm" variant="default" onClick={next} rightSection={<Kbd size="xs">n</Kbd>}>
            {t('reviews.next')}
          </Button>
        )}
      </Group>
    </Group>
  );
}
