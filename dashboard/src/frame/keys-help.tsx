/** The keys and what they do; and the switch that turns single keys off, for people whom they hinder (WCAG 2.1.4). */
import { Kbd, Modal, Stack, Switch, Table } from '@mantine/core';
import { Fragment } from 'react';
import { keysStore } from '../keys.ts';
import { useStore } from '../store.ts';
import { type TextKey, useTexts } from '../texts.ts';

const rows = [
  ['g o', 'nav.overview'],
  ['g s', 'nav.sources'],
  ['g g', 'nav.games'],
  ['g r', 'nav.reviews'],
  ['g m', 'nav.matching'],
  ['g u', 'nav.rules'],
  ['g e', 'nav.events'],
  ['/', 'keys.search'],
  ['s', 'keys.same'],
  ['1 … 9', 'keys.sameAs'],
  ['d', 'keys.different'],
  ['u', 'keys.unsure'],
  ['n ␣', 'keys.next'],
  ['p', 'keys.previous'],
  ['z', 'keys.undo'],
  ['a', 'keys.alike'],
  ['o', 'keys.openPages'],
  ['r', 'keys.reason'],
  ['?', 'keys.help'],
] as const satisfies [string, TextKey][];

export function KeysHelp({ opened, close }: { opened: boolean; close: () => void }) {
  const { t } = useTexts();
  const keys = useStore(keysStore);
  return (
    <Modal opened={opened} onClose={close} title={t('keys.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack>
        <Table withRowBorders={false} aria-label={t('keys.title')}>
          <Table.Tbody>
            {rows.map(([key, text]) => (
              <Table.Tr key={key}>
                <Table.Th scope="row" w={96}>
                  {key.split(' ').map((part, index) => (
                    <Fragment key={part + String(index)}>{part === '…' ? ' … ' : <Kbd mr={4}>{part}</Kbd>}</Fragment>
                  ))}
                </Table.Th>
                <Table.Td>{t(text)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Switch
          checked={keys === 'on'}
          onChange={(event) => keysStore.set(event.currentTarget.checked ? 'on' : 'off')}
          label={t('keys.on')}
        />
      </Stack>
    </Modal>
  );
}
