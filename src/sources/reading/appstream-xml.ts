/**
 * The XML form of an AppStream catalogue (https://www.freedesktop.org/software/appstream/docs/chap-CatalogData.html):
 * cut into components without parsing them all, since most are no games, and each brought into the shape of DEP-11.
 */
import { DomUtils } from 'htmlparser2';
import { type HtmlNode, parseHtml, textOf } from './html.ts';
import { xmlItems } from './xml-value.ts';

type Element = Extract<HtmlNode, { attribs: unknown }>;
type Value = Record<string, unknown>;

/** Texts of components, one by one; `number` counts from 1. */
export const xmlComponents = (text: string) => xmlItems(text, 'component');

/** A component in the shape of DEP-11; null when it is no component or nests too deep. */
export function componentFromXml(text: string): Value | null {
  const { tree, cut } = parseHtml(text, { xmlMode: true });
  const root = tree.children.find(isElement);
  if (cut || root?.name !== 'component') return null;
  const component: Value = { Type: root.attribs.type ?? 'generic' };
  for (const element of root.children.filter(isElement)) {
    const read = Object.hasOwn(elements, element.name) ? elements[element.name] : undefined;
    if (read) read(component, element);
    else component[element.name] ??= innerText(element);
  }
  return component;
}

const isElement = (node: HtmlNode): node is Element => 'attribs' in node;
const childrenOf = (element: Element, ...names: string[]): Element[] =>
  element.children.filter(isElement).filter((child) => names.length === 0 || names.includes(child.name));
const innerText = (element: Element): string => textOf(element.children).trim();
const languageOf = (element: Element, otherwise = 'C') => element.attribs['xml:lang'] ?? otherwise;

type Reader = (component: Value, element: Element) => void;

const simple =
  (key: string): Reader =>
  (component, element) => {
    component[key] ??= innerText(element);
  };

/** `<name>Cave</name><name xml:lang="de">Höhle</name>`: one key, a text for each language. */
const translated =
  (key: string): Reader =>
  (component, element) => {
    put(component, key, languageOf(element), innerText(element));
  };

const many =
  (key: string, read: (element: Element) => unknown, ...names: string[]): Reader =>
  (component, element) => {
    const standing = component[key];
    component[key] = [...(Array.isArray(standing) ? standing : []), ...childrenOf(element, ...names).map(read)];
  };

/** The first text of a language stands. */
function put(value: Value, key: string, inner: string, text: string): void {
  const standing = value[key];
  const object = typeof standing === 'object' && standing !== null ? standing : {};
  value[key] = Object.hasOwn(object, inner) ? object : { ...object, [inner]: text };
}

const elements: Record<string, Reader> = {
  id: simple('ID'),
  pkgname: simple('Package'),
  name: translated('Name'),
  summary: translated('Summary'),
  description: readDescription,
  project_license: simple('ProjectLicense'),
  project_group: simple('ProjectGroup'),
  developer_name: translated('DeveloperName'),
  developer: (component, element) => {
    const developer: Value = {};
    for (const name of childrenOf(element, 'name')) put(developer, 'name', languageOf(name), innerText(name));
    component.Developer ??= developer;
  },
  url: (component, element) => put(component, 'Url', element.attribs.type ?? 'homepage', innerText(element)),
  categories: many('Categories', innerText, 'category'),
  screenshots: many('Screenshots', readScreenshot, 'screenshot'),
  releases: many('Releases', readRelease, 'release'),
  languages: many('Languages', (lang) => ({ locale: innerText(lang), percentage: lang.attribs.percentage }), 'lang'),
  replaces: many('Replaces', (id) => ({ id: innerText(id) }), 'id'),
  provides: (component, element) => {
    component.Provides ??= { ids: childrenOf(element, 'id').map(innerText) };
  },
  icon: simple('Icon'),
  keywords: simple('Keywords'),
  launchable: simple('Launchable'),
  bundle: simple('Bundles'),
  content_rating: simple('ContentRating'),
  branding: simple('Branding'),
  agreement: simple('Agreements'),
  translation: simple('Translation'),
  requires: simple('Requires'),
  recommends: simple('Recommends'),
  supports: simple('Supports'),
  suggests: simple('Suggests'),
  extends: simple('Extends'),
  custom: simple('Custom'),
  metadata: simple('Custom'),
  tags: simple('Tags'),
  references: simple('References'),
  name_variant_suffix: simple('NameVariantSuffix'),
  compulsory_for_desktop: simple('CompulsoryForDesktops'),
  metadata_license: simple('MetadataLicense'),
  architectures: simple('Architectures'),
  mimetypes: simple('MimeTypes'),
  kudos: simple('Kudos'),
  source_pkgname: simple('SourcePackage'),
};

/** Languages differ by description in a catalogue, by paragraph or item in a file of one program. */
function readDescription(component: Value, element: Element): void {
  const own = languageOf(element);
  const texts = new Map<string, string>();
  const add = (language: string, html: string) => texts.set(language, (texts.get(language) ?? '') + html);
  for (const block of childrenOf(element)) {
    const language = languageOf(block, own);
    if (block.name === 'ul' || block.name === 'ol') {
      const items = Map.groupBy(childrenOf(block, 'li'), (item) => languageOf(item, language));
      for (const [each, list] of items) add(each, `<${block.name}>${list.map(htmlOf).join('')}</${block.name}>`);
    } else add(language, htmlOf(block));
  }
  if (childrenOf(element).length === 0) add(own, DomUtils.getInnerHTML(element));
  for (const [language, html] of texts) put(component, 'Description', language, html);
}

const htmlOf = (element: Element): string => DomUtils.getOuterHTML(element);

function readScreenshot(element: Element): Value {
  const images = childrenOf(element, 'image');
  const source = images.find((image) => (image.attribs.type ?? 'source') === 'source') ?? images[0];
  const captions: Value = {};
  for (const caption of childrenOf(element, 'caption'))
    put(captions, 'caption', languageOf(caption), innerText(caption));
  return { ...captions, ...(source && { 'source-image': { url: innerText(source) } }) };
}

function readRelease({ attribs }: Element): Value {
  const { version, type, timestamp, date } = attribs;
  return { version, type, 'unix-timestamp': timestamp, date };
}
