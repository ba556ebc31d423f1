/** A game that may be the same: what is known of it, and each piece of evidence with its weight and sign. */
import { Button, Group, Kbd, Paper, Skeleton, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReviewRow, Value } from '../../../src/api/contract.ts';
import { Go } from '../parts/link.tsx';
import { gameQuery } from '../queries.ts';
import { useTexts } from '../texts.ts';
import { Evidence } from './evidence.tsx';

type Candidate = ReviewRow['candidates'][number];
type Props = { candidate: Candidate; shortcut: string | null; choose: () => void };

export function CandidateCard({ candidate, shortcut, choose }: Props) {
  const { t, format } = useTexts();
  const { probability } = candidate;
  return (
    <Paper withBorder p="sm" component="section" aria-label={candidate.title}>
      <Group justify="space-between" align="flex-start" mb="xs">
        <div style={{ flex: '1 1 12rem' }}>
          <Title order={3}>
            <Go to="/games/$gameId" params={{ gameId: candidate.gameId }} inherit>
              {candidate.title}
            </Go>
          </Title>
          <KnownOf gameId={candidate.gameId} />
        </div>
        <Button onClick={choose} rightSection={shortcut !== null && <Kbd size="xs">{shortcut}</Kbd>}>
          {t('reviews.same')}
        </Button>
      </Group>
      {probability !== undefined && (
        <Text size="sm">{t('evidence.probability', { probability: format.percent(probability) })}</Text>
      )}
      <Evidence evidence={candidate.evidence} title={candidate.title} />
    </Paper>
  );
}

function KnownOf({ gameId }: { gameId: string }) {
  const { format } = useTexts();
  const { data, isError } = useQuery(gameQuery(gameId));
  if (isError) return null;
  if (!data) return <Skeleton height={20} width={220} />;
  const valuesOf = (field: string): Value['value'][] =>
    data.fields.find((each) => each.field === field)?.values.map(({ value }) => value) ?? [];
  const authors = valuesOf('credits').flatMap((credit) =>
    typeof credit !== 'string' && credit.role === 'author' && typeof credit.name === 'string' ? [credit.name] : [],
  );
  const date = valuesOf('releaseDate')[0];
  const sources = [...new Set(data.records.map(({ source }) => source))];
  const known = [authors.join(', '), typeof date === 'string' ? format.edtf(date) : '', sources.join(', ')];
  return (
    <Text size="sm" c="dimmed" mih={20}>
      {known.filter((part) => part !== '').join(' · ')}
    </Text>
  );
}
