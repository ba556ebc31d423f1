/** Links: within the page (routed, typed), and out to the world (which learns nothing about us). */
import { Anchor, type AnchorProps, NavLink, type NavLinkProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react';
import { useTexts } from '../texts.ts';
import { Icon } from './icon.tsx';

type Html = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'color' | 'style'> & { ref?: Ref<HTMLAnchorElement> };

export const Go = createLink((props: AnchorProps & Html) => <Anchor {...props} />);
export const GoFromNav = createLink((props: NavLinkProps & Html) => <NavLink {...props} />);

/** Only web addresses become links: a source may say anything. */
export function Out({ url, children }: { url: string; children?: ReactNode }) {
  const { t } = useTexts();
  if (!/^https?:\/\//i.test(url)) return <span>{children ?? url}</span>;
  return (
    <Anchor href={url} target="_blank" rel="noreferrer noopener nofollow" inherit underline="always" className="long">
      {children ?? shortUrl(url)}
      <Icon name="out" label={t('link.newTab')} />
    </Anchor>
  );
}

export function shortUrl(url: string): string {
  const plain = readable(url)
    .replace(/^https?:\/\/(www\.)?/i, '')
    .replace(/\/$/, '');
  return plain.length > 70 ? `${plain.slice(0, 45)}…${plain.slice(-22)}` : plain;
}

/** As people read it: Cyrillic in the place of percent signs; signs nobody sees, which could turn a text around, stay coded. */
function readable(url: string): string {
  try {
    const text = decodeURI(url);
    return /\p{C}/u.test(text) ? url : text;
  } catch {
    return url;
  }
}
