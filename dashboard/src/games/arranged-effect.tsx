/** What an arrangement would do: the games that change, as they are and as they would be. */
import { Group, Stack, Text, Title } from '@mantine/core';
import type { Arranged } from '../../../src/api/contract-arrangements.ts';
import { useTexts } from '../texts.ts';

export function ArrangedEffect({ arranged, isDifferent }: { arranged: Arranged; isDifferent: boolean }) {
  const { t } = useTexts();
  const { before, after, closed, opened } = arranged;
  return (
    <Stack gap="xs" role="status">
      {before.length + after.length === 0 ? (
        <Text>{t(isDifferent ? 'arrange.unchanged' : 'arrange.untouched')}</Text>
      ) : (
        <Group align="flex-start" gap="xl" grow preventGrowOverflow={false}>
          <Games title={t('arrange.before')} games={before} />
          <Games title={t('arrange.after')} games={after} />
        </Group>
      )}
      {closed + opened > 0 && <Text size="sm">{t('arrange.effect', { closed, opened })}</Text>}
    </Stack>
  );
}

function Games({ title, games }: { title: string; games: Arranged['before'] }) {
  const { t } = useTexts();
  return (
    <section style={{ minWidth: '14rem' }}>
      <Title order={3} size="h5">
        {title}
      </Title>
      {games.map(({ gameId, records }) => (
        <div key={gameId}>
          <Text size="sm" fw={600} mt={6}>
            {t('arrange.game', { count: records.length })}
          </Text>
          <ul style={{ margin: 0, paddingInlineStart: '1.2rem' }}>
            {records.map(({ recordId, source, title: name }) => (
              <li key={recordId}>
                <Text size="sm" className="long">
                  {name} ({source}, {recordId})
                </Text>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
