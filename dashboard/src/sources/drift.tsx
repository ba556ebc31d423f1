/** What vanished from a source's pages, and the way to publish it all the same. */
import { Alert, Button, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { SourceDetail } from '../../../src/api/contract-sources.ts';
import { api } from '../api.ts';
import { useTexts } from '../texts.ts';
import { useSourceChange } from './source-change.ts';

export function Drift({ source }: { source: SourceDetail }) {
  const { t, name, format } = useTexts();
  const [asking, dialog] = useDisclosure(false);
  if (source.drifts.length === 0 && source.held === 0) return null;
  return (
    <Alert color="red" variant="light" title={t('source.drift')} role="status">
      <Stack gap="xs" align="flex-start">
        {source.drifts.map(({ field, recent, pages, detectedAt }) => (
          <Text key={field} size="sm">
            {t('source.driftField', {
              field: name('field', field),
              recent: format.percent(recent),
              pages,
              when: format.exact(detectedAt),
            })}
          </Text>
        ))}
        <Text size="sm">
          {t('source.held', { count: source.held })} {t('source.driftHint')}
        </Text>
        <Button size="compact-sm" variant="default" onClick={dialog.open}>
          {t('source.release')}
        </Button>
      </Stack>
      <Modal
        opened={asking}
        onClose={dialog.close}
        title={t('source.release')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <ReleaseForm source={source} done={dialog.close} />
      </Modal>
    </Alert>
  );
}

function ReleaseForm({ source: { name, title }, done }: { source: SourceDetail; done: () => void }) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const release = useSourceChange((why) => api.release(name, why), name, t('source.released', { title }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        release.mutate(reason.trim(), { onSuccess: done });
      }}
    >
      <Stack>
        <Textarea
          label={t('source.reason')}
          description={t('source.releaseHint')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          required
          data-autofocus
          autosize
          minRows={2}
        />
        <Button type="submit" disabled={reason.trim() === ''} loading={release.isPending}>
          {t('source.release')}
        </Button>
      </Stack>
    </form>
  );
}
