/** Starts an import: of every source that is ready, of chosen ones, or of single addresses. */
import { Button, Checkbox, Modal, NumberInput, Stack, Text, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Icon } from '../parts/icon.tsx';
import { Loaded, Waiting } from '../parts/loaded.tsx';
import { sourcesQuery } from '../queries.ts';
import { useStartImport } from '../runs/start-import.ts';
import { useTexts } from '../texts.ts';

export function ImportButton() {
  const { t } = useTexts();
  const [opened, dialog] = useDisclosure(false);
  return (
    <>
      <Button leftSection={<Icon name="play" />} onClick={dialog.open}>
        {t('import.now')}
      </Button>
      <Modal
        opened={opened}
        onClose={dialog.close}
        title={t('import.title')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <ImportForm done={dialog.close} />
      </Modal>
    </>
  );
}

function ImportForm({ done }: { done: () => void }) {
  const { t } = useTexts();
  const query = useQuery(sourcesQuery);
  const start = useStartImport();
  const [chosen, setChosen] = useState<string[]>([]);
  const [addresses, setAddresses] = useState('');
  const [limit, setLimit] = useState<number | string>('');
  const urls = addresses.split(/\s+/).filter((address) => address !== '');

  const order = () =>
    start.mutate(
      { sources: chosen, urls, ...(typeof limit === 'number' && limit > 0 ? { limit } : {}) },
      { onSuccess: done },
    );

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        order();
      }}
    >
      <Stack>
        <Loaded query={query} waiting={<Waiting rows={4} height={24} />}>
          {({ sources }) => (
            <Checkbox.Group
              label={t('import.sources')}
              description={t('import.sourcesHint')}
              value={chosen}
              onChange={setChosen}
            >
              <Stack gap={6} mt="xs">
                {sources.map((source) => (
                  <Checkbox
                    key={source.name}
                    value={source.name}
                    disabled={source.state !== 'ready'}
                    label={source.title}
                    description={source.why}
                  />
                ))}
              </Stack>
            </Checkbox.Group>
          )}
        </Loaded>
        <Textarea
          label={t('import.addresses')}
          description={t('import.addressesHint')}
          value={addresses}
          onChange={(event) => setAddresses(event.currentTarget.value)}
          autosize
          minRows={2}
          maxRows={8}
        />
        <NumberInput label={t('import.limit')} value={limit} onChange={setLimit} min={1} allowDecimal={false} />
        <Text size="sm" c="dimmed">
          {t('import.harmless')}
        </Text>
        <Button type="submit" loading={start.isPending}>
          {urls.length > 0
            ? t('import.startAddresses', { count: urls.length })
            : chosen.length > 0
              ? t('import.startSources', { count: chosen.length })
              : t('import.startAll')}
        </Button>
      </Stack>
    </form>
  );
}
