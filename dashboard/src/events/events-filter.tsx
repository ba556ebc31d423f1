/** Filters of the log, all kept in the address: type, source, game, run. */
import { Autocomplete, Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { searchFieldId } from '../keys.ts';
import { sourcesQuery } from '../queries.ts';
import { useTexts } from '../texts.ts';

const route = getRouteApi('/events');

export function EventsFilter({ types }: { types: string[] }) {
  const { t } = useTexts();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const sources = useQuery(sourcesQuery).data?.sources ?? [];
  const set = (part: Partial<typeof search>) =>
    void navigate({ search: (view) => ({ ...view, ...part, before: undefined, open: undefined }) });
  const filtered = [search.type, search.source, search.game, search.run].some((value) => value !== undefined);
  return (
    <Group component="search" align="flex-end" gap="sm">
      <TypeField key={search.type ?? ''} types={types} value={search.type ?? ''} set={(type) => set({ type })} />
      <NativeSelect
        label={t('source')}
        value={search.source ?? ''}
        onChange={(event) => set({ source: event.currentTarget.value || undefined })}
        style={{ flex: '1 1 10rem' }}
      >
        <option value="">{t('games.anySource')}</option>
        {search.source !== undefined && !sources.some(({ name }) => name === search.source) && (
          <option>{search.source}</option>
        )}
        {sources.map(({ name, title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </NativeSelect>
      <IdField
        key={`game ${search.game}`}
        label={t('event.gameId')}
        value={search.game}
        set={(game) => set({ game })}
      />
      <IdField key={`run ${search.run}`} label={t('event.runId')} value={search.run} set={(run) => set({ run })} />
      {filtered && (
        <Button variant="default" onClick={() => void navigate({ search: {} })}>
          {t('filter.clear')}
        </Button>
      )}
    </Group>
  );
}

function TypeField({ types, value, set }: { types: string[]; value: string; set: (type: string | undefined) => void }) {
  const { t } = useTexts();
  const [typed, setTyped] = useState(value);
  const commit = (type: string) => type.trim() !== value && set(type.trim() || undefined);
  return (
    <Autocomplete
      id={searchFieldId}
      label={t('event.type')}
      data={types}
      value={typed}
      onChange={setTyped}
      onOptionSubmit={commit}
      onBlur={() => commit(typed)}
      onKeyDown={(event) => event.key === 'Enter' && commit(typed)}
      openOnFocus={false}
      autoComplete="off"
      style={{ flex: '1 1 12rem' }}
    />
  );
}

type IdProps = { label: string; value: string | undefined; set: (id: string | undefined) => void };

/** Ids are pasted, not typed: they count when the field is left or Enter is pressed. */
function IdField({ label, value, set }: IdProps) {
  const commit = (typed: string) => typed.trim() !== (value ?? '') && set(typed.trim() || undefined);
  return (
    <TextInput
      label={label}
      defaultValue={value}
      onBlur={(event) => commit(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && commit(event.currentTarget.value)}
      autoComplete="off"
      style={{ flex: '1 1 10rem' }}
    />
  );
}
