/** The texts of a game, one language at a time; which one stands in the address. */
import { Stack, Tabs } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import type { Value } from '../../../src/api/contract.ts';
import { SourceText } from '../parts/markdown.tsx';
import { useTexts } from '../texts.ts';
import { Attribution, Variants } from './value.tsx';

const route = getRouteApi('/games/$gameId');
const unknown = 'und';

export function Descriptions({ values }: { values: Value[] }) {
  const { t, format, language: reader } = useTexts();
  const { text } = route.useSearch();
  const navigate = route.useNavigate();
  const tags = values.map(({ language }) => language ?? unknown);
  const first = tags.find((tag) => tag === text) ?? tags.find((tag) => tag === reader) ?? tags[0] ?? unknown;
  if (values.length === 1 && values[0]) return <Description value={values[0]} />;
  return (
    <Tabs
      value={first}
      onChange={(tag) => void navigate({ search: { text: tag ?? undefined }, replace: true, resetScroll: false })}
      keepMounted={false}
    >
      <Tabs.List mb="md">
        {tags.map((tag) => (
          <Tabs.Tab key={tag} value={tag}>
            {tag === unknown ? t('game.languageUnknown') : format.language(tag)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {values.map((value) => (
        <Tabs.Panel key={value.language ?? unknown} value={value.language ?? unknown}>
          <Description value={value} />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

function Description({ value }: { value: Value }) {
  const language = value.language ?? null;
  return (
    <Stack gap="sm">
      <SourceText text={typeof value.value === 'string' ? value.value : ''} language={language} />
      <Attribution value={value} />
      <Variants value={value}>{(text) => <SourceText text={text} language={language} />}</Variants>
    </Stack>
  );
}
