/** What was arranged by hand about a game, newest first, and the way to undo any of it, shown first. */
import { Button, Group, Modal, Stack, Text, Textarea, Timeline } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Arrangements as Answer } from '../../../src/api/contract-arrangements.ts';
import { api } from '../api.ts';
import { Ago } from '../parts/ago.tsx';
import { Loaded, ProblemBox, Waiting } from '../parts/loaded.tsx';
import { notify } from '../parts/notice.tsx';
import { arrangementsQuery, refreshShown } from '../queries.ts';
import { useTexts } from '../texts.ts';
import { ArrangedEffect } from './arranged-effect.tsx';

type Arrangement = Answer['arrangements'][number];
const fewWords = 3;

/** Of most games nothing was arranged: then there is nothing to see. */
export function Arrangements({ gameId }: { gameId: string }) {
  const { t, name } = useTexts();
  const { data } = useQuery(arrangementsQuery(gameId));
  const [undoing, setUndoing] = useState<Arrangement | null>(null);
  if (!data || data.arrangements.length === 0) return null;
  return (
    <>
      <Text fw={600} mt="md" mb="xs">
        {t('arrange.history')}
      </Text>
      <Timeline bulletSize={14} lineWidth={2} active={-1}>
        {data.arrangements.map((arrangement) => (
          <Timeline.Item key={arrangement.arrangementId} title={name('arrangement', arrangement.kind)}>
            <Said arrangement={arrangement} />
            {arrangement.undoneAt === null && (
              <Button
                size="compact-sm"
                variant="default"
                mt={4}
                aria-label={t('arrange.undoOne', { what: name('arrangement', arrangement.kind) })}
                onClick={() => setUndoing(arrangement)}
              >
                {t('arrange.undo')}
              </Button>
            )}
          </Timeline.Item>
        ))}
      </Timeline>
      <Modal
        opened={undoing !== null}
        onClose={() => setUndoing(null)}
        size="xl"
        title={undoing === null ? '' : t('arrange.undoOne', { what: name('arrangement', undoing.kind) })}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {undoing !== null && <UndoForm id={undoing.arrangementId} done={() => setUndoing(null)} />}
      </Modal>
    </>
  );
}

function Said({ arrangement }: { arrangement: Arrangement }) {
  const { t } = useTexts();
  const { pairs, reason, madeAt, madeBy, undoneAt, undoneBy, undoneBecause } = arrangement;
  const more = pairs.length - fewWords;
  return (
    <>
      <Text size="sm" c="dimmed">
        <Ago at={madeAt} /> · {madeBy}
        {reason !== null && ` · ${t('arrange.because', { why: reason })}`}
      </Text>
      {pairs.slice(0, fewWords).map(({ a, b, judgement }) => (
        <Text key={`${a} ${b}`} size="sm" className="long">
          {t(judgement === 'same' ? 'arrange.wordSame' : 'arrange.wordDifferent', { a, b })}
        </Text>
      ))}
      {more > 0 && <Text size="sm">{t('arrange.moreWords', { count: more })}</Text>}
      {undoneAt !== null && (
        <Group gap={6}>
          <Text size="sm" fw={600}>
            {t('arrange.wasUndone', { who: undoneBy ?? '' })}
            {undoneBecause !== null && ` · ${t('arrange.because', { why: undoneBecause })}`}
          </Text>
          <Text size="sm" c="dimmed">
            <Ago at={undoneAt} />
          </Text>
        </Group>
      )}
    </>
  );
}

function UndoForm({ id, done }: { id: string; done: () => void }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const preview = useQuery({
    queryKey: ['undo', id],
    queryFn: () => api.undoArrangement(id, { preview: true }),
    staleTime: 0,
  });
  const undo = useMutation({
    mutationFn: () => api.undoArrangement(id, { reason: reason.trim() }),
    onSuccess: () => {
      void refreshShown(client);
      notify(t('arrange.undone'));
      done();
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        undo.mutate();
      }}
    >
      <Stack>
        <Loaded query={preview} waiting={<Waiting rows={2} />}>
          {(arranged) => <ArrangedEffect arranged={arranged} isDifferent={false} />}
        </Loaded>
        <Textarea
          label={t('arrange.reason')}
          description={t('arrange.reasonHint')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          required
          maxLength={2000}
          data-autofocus
          autosize
          minRows={2}
        />
        {undo.isError && <ProblemBox error={undo.error} />}
        <Button type="submit" disabled={reason.trim() === ''} loading={undo.isPending}>
          {t('arrange.undo')}
        </Button>
      </Stack>
    </form>
  );
}
