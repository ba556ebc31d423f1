/** What was edited and does not act yet: what it would change, and the button that puts it in force. */
import { Alert, Button, Group, List, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RulesPreview } from '../../../src/api/contract-rules.ts';
import { Go } from '../parts/link.tsx';
import { ProblemBox } from '../parts/loaded.tsx';
import { useTexts } from '../texts.ts';
import type { Draft } from './use-draft.ts';

export function SaveBar({ draft: { book, preview, save, drop } }: { draft: Draft }) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const problem = save.error ?? preview.error;
  return (
    <Alert
      variant="outline"
      color="blue"
      title={t('rules.unsaved')}
      bg="var(--mantine-color-body)"
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
      // In sight wherever on the page something was edited.
      style={{ position: 'sticky', top: 64, zIndex: 5, maxHeight: 'calc(100vh - 80px)', overflowY: 'auto' }}
    >
      <Stack gap="sm">
        <Text size="sm">{t('rules.unsavedText')}</Text>
        {problem && <ProblemBox error={problem} />}
        {preview.data && <Would preview={preview.data} />}
        <form
          onSubmit={(event) => {
            event.preventDefault();
            save.mutate(reason.trim());
          }}
        >
          <Group align="flex-end" gap="sm">
            <Button variant="default" loading={preview.isPending} onClick={() => preview.mutate(book)}>
              {t('rules.look')}
            </Button>
            <TextInput
              label={t('rules.reason')}
              description={t('rules.reasonHint')}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              required
              maxLength={500}
              style={{ flex: '1 1 16rem' }}
            />
            <Button type="submit" disabled={reason.trim() === ''} loading={save.isPending}>
              {t('rules.save')}
            </Button>
            <Button variant="default" onClick={drop}>
              {t('rules.discard')}
            </Button>
          </Group>
        </form>
      </Stack>
    </Alert>
  );
}

function Would({ preview: { changed, looked, failing, examples } }: { preview: RulesPreview }) {
  const { t } = useTexts();
  return (
    <div role="status">
      <Text size="sm" fw={600}>
        {t('rules.would', { changed, looked })} {failing > 0 && t('rules.wouldFail', { count: failing })}
      </Text>
      {examples.length > 0 && (
        <>
          <Text size="sm">{t('rules.examples')}</Text>
          <List size="sm">
            {examples.map(({ gameId, title, adds, takes }) => (
              <List.Item key={gameId}>
                <Go to="/games/$gameId" params={{ gameId }} inherit>
                  {title}
                </Go>
                {': '}
                {[...adds.map((value) => `+ ${value}`), ...takes.map((value) => `− ${value}`)].join('; ')}
              </List.Item>
            ))}
          </List>
        </>
      )}
    </div>
  );
}
