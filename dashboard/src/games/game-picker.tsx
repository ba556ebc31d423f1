/** Finding another game by words of its title: a search, and its results to choose one from. */
import { Radio, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { GameRow } from '../../../src/api/contract.ts';
import { gamesQuery } from '../queries.ts';
import { useTexts } from '../texts.ts';

type Picked = { gameId: string; title: string };
type Props = { not: string; chosen: Picked | null; choose: (game: Picked | null) => void };

const most = 8;
const pauseMs = 200;

export function GamePicker({ not, chosen, choose }: Props) {
  const { t, format } = useTexts();
  const [words, setWords] = useState('');
  const [search] = useDebouncedValue(words.trim(), pauseMs);
  const { data } = useQuery({ ...gamesQuery({ search }), enabled: search !== '' });
  const found = search === '' ? [] : (data?.games ?? []).filter(({ gameId }) => gameId !== not).slice(0, most);
  const about = ({ authors, releaseDate, sources }: GameRow) =>
    [authors.join(', '), releaseDate === null ? '' : format.edtf(releaseDate), sources.join(', ')]
      .filter((part) => part !== '')
      .join(' · ');
  return (
    <Stack gap="xs">
      <TextInput
        label={t('arrange.other')}
        description={t('arrange.otherHint')}
        value={words}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          choose(null);
        }}
        maxLength={200}
        data-autofocus
      />
      <div role="status">
        {search !== '' && data && found.length === 0 && <Text size="sm">{t('arrange.nothingFound')}</Text>}
      </div>
      {found.length > 0 && (
        <Radio.Group
          label={t('arrange.found')}
          value={chosen?.gameId ?? ''}
          onChange={(gameId) => choose(found.find((game) => game.gameId === gameId) ?? null)}
        >
          <Stack gap={6} mt={6}>
            {found.map((game) => (
              <Radio key={game.gameId} value={game.gameId} label={game.title} description={about(game)} />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </Stack>
  );
}
