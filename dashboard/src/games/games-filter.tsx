/** Search and source filter of the list. Typing waits a moment before it asks; the address follows. */
import { Button, Group, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { focusSearch, searchFieldId } from '../keys.ts';
import { Icon } from '../parts/icon.tsx';
import { sourcesQuery } from '../queries.ts';
import { useTexts } from '../texts.ts';

const route = getRouteApi('/games');
const pauseMs = 250;

export function GamesFilter() {
  const { t } = useTexts();
  const { search, source } = route.useSearch();
  const navigate = route.useNavigate();
  const sources = useQuery(sourcesQuery).data?.sources ?? [];
  const wantsFocus = useRouterState({ select: (state) => state.location.state.focusSearch });
  const [typed, setTyped] = useTypedSearch(search ?? '', (text) =>
    navigate({
      search: (view) => ({ ...view, search: text || undefined, after: undefined, page: undefined }),
      replace: true,
    }),
  );
  useEffect(() => {
    if (wantsFocus) focusSearch();
  }, [wantsFocus]);

  return (
    <Group component="search" align="flex-end" gap="sm">
      <TextInput
        id={searchFieldId}
        type="search"
        label={t('games.search')}
        placeholder={t('games.searchHint')}
        leftSection={<Icon name="search" />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        style={{ flex: '1 1 16rem' }}
        maxLength={200}
        autoComplete="off"
      />
      <NativeSelect
        label={t('source')}
        value={source ?? ''}
        onChange={(event) => {
          const chosen = event.currentTarget.value || undefined;
          void navigate({ search: (view) => ({ ...view, source: chosen, after: undefined, page: undefined }) });
        }}
        style={{ flex: '0 1 14rem' }}
      >
        <option value="">{t('games.anySource')}</option>
        {source !== undefined && !sources.some(({ name }) => name === source) && <option>{source}</option>}
        {sources.map(({ name, title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </NativeSelect>
      {(search !== undefined || source !== undefined) && (
        <Button variant="default" onClick={() => void navigate({ search: {} })}>
          {t('filter.clear')}
        </Button>
      )}
    </Group>
  );
}

/**
 * The field runs ahead of the address while a person types. Only an address that changed by other means
 * (back, a link) is taken over: a slow answer must not throw out what was typed since.
 */
function useTypedSearch(inUrl: string, commit: (text: string) => void): [string, (text: string) => void] {
  const [typed, setTyped] = useState(inUrl);
  const sent = useRef(inUrl);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    if (inUrl === sent.current) return;
    sent.current = inUrl;
    clearTimeout(timer.current);
    setTyped(inUrl);
  }, [inUrl]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (text: string) => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      sent.current = text.trim();
      commit(text.trim());
    }, pauseMs);
  };
  return [typed, type];
}
