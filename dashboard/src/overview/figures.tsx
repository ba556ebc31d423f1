/** The big numbers, each the way to its rows. */
import { Paper, SimpleGrid, Text } from '@mantine/core';
import type { Overview } from '../../../src/api/contract.ts';
import { Go } from '../parts/link.tsx';
import { type TextKey, useTexts } from '../texts.ts';

const figures = [
  { of: 'games', to: '/games', text: 'overview.games' },
  { of: 'records', to: '/sources', text: 'overview.records' },
  { of: 'events', to: '/events', text: 'overview.events' },
  { of: 'reviewsOpen', to: '/reviews', text: 'overview.reviewsOpen' },
] as const satisfies { of: keyof Overview; to: string; text: TextKey }[];

export function Figures({ overview }: { overview: Overview }) {
  const { t, format } = useTexts();
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm">
      {figures.map(({ of, to, text }) => (
        <Paper key={of} withBorder p="md" pos="relative">
          <Text size="sm" c="dimmed">
            {t(text)}
          </Text>
          <Go
            to={to}
            aria-label={`${t(text)}: ${format.number(overview[of])}`}
            className="rowLink"
            c="inherit"
            fw={700}
            fz={{ base: '1.4rem', sm: '1.8rem' }}
            lh={1.2}
            style={{ fontVariantNumeric: 'tabular-nums' }}
          >
            {format.number(overview[of])}
          </Go>
        </Paper>
      ))}
    </SimpleGrid>
  );
}
