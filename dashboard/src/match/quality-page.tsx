/** How good matching is by what curators judged, and the models it could work by. */
import { Alert, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { MatchQuality } from '../../../src/api/contract-match.ts';
import { Go } from '../parts/link.tsx';
import { Loaded, Waiting } from '../parts/loaded.tsx';
import { Nothing, Page, Section } from '../parts/page.tsx';
import { matchQualityQuery } from '../queries.ts';
import { useTexts } from '../texts.ts';
import { Models } from './models.tsx';
import { Reliability } from './reliability.tsx';
import { Weeks } from './weeks.tsx';

export function QualityPage() {
  const { t } = useTexts();
  const query = useQuery(matchQualityQuery);
  return (
    <Page title={t('quality.title')} above={<Go to="/reviews">{t('quality.toReviews')}</Go>}>
      <Loaded query={query} waiting={<Waiting rows={6} height={80} />}>
        {(quality) => <Parts quality={quality} />}
      </Loaded>
    </Page>
  );
}

function Parts({ quality }: { quality: MatchQuality }) {
  const { t } = useTexts();
  return (
    <Stack gap="lg">
      {quality.recomparing && (
        <Alert variant="light" role="status">
          {t('quality.recomparing')}
        </Alert>
      )}
      <Figures quality={quality} />
      {quality.judged === 0 ? (
        <Nothing title={t('quality.none')}>{t('quality.noneText')}</Nothing>
      ) : (
        <Section title={t('quality.reliability')}>
          <Reliability bins={quality.bins} />
        </Section>
      )}
      {quality.weeks.length > 0 && (
        <Section title={t('quality.overTime')}>
          <Weeks weeks={quality.weeks} />
        </Section>
      )}
      <Section title={t('quality.models')}>
        <Models models={quality.models} />
      </Section>
    </Stack>
  );
}

function Figures({ quality: { judged, askedShare, ece } }: { quality: MatchQuality }) {
  const { t, format } = useTexts();
  const figures = [
    { name: t('quality.judged'), value: format.number(judged) },
    { name: t('quality.askedShare'), value: format.percent(askedShare), hint: t('quality.askedShareHint') },
    ...(ece === null ? [] : [{ name: t('quality.ece'), value: format.fine(ece), hint: t('quality.eceHint') }]),
  ];
  return (
    <Group component="dl" gap="xl" m={0} align="flex-start">
      {figures.map(({ name, value, hint }) => (
        <div key={name} style={{ flex: '0 1 18rem' }}>
          <Text component="dt" size="sm">
            {name}
          </Text>
          <Text component="dd" m={0} fz="1.6rem" fw={600}>
            {value}
          </Text>
          {hint && (
            <Text component="dd" m={0} size="xs" c="dimmed">
              {hint}
            </Text>
          )}
        </div>
      ))}
    </Group>
  );
}
