/** Whose word it is: a source's name as a badge that leads to the page where it says so, or to the source itself. */
import { Badge } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../texts.ts';

export function SourceBadge({ source }: { source: string }) {
  return (
    <Badge
      variant="default"
      tt="none"
      radius="sm"
      fw={500}
      className="aboveRowLink"
      miw="max-content"
      style={{ cursor: 'pointer' }}
      renderRoot={(props) => <Link to="/sources/$name" params={{ name: source }} {...props} />}
    >
      {source}
    </Badge>
  );
}

/** Opens the source's own page about this game. */
export function SaidBy({ source, url }: { source: string; url: string }) {
  const { t } = useTexts();
  return (
    <Badge
      variant="default"
      tt="none"
      radius="sm"
      fw={500}
      component="a"
      href={/^https?:/i.test(url) ? url : undefined}
      target="_blank"
      rel="noreferrer noopener nofollow"
      title={t('value.openPage', { url })}
      miw="max-content"
      style={{ cursor: 'pointer' }}
    >
      {source}
    </Badge>
  );
}
