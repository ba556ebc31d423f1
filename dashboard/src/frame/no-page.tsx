/** Two pages that nobody asks for: an address without a page, and a page that failed to draw itself. */
import type { ErrorComponentProps } from '@tanstack/react-router';
import { Go } from '../parts/link.tsx';
import { ProblemBox } from '../parts/loaded.tsx';
import { Nothing, Page } from '../parts/page.tsx';
import { useTexts } from '../texts.ts';

export function NoSuchPage() {
  const { t } = useTexts();
  return (
    <Page title={t('noPage.title')}>
      <Nothing title={t('noPage.text')} actions={<Go to="/">{t('nav.overview')}</Go>} />
    </Page>
  );
}

export function PageFailed({ error, reset }: ErrorComponentProps) {
  return <ProblemBox error={error instanceof Error ? error : new Error(String(error))} retry={reset} />;
}
