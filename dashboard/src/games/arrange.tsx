/** Putting right which records are one game: merge, tell apart, split, move; each shown first, each with a reason. */
import { Button, Checkbox, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Game } from '../../../src/api/contract.ts';
import type { Arranged, StartArrangement } from '../../../src/api/contract-arrangements.ts';
import { api } from '../api.ts';
import { ProblemBox } from '../parts/loaded.tsx';
import { notify } from '../parts/notice.tsx';
import { refreshShown } from '../queries.ts';
import { type TextKey, useTexts } from '../texts.ts';
import { ArrangedEffect } from './arranged-effect.tsx';
import { GamePicker } from './game-picker.tsx';

const ways = {
  merge: { text: 'arrange.merge', other: true, records: false },
  different: { text: 'arrange.different', other: true, records: false },
  split: { text: 'arrange.split', other: false, records: true },
  move: { text: 'arrange.move', other: true, records: true },
} as const satisfies Record<string, { text: TextKey; other: boolean; records: boolean }>;
type Way = keyof typeof ways;

export function Arrange({ game }: { game: Game }) {
  const { t } = useTexts();
  const [way, setWay] = useState<Way | null>(null);
  const possible = (Object.keys(ways) as Way[]).filter((each) => each !== 'split' || game.records.length > 1);
  return (
    <>
      <Text size="sm" c="dimmed" mb="sm">
        {t('arrange.hint')}
      </Text>
      <Group gap="xs">
        {possible.map((each) => (
          <Button key={each} size="compact-sm" variant="default" onClick={() => setWay(each)}>
            {t(ways[each].text)}
          </Button>
        ))}
      </Group>
      <Modal
        opened={way !== null}
        onClose={() => setWay(null)}
        size="xl"
        title={way === null ? '' : t(ways[way].text)}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        {way !== null && <ArrangeForm game={game} way={way} done={() => setWay(null)} />}
      </Modal>
    </>
  );
}

function ArrangeForm({ game, way, done }: { game: Game; way: Way; done: () => void }) {
  const { t } = useTexts();
  const client = useQueryClient();
  const [other, setOther] = useState<{ gameId: string; title: string } | null>(null);
  const [records, setRecords] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const [shown, setShown] = useState<Arranged | null>(null);
  const order = orderOf(way, game.gameId, other?.gameId, records);
  const arrange = useMutation({
    mutationFn: ({ wanted, preview }: { wanted: StartArrangement; preview: boolean }) =>
      api.arrange({ ...wanted, preview, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) }),
    onSuccess: (arranged, { preview }) => {
      if (preview) return setShown(arranged);
      void refreshShown(client);
      notify(t('arrange.done'));
      done();
    },
  });
  // What is shown is what would be done: another choice asks to be shown anew.
  const choose = (change: () => void) => {
    change();
    setShown(null);
    arrange.reset();
  };
  const send = (preview: boolean) => order && arrange.mutate({ wanted: order, preview });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send(shown === null);
      }}
    >
      <Stack>
        {ways[way].records && (
          <Checkbox.Group
            label={t('arrange.records')}
            value={[...records]}
            onChange={(value) => choose(() => setRecords(value))}
          >
            <Stack gap={6} mt={6}>
              {game.records.map(({ recordId, source, title }) => (
                <Checkbox key={recordId} value={recordId} label={`${title} (${source}, ${recordId})`} />
              ))}
            </Stack>
          </Checkbox.Group>
        )}
        {ways[way].other && (
          <GamePicker not={game.gameId} chosen={other} choose={(value) => choose(() => setOther(value))} />
        )}
        <Textarea
          label={t('arrange.reason')}
          description={t('arrange.reasonHint')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          required
          maxLength={2000}
          autosize
          minRows={2}
        />
        {arrange.isError && <ProblemBox error={arrange.error} />}
        {shown && <ArrangedEffect arranged={shown} isDifferent={way === 'different'} />}
        <Group>
          {shown === null ? (
            <Button type="submit" variant="default" disabled={order === null} loading={arrange.isPending}>
              {t('arrange.preview')}
            </Button>
          ) : (
            <Button type="submit" disabled={order === null || reason.trim() === ''} loading={arrange.isPending}>
              {t('arrange.do')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

/** Null as long as something is missing. */
function orderOf(
  way: Way,
  game: string,
  other: string | undefined,
  records: readonly string[],
): StartArrangement | null {
  switch (way) {
    case 'merge':
    case 'different':
      return other === undefined ? null : { kind: way, games: [game, other] };
    case 'split':
      return records.length === 0 ? null : { kind: 'split', game, records: [...records] };
    case 'move':
      return records.length === 0 || other === undefined ? null : { kind: 'move', game: other, records: [...records] };
  }
}
