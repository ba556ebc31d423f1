/** How a value of each field reads. A field nobody told us about is shown as it came. */
import { Text } from '@mantine/core';
import type { Value } from '../../../src/api/contract.ts';
import { Out } from '../parts/link.tsx';
import { useTexts } from '../texts.ts';

type Parts = Record<string, unknown>;

/** Fields whose values come in kinds: credits by role, tags and URLs by category. */
const grouping: Record<string, { by: string; names: string }> = {
  credits: { by: 'role', names: 'role' },
  tags: { by: 'category', names: 'tag' },
  urls: { by: 'category', names: 'url' },
  identifiers: { by: 'scheme', names: 'scheme' },
};

/** The kind of a value, as name and word, or null where values have none. */
export function kindOf(field: string, value: Value['value']): { names: string; word: string } | null {
  const group = grouping[field];
  if (!group || typeof value === 'string') return null;
  return { names: group.names, word: text(value[group.by]) };
}

export function ValueContent({
  field,
  value,
  language,
}: {
  field: string;
  value: Value['value'];
  language: string | null;
}) {
  const { name, format } = useTexts();
  const lang = language === null ? {} : { lang: language };
  if (typeof value === 'string') {
    const shown = field === 'releaseDate' ? format.edtf(value) : field === 'languages' ? format.language(value) : value;
    return /^https?:\/\//.test(value) ? <Out url={value} /> : <Text {...lang}>{shown}</Text>;
  }
  switch (field) {
    case 'credits':
      return value.url ? <Out url={text(value.url)}>{text(value.name)}</Out> : <Text>{text(value.name)}</Text>;
    case 'tags':
      return <Text>{text(value.name) || name('slug', text(value.slug))}</Text>;
    case 'urls':
      return (
        <Text component="span">
          <Out url={text(value.url)} />
          {value.description ? ` — ${text(value.description)}` : ''}
        </Text>
      );
    case 'identifiers':
      return <Text ff="monospace">{text(value.value)}</Text>;
    case 'alternativeTitles':
      return (
        <Text {...(value.language ? { lang: text(value.language) } : {})}>
          {text(value.title)}
          {value.language ? ` (${format.language(text(value.language))})` : ''}
        </Text>
      );
    default:
      return <Text>{plain(value)}</Text>;
  }
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function plain(value: Parts): string {
  return Object.entries(value)
    .map(([name, part]) => `${name}: ${typeof part === 'string' ? part : JSON.stringify(part)}`)
    .join(', ');
}
