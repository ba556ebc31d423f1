/** States as badges: always a word, the colour only helps. The shades are those on which white passes AA. */
import { Badge, type BadgeProps } from '@mantine/core';
import type { ReactNode } from 'react';

export type Tone = 'good' | 'busy' | 'warn' | 'bad' | 'idle';

const shades: Record<Tone, string> = {
  good: 'teal.9',
  busy: 'indigo.8',
  warn: '#a84300',
  bad: 'red.9',
  idle: 'gray.7',
};

export function State({ tone, children, ...rest }: BadgeProps & { tone: Tone; children: ReactNode }) {
  return (
    <Badge color={shades[tone]} variant="filled" radius="sm" tt="none" fw={600} miw="max-content" {...rest}>
      {children}
    </Badge>
  );
}

export const runTones: Record<'running' | 'done' | 'partial' | 'failed', Tone> = {
  running: 'busy',
  done: 'good',
  partial: 'warn',
  failed: 'bad',
};

export const pageTones: Record<'discovered' | 'fetched' | 'moved' | 'broken' | 'missing', Tone> = {
  discovered: 'idle',
  moved: 'idle',
  fetched: 'good',
  broken: 'bad',
  missing: 'warn',
};
