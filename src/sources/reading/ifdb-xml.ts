/**
 * IFDB's answer as iFiction (https://ifdb.org/api/viewgame#ifiction) in the shape of its answer as JSON, which has the
 * same parts, so that one reader knows both.
 */
import { escapeHtml } from './html.ts';
import { readIfiction } from './ifiction.ts';
import { line } from './text.ts';
import { type XmlObject, type XmlValue, xmlValue } from './xml-value.ts';

/** The first story, or an object with IFDB's reason why there is none. Null: neither. */
export function answerFromXml(text: string): Record<string, unknown> | null {
  const document = readIfiction(text);
  if (document.kind === 'broken') return refusal(text);
  const [story = {}] = document.stories;
  const { identification, bibliographic, contact, contacts, ifdb, ...others } = story;
  const unknown = Object.fromEntries(document.others.map((path) => [line(path, 80), true]));
  return {
    ...unknown,
    ...others,
    identification: jsonIdentification(objectOf(identification)),
    bibliographic: asHtml(objectOf(bibliographic)),
    contacts: objectOf(contacts ?? contact),
    ifdb: jsonDetails(objectOf(ifdb)),
  };
}

/** `<viewgame><errorCode/><errorMessage/></viewgame>` */
function refusal(text: string): Record<string, unknown> | null {
  const answer = xmlValue(text);
  return answer?.name === 'viewgame' ? answer.value : null;
}

const jsonIdentification = ({ ifid = [], ...others }: XmlObject) => ({ ...others, ifids: [ifid].flat() });

function jsonDetails({ downloads, tags, ...others }: XmlObject) {
  const links = listOf(objectOf(objectOf(downloads).links).link);
  return {
    ...others,
    downloads: { links: links.map(({ isGame, ...link }) => ({ ...asHtml(link), isGame: isGame !== undefined })) },
    tags: listOf(objectOf(tags).tag).map(asHtml),
  };
}

/** In JSON texts are HTML, here plain; addresses are plain in both. */
function asHtml(values: XmlObject): XmlObject {
  const isText = (name: string, value: XmlValue): value is string => typeof value === 'string' && !/url$/i.test(name);
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    isText(name, value) ? escapeHtml(value).replaceAll('\n', '<br>') : value,
  ]);
  return Object.fromEntries(entries);
}

function objectOf(value: XmlValue | undefined): XmlObject {
  const [first] = [value ?? {}].flat();
  return typeof first === 'object' ? first : {};
}

const listOf = (value: XmlValue | undefined): XmlObject[] => [value ?? []].flat().map((each) => objectOf(each));
