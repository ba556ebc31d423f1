/** One value with its source, time, reason and other readings: the heart of a variorum edition. */
import { Group, Stack, Text } from '@mantine/core';
import type { Value } from '../../../src/api/contract.ts';
import { Ago } from '../parts/ago.tsx';
import { RuleBadge } from '../rules/rule-badge.tsx';
import { SaidBy } from '../sources/source-name.tsx';
import { useTexts } from '../texts.ts';
import { ValueContent } from './value-content.tsx';
import { Why } from './why.tsx';

export function ValueLine({ field, value }: { field: string; value: Value }) {
  return (
    <div>
      <Group gap="xs" align="center">
        <ValueContent field={field} value={value.value} language={value.language ?? null} />
        <Attribution value={value} />
      </Group>
      <Variants value={value}>{(text) => <ValueContent field={field} value={text} language={null} />}</Variants>
    </div>
  );
}

/** Who says it, since when, and the button that tells it all. */
export function Attribution({ value: { claims } }: { value: Value }) {
  const { t } = useTexts();
  const [first, ...others] = claims;
  if (!first) return null;
  return (
    <Group gap={6} component="span">
      {first.rule ? <RuleBadge rule={first.rule} /> : <SaidBy source={first.source} url={first.url} />}
      {others.length > 0 && (
        <Text span size="xs" c="dimmed">
          {t('value.others', { count: others.length })}
        </Text>
      )}
      <Text span size="xs" c="dimmed">
        <Ago at={first.at} />
      </Text>
      <Why claims={claims} />
    </Group>
  );
}

/** What other sources say instead, folded. */
export function Variants({
  value: { variants },
  children,
}: {
  value: Value;
  children: (text: string) => React.ReactNode;
}) {
  const { t } = useTexts();
  if (variants.length === 0) return null;
  return (
    <details style={{ marginTop: 4 }}>
      <summary>{t('value.variants', { count: variants.length })}</summary>
      <Stack gap="xs" mt="xs" pl="md" style={{ borderInlineStart: '3px solid var(--mantine-color-default-border)' }}>
        {variants.map((variant) => (
          <div key={variant.value}>
            {children(variant.value)}
            <Group gap={6}>
              {variant.claims.map((claim) => (
                <SaidBy key={claim.recordId} source={claim.source} url={claim.url} />
              ))}
              <Why claims={variant.claims} />
            </Group>
          </div>
        ))}
      </Stack>
    </details>
  );
}
