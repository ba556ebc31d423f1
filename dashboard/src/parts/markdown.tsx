/** A text from a source: Markdown without HTML; its links tell nobody where they were found, its pictures are links. */
import { Typography } from '@mantine/core';
import type { ReactNode } from 'react';
import Markdown, { type Components } from 'react-markdown';
import { useTexts } from '../texts.ts';
import { Out } from './link.tsx';

// A description stands below a heading of the page, so its own headings must not outrank that.
const heading = ({ children }: { children?: ReactNode }) => <h3>{children}</h3>;

const components: Components = {
  a: ({ href, children }) => <Out url={href ?? ''}>{children}</Out>,
  img: function Picture({ src, alt }) {
    const { t } = useTexts();
    return <Out url={typeof src === 'string' ? src : ''}>{t('markdown.picture', { text: alt || '…' })}</Out>;
  },
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
};

export function SourceText({ text, language }: { text: string; language: string | null }) {
  return (
    <Typography className="markdown" {...(language !== null && { lang: language })}>
      <Markdown skipHtml components={components}>
        {text}
      </Markdown>
    </Typography>
  );
}
