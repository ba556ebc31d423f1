/**
 * HTML in wikitext: the tags a wiki allows stay, without attributes but a link's address; the wiki's own tags are
 * resolved; every other `<` is text, as it is for the wiki.
 */
import { hideMarkup } from './wikitext-templates.ts';

const words = (list: string) => new Set(list.split(' '));
const allowed = words(
  'a abbr b bdi bdo big blockquote br caption center cite code dd del dfn div dl dt em font h1 h2 h3 h4 h5 h6 hr i img ins kbd ' +
    'li mark ol p q ruby s samp small span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr',
);
/** Tags of the wiki that mean nothing for a text that is read by itself. */
const silent = words('noinclude onlyinclude gallery poem references nowiki section tabber');

/** Resolves the tags of a page whose templates are replaced. Never throws. */
export function settleTags(text: string): string {
  if (!text.includes('<')) return text;
  let notes = 0;
  return writeGalleries(text).replace(
    /<pre>[^<]*<\/pre>|<(\/?)([a-z][a-z\d]*)((?:[\s/][^<>]*)?)>|</gi,
    (all, slash: string | undefined, written = '', attributes = '') => {
      // What was hidden from the wiki; a `<pre>` without an end is text.
      if (all.startsWith('<pre>') && all.length > 5) return all;
      const name = written.toLowerCase();
      const isEnd = slash === '/';
      if (name === 'ref') {
        if (attributes.endsWith('/') || (isEnd && notes === 0)) return '';
        notes += isEnd ? -1 : 1;
        return isEnd ? ')' : ' (';
      }
      if (allowed.has(name)) return `<${slash}${name}${isEnd ? '' : address(name, attributes)}>`;
      return silent.has(name) ? '' : `&lt;${all.slice(1)}`;
    },
  );
}

/** Only links and pictures keep an attribute: where they lead. */
function address(name: string, attributes: string): string {
  if (name !== 'a' && name !== 'img') return '';
  const form =
    name === 'a'
      ? /\shref\s{0,9}=\s{0,9}("[^"]*"|'[^']*'|[^\s"'>]+)/i
      : /\ssrc\s{0,9}=\s{0,9}("[^"]*"|'[^']*'|[^\s"'>]+)/i;
  const value = form.exec(attributes)?.[1]?.replace(/^["']|["']$/g, '');
  return value === undefined ? '' : ` ${name === 'a' ? 'href' : 'src'}="${hideMarkup(value)}"`;
}

/** `<gallery>` holds a picture a line: `Файл:x.png|caption`. */
function writeGalleries(text: string): string {
  return text.replace(/<gallery\b[^<>]*>([^<]*)<\/gallery>/gi, (_, inside: string) =>
    inside
      .split('\n')
      .map((line) => (line.includes(':') && !line.includes('[[') ? `[[${line.trim()}]]` : line))
      .join('\n'),
  );
}
