/**
 * Documents of the Treaty of Babel (iFiction, https://babel.ifarchive.org/babel_rev7.html): `<ifindex><story>…</story>…`,
 * each story as an object of its parts. Drafts before the Treaty (version 0.9) are brought into its shape.
 */
import { account } from './account.ts';
import { type HtmlNode, textOf } from './html.ts';
import { ifidOfMd5 } from './if-terms.ts';
import { line } from './text.ts';
import { elementsOf, textsOf, type XmlObject, type XmlValue, xmlValue } from './xml-value.ts';

export type IfictionDocument =
  | { kind: 'stories'; stories: XmlObject[] /** Parts of the document beside its stories. */; others: string[] }
  /** The reason continues a sentence that begins with the document's address. */
  | { kind: 'broken'; reason: string };

/** Reads a document. In texts line ends stand for `<br/>` alone: by the Treaty all other white space is one space. */
export function readIfiction(text: string): IfictionDocument {
  const document = xmlValue(text, leafText);
  if (document === null) return { kind: 'broken', reason: 'holds no XML, or nests it deeper than any record does' };
  if (document.name !== 'ifindex')
    return { kind: 'broken', reason: `holds <${line(document.name, 40)}>, not <ifindex>` };
  const { story = [], ...others } = document.value;
  const stories = [story].flat().map((each) => (typeof each === 'string' ? {} : treatyShape(each)));
  const unknown = account(others, 'ifindex').unread();
  const complete = /<\/(?:[\w-]{1,40}:)?ifindex\s*>\s*$/.test(text.slice(-10_000));
  if (stories.length === 0) return { kind: 'broken', reason: 'holds no <story>' };
  if (complete) return { kind: 'stories', stories, others: unknown };
  if (stories.length === 1)
    return { kind: 'broken', reason: 'ends without </ifindex>, so that its only story may be cut' };
  const trouble = 'the document ends without </ifindex>: its last story is left out';
  return { kind: 'stories', stories: stories.slice(0, -1), others: [...unknown, trouble] };
}

function leafText(nodes: HtmlNode[]): string {
  const pieces = nodes.map((node) => {
    if ('name' in node && node.name === 'br') return '\n';
    return ('data' in node ? node.data : textOf([node])).replace(/\s+/g, ' ');
  });
  return pieces.join('').replace(/ *\n */g, '\n');
}

/** What drafts call otherwise: `<id>` for each release, and the bibliographic elements directly in the story. */
function treatyShape(written: XmlObject): XmlObject {
  const story = Object.fromEntries(Object.entries(written).filter(([, value]) => value !== ''));
  if (story.identification !== undefined || story.id === undefined) return story;
  const { id, title, author, headline, genre, year, group, teaser, description, language, ...others } = story;
  const ids = elementsOf(account({ id }), 'id');
  const format = ids.flatMap((each) => textsOf(each, 'format'))[0];
  const ifids = ids.map((each) => draftIfid(each.object('zcode'), format, each.text('md5')) ?? '').filter(Boolean);
  const texts = { title, author, headline, genre, group, language };
  const bibliographic = given({ ...texts, firstpublished: year, description: description ?? teaser });
  return { ...others, identification: given({ ifid: ifids, format }), bibliographic };
}

function given(values: Record<string, XmlValue | undefined>): XmlObject {
  const known = Object.entries(values).filter((entry): entry is [string, XmlValue] => entry[1] !== undefined);
  return Object.fromEntries(known);
}

type Part = ReturnType<typeof account>;

/** The IFID that the Treaty gives a story file by its header; undefined where the draft does not name enough of it. */
function draftIfid(header: Part, format: string | undefined, md5: string | undefined): string | undefined {
  const [release, serial, checksum] = ['release', 'serial', 'checksum'].map((name) => header.text(name));
  if (release === undefined || serial === undefined) return md5 && ifidOfMd5(format, md5);
  const code = serial
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '-')
    .padEnd(6, '-');
  const stem = `ZCODE-${release}-${code}`;
  // Infocom's files, whose serials begin with 8, and those without a date have no reliable checksum.
  if (!/^[0-79]/.test(code) || /^(?:000000|999999)$/.test(code)) return stem;
  return checksum === undefined ? undefined : `${stem}-${checksum.toUpperCase().padStart(4, '0')}`;
}
