/** An answer on its way: a skeleton of its size, then the answer, or the server's sentence and "try again". */
import { Alert, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { RequestFailed } from '../api.ts';
import { useTexts } from '../texts.ts';
import { Icon } from './icon.tsx';

type Props<Answer> = {
  query: UseQueryResult<Answer>;
  waiting: ReactNode;
  children: (answer: Answer) => ReactNode;
};

export function Loaded<Answer>({ query, waiting, children }: Props<Answer>) {
  if (query.data === undefined) {
    return query.isError ? <ProblemBox error={query.error} retry={() => void query.refetch()} /> : waiting;
  }
  return (
    <>
      {query.isError && <ProblemBox error={query.error} retry={() => void query.refetch()} stale />}
      <div className={query.isPlaceholderData ? 'stale' : ''}>{children(query.data)}</div>
    </>
  );
}

export function useSentence(): (error: Error) => string {
  const { t } = useTexts();
  return (error) => (error instanceof RequestFailed && error.status === 0 ? t('problem.noAnswer') : error.message);
}

export function ProblemBox({ error, retry, stale }: { error: Error; retry?: () => void; stale?: boolean }) {
  const { t } = useTexts();
  const sentence = useSentence();
  return (
    <Alert
      variant="outline"
      color="red"
      role="alert"
      mb="md"
      title={t(stale ? 'problem.stale' : 'problem.title')}
      icon={<Icon name="warn" />}
      styles={{ title: { color: 'var(--mantine-color-error)' } }}
    >
      <Group justify="space-between">
        <Text size="sm">{sentence(error)}</Text>
        {retry && (
          <Button size="xs" variant="default" onClick={retry}>
            {t('problem.retry')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}

export function Waiting({ rows, height = 36 }: { rows: number; height?: number }) {
  const { t } = useTexts();
  return (
    <Stack gap="xs" role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <Skeleton key={row} height={height} />
      ))}
    </Stack>
  );
}
