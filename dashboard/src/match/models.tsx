/** The models of matching, newest first: which is in force, how each did, and the way to another. */
import { Button, Modal, Stack, Table, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MatchModel } from '../../../src/api/contract-match.ts';
import { api } from '../api.ts';
import { Ago } from '../parts/ago.tsx';
import { useSentence } from '../parts/loaded.tsx';
import { notify } from '../parts/notice.tsx';
import { State } from '../parts/state.tsx';
import { DataTable, NumberCell } from '../parts/table.tsx';
import { matchQualityQuery } from '../queries.ts';
import { useTexts } from '../texts.ts';

export function Models({ models }: { models: readonly MatchModel[] }) {
  const { t, name, format } = useTexts();
  const [wanted, setWanted] = useState<number | null>(null);
  const share = (value: number | null) => (value === null ? '–' : format.likely(value));
  const fine = (value: number | null) => (value === null ? '–' : format.fine(value));
  const columns = [
    { head: t('quality.model') },
    { head: t('quality.trained') },
    { head: t('quality.pairs'), number: true },
    { head: t('quality.verdict') },
    { head: t('quality.precision'), number: true },
    { head: t('quality.recall'), number: true },
    { head: t('quality.ece'), number: true },
    { head: t('quality.logLoss'), number: true },
    { head: t('actions'), hidden: true },
  ];
  return (
    <>
      <DataTable label={t('quality.models')} columns={columns} minWidth={820}>
        {models.map(({ version, trainedAt, pairs, inForce, verdict, ece, logLoss, precision, recall }) => (
          <Table.Tr key={version}>
            <Table.Th scope="row">{format.number(version)}</Table.Th>
            <Table.Td>{trainedAt === null ? t('quality.shipped') : <Ago at={trainedAt} />}</Table.Td>
            <NumberCell>{format.number(pairs)}</NumberCell>
            <Table.Td>{name('verdict', verdict)}</Table.Td>
            <NumberCell>{share(precision)}</NumberCell>
            <NumberCell>{share(recall)}</NumberCell>
            <NumberCell>{fine(ece)}</NumberCell>
            <NumberCell>{fine(logLoss)}</NumberCell>
            <Table.Td>
              {inForce ? (
                <State tone="good">{t('quality.inForce')}</State>
              ) : (
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`${t('quality.use')}: ${version}`}
                  onClick={() => setWanted(version)}
                >
                  {t('quality.use')}
                </Button>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </DataTable>
      <Modal
        opened={wanted !== null}
        onClose={() => setWanted(null)}
        title={t('quality.useOne', { version: wanted ?? 0 })}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {wanted !== null && <UseForm version={wanted} done={() => setWanted(null)} />}
      </Modal>
    </>
  );
}

function UseForm({ version, done }: { version: number; done: () => void }) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const client = useQueryClient();
  const sentence = useSentence();
  const use = useMutation({
    mutationFn: () => api.useModel(version, reason.trim()),
    onSuccess: (quality) => {
      client.setQueryData(matchQualityQuery.queryKey, quality);
      notify(t('quality.used', { version }));
      done();
    },
    onError: (error) => notify(sentence(error), true),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        use.mutate();
      }}
    >
      <Stack>
        <Text size="sm">{t('quality.useHint')}</Text>
        <Textarea
          label={t('source.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          required
          maxLength={500}
          data-autofocus
          autosize
          minRows={2}
        />
        <Button type="submit" disabled={reason.trim() === ''} loading={use.isPending}>
          {t('quality.use')}
        </Button>
      </Stack>
    </form>
  );
}
