/** What every page has: a title for the tab, a heading, its actions; and cards that hold one subject each. */
import { Group, Paper, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

type PageProps = { title: string; above?: ReactNode; actions?: ReactNode; children: ReactNode };

export function Page({ title, above, actions, children }: PageProps) {
  return (
    <Stack gap="lg" maw={1400} mx="auto">
      <title>{`${title} · Variorum`}</title>
      <div>
        {above}
        <Group justify="space-between" align="flex-start" gap="sm">
          <Title order={1} tabIndex={-1} style={{ flex: '1 1 16rem' }}>
            {title}
          </Title>
          {actions}
        </Group>
      </div>
      {children}
    </Stack>
  );
}

export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <Paper component="section" withBorder p={{ base: 'sm', sm: 'md' }} aria-label={title}>
      <Group justify="space-between" mb="sm" gap="xs">
        <Title order={2}>{title}</Title>
        {aside}
      </Group>
      {children}
    </Paper>
  );
}

export function Nothing({ title, children, actions }: { title: string; children?: ReactNode; actions?: ReactNode }) {
  return (
    <Stack gap="xs" align="center" py="xl" ta="center">
      <Text fw={600}>{title}</Text>
      {children && (
        <Text c="dimmed" maw="60ch">
          {children}
        </Text>
      )}
      {actions}
    </Stack>
  );
}
