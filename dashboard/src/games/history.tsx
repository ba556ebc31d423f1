/** How the game became what it is: who changed what and when, newest first. */
import { Group, Text, Timeline } from '@mantine/core';
import type { Change } from '../../../src/api/contract.ts';
import { Ago } from '../parts/ago.tsx';
import { Nothing } from '../parts/page.tsx';
import { SourceBadge } from '../sources/source-name.tsx';
import { useTexts } from '../texts.ts';

export function History({ changes }: { changes: Change[] }) {
  const { t, name } = useTexts();
  const lineOf = ({ what, about }: Change) => {
    const said = name('change', what);
    const more = name('reason', about);
    return said.includes('{about}') ? said.replace('{about}', () => more) : more === '' ? said : `${said}: ${more}`;
  };
  if (changes.length === 0) return <Nothing title={t('history.none')} />;
  return (
    <Timeline bulletSize={14} lineWidth={2} active={-1}>
      {changes.map((change) => (
        <Timeline.Item key={change.eventId} title={lineOf(change)}>
          <Group gap="xs">
            <Text size="sm" c="dimmed">
              <Ago at={change.at} /> · {change.actor} · {name('event', change.kind)}
            </Text>
            {change.source !== null && <SourceBadge source={change.source} />}
          </Group>
          {change.fields.length > 0 && (
            <Text size="sm">{change.fields.map((field) => name('field', field)).join(', ')}</Text>
          )}
        </Timeline.Item>
      ))}
    </Timeline>
  );
}
