/** What a person may do to a source: pause it with a reason, let it go on, import from it now. */
import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { SourceRow } from '../../../src/api/contract-sources.ts';
import { api } from '../api.ts';
import { Icon } from '../parts/icon.tsx';
import { useStartImport } from '../runs/start-import.ts';
import { useTexts } from '../texts.ts';
import { useSourceChange } from './source-change.ts';

type Props = { source: Pick<SourceRow, 'name' | 'title' | 'state'> };

export function SourceActions({ source }: Props) {
  const { t } = useTexts();
  const { name, title, state } = source;
  const start = useStartImport();
  const resume = useSourceChange(() => api.resume(name), name, t('source.resumed', { title }));
  const [pausing, dialog] = useDisclosure(false);
  return (
    <Group gap="xs" wrap="nowrap" className="aboveRowLink">
      {state === 'paused' ? (
        <Button
          size="compact-sm"
          variant="default"
          loading={resume.isPending}
          aria-label={`${t('source.resume')}: ${title}`}
          onClick={() => resume.mutate('')}
        >
          {t('source.resume')}
        </Button>
      ) : (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<Icon name="pause" />}
          aria-label={`${t('source.pause')}: ${title}`}
          onClick={dialog.open}
        >
          {t('source.pause')}
        </Button>
      )}
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<Icon name="play" />}
        disabled={state !== 'ready'}
        loading={start.isPending}
        aria-label={`${t('source.import')}: ${title}`}
        onClick={() => start.mutate({ sources: [name] })}
      >
        {t('source.import')}
      </Button>
      <Modal
        opened={pausing}
        onClose={dialog.close}
        title={t('source.pauseOne', { title })}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <PauseForm source={source} done={dialog.close} />
      </Modal>
    </Group>
  );
}

function PauseForm({ source: { name, title }, done }: Props & { done: () => void }) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const pause = useSourceChange((why) => api.pause(name, why), name, t('source.paused', { title }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        pause.mutate(reason.trim(), { onSuccess: done });
      }}
    >
      <Stack>
        <Textarea
          label={t('source.reason')}
          description={t('source.reasonHint')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          required
          data-autofocus
          autosize
          minRows={2}
        />
        <Button type="submit" disabled={reason.trim() === ''} loading={pause.isPending}>
          {t('source.pause')}
        </Button>
      </Stack>
    </form>
  );
}
