/** "Why is this so?": from a value to the record, its page, the stored bytes and the time, for every source that says it. */
import { Code, CopyButton, Popover, Stack, Table, Text, UnstyledButton } from '@mantine/core';
import type { Claim } from '../../../src/api/contract.ts';
import { Ago } from '../parts/ago.tsx';
import { Go, Out } from '../parts/link.tsx';
import { useTexts } from '../texts.ts';

export function Why({ claims }: { claims: Claim[] }) {
  const { t } = useTexts();
  // Behind a rule that stands first are the records it made its value from.
  const heading = ({ source, rule }: Claim, index: number, ruled: boolean) =>
    rule
      ? t('why.byRule', { name: rule.name })
      : t(ruled ? 'why.fromRecord' : index === 0 ? 'why.stands' : 'why.agrees', { source });
  return (
    <Popover position="bottom-start" withArrow shadow="md" trapFocus returnFocus width="min(440px, calc(100vw - 24px))">
      <Popover.Target>
        <UnstyledButton fz="xs" td="underline" c="var(--mantine-color-anchor)" px={4} py={2}>
          {t('why.button')}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('why.title')} mah="60vh" style={{ overflowY: 'auto' }}>
        <Stack gap="sm">
          {claims.map((claim, index) => (
            <div key={claim.recordId}>
              <Text size="sm" fw={600}>
                {heading(claim, index, claims[0]?.rule !== undefined)}
              </Text>
              {claim.rule ? <Text size="sm">{claim.rule.why}</Text> : <ClaimDetails claim={claim} />}
            </div>
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function ClaimDetails({ claim }: { claim: Claim }) {
  const { t, format } = useTexts();
  return (
    <Table fz="sm" verticalSpacing={2} withRowBorders={false} aria-label={claim.source}>
      <Table.Tbody>
        <Table.Tr>
          <Table.Th scope="row">{t('why.record')}</Table.Th>
          <Table.Td>{claim.recordId}</Table.Td>
        </Table.Tr>
        <Table.Tr>
          <Table.Th scope="row">{t('why.page')}</Table.Th>
          <Table.Td>
            <Out url={claim.url} /> <Stored page={claim.pageId} />
          </Table.Td>
        </Table.Tr>
        <Table.Tr>
          <Table.Th scope="row">{t('why.snapshot')}</Table.Th>
          <Table.Td>
            <SnapshotHash hash={claim.snapshot} />
          </Table.Td>
        </Table.Tr>
        <Table.Tr>
          <Table.Th scope="row">{t('why.at')}</Table.Th>
          <Table.Td>
            {format.exact(claim.at)} (<Ago at={claim.at} />)
          </Table.Td>
        </Table.Tr>
      </Table.Tbody>
    </Table>
  );
}

/** To the page as it was stored, with what was read in it. */
export function Stored({ page }: { page: string }) {
  const { t } = useTexts();
  return (
    <Go to="/pages" search={{ page }} inherit underline="always">
      {t('why.stored')}
    </Go>
  );
}

/** The first letters suffice to recognise it; a click copies the whole. */
export function SnapshotHash({ hash }: { hash: string }) {
  const { t } = useTexts();
  return (
    <CopyButton value={hash}>
      {({ copied, copy }) => (
        <UnstyledButton
          onClick={copy}
          title={hash}
          fz="inherit"
          aria-label={t('why.copy', { hash: hash.slice(0, 12) })}
        >
          <Code>{hash.slice(0, 12)}</Code> {copied && t('why.copied')}
        </UnstyledButton>
      )}
    </CopyButton>
  );
}
