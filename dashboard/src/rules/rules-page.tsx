/** The rules that are applied to every game: read, edited, tried on the games there are, and put in force. */
import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Rules } from '../../../src/api/contract-rules.ts';
import { api } from '../api.ts';
import { Ago } from '../parts/ago.tsx';
import { Loaded, Waiting } from '../parts/loaded.tsx';
import { Page } from '../parts/page.tsx';
import { rulesQuery } from '../queries.ts';
import { useTexts } from '../texts.ts';
import { Genres } from './genres.tsx';
import { People } from './people.tsx';
import { RulesTable } from './rules-table.tsx';
import { SaveBar } from './save-bar.tsx';
import { Spellings } from './spellings.tsx';
import { useDraft } from './use-draft.ts';

export function RulesPage() {
  const { t } = useTexts();
  const query = useQuery(rulesQuery);
  return (
    <Page title={t('nav.rules')}>
      <Loaded query={query} waiting={<Waiting rows={10} height={48} />}>
        {(rules) => <AllRules rules={rules} />}
      </Loaded>
    </Page>
  );
}

function AllRules({ rules }: { rules: Rules }) {
  const { t } = useTexts();
  const draft = useDraft(rules);
  const shipped = useMutation({ mutationFn: () => api.shippedRules(), onSuccess: (book) => draft.change(book) });
  const games = new Map(rules.uses.map((use) => [use.rule, use]));
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        <Text c="dimmed" maw="90ch">
          {t('rules.intro')}
        </Text>
        <Group gap="xs">
          <Badge variant="default" tt="none">
            {t(rules.shipped ? 'rules.shipped' : 'rules.own')}
          </Badge>
          {rules.redrafting && (
            <Badge variant="default" tt="none">
              {t('rules.redrafting')}
            </Badge>
          )}
          <Text size="sm" c="dimmed">
            {t('rules.changed', { version: rules.version, who: rules.changedBy, reason: rules.reason })} ·{' '}
            <Ago at={rules.changedAt} />
          </Text>
          {!rules.shipped && (
            <Button size="compact-xs" variant="default" loading={shipped.isPending} onClick={() => shipped.mutate()}>
              {t('rules.reset')}
            </Button>
          )}
        </Group>
      </Stack>
      {draft.changed && <SaveBar draft={draft} />}
      <RulesTable draft={draft} uses={games} />
      <People draft={draft} />
      <Genres draft={draft} uses={games} />
      <Spellings draft={draft} />
    </Stack>
  );
}
