/**
 * From bytes to text. Pages of the nineties declare the wrong charset or none, and a wrong guess would enter
 * the catalogue as gibberish: so what is declared is believed only as long as the bytes agree with it.
 */
import { isUtf8 } from 'node:buffer';
import sniff from 'html-encoding-sniffer';

export type DecodedText = { text: string; charset: string };

const utf8 = 'utf-8';
/** What undeclared Cyrillic is in, likeliest first. */
const cyrillicCharsets = ['windows-1251', 'koi8-r', 'ibm866'];
const latin = 'windows-1252';
/** Deep enough for pages whose scripts stand before their meta. */
const prescanBytes = 8192;
/** Enough text to tell charsets apart. */
const sampleBytes = 256 * 1024;
/** Broken letters are an accident in UTF-8 up to this share; text in another charset, read as UTF-8, is nearly all broken. */
const mostBrokenShare = 0.3;
/** So many times as many common letters, and so many more, it takes to overrule what is declared. */
const wrongTimes = 1.5;
const wrongMore = 10;

/** Decodes a body; `contentType` is the header. Never fails: what cannot be read becomes U+FFFD. */
export function decodeText(body: Uint8Array, contentType: string | null): DecodedText {
  const marked = byteOrderMark(body);
  if (marked) return decode(body, marked);
  const declared = [headerCharset(contentType), markupCharset(body, contentType)].filter((name) => name !== null);
  return decode(body, choose(body, declared));
}

function choose(body: Uint8Array, declared: string[]): string {
  // UTF-16 looks like ASCII with zeros between: valid UTF-8, but never meant so.
  const utf16 = declared.find((name) => name.startsWith('utf-16') && body.includes(0));
  if (utf16) return utf16;
  // Text in another charset is practically never valid UTF-8 by chance; ASCII is everything at once.
  if (isUtf8(body)) return isAscii(body) ? (declared[0] ?? utf8) : utf8;
  if (brokenShare(body) <= mostBrokenShare) return utf8;
  const sample = body.subarray(0, sampleBytes);
  const likely = likeliestCyrillic(sample);
  const others = declared.filter((name) => !name.startsWith('utf-'));
  // Latin is what servers say who were never asked, hence a second word counts more.
  const believed = others.find((name) => name !== latin) ?? others[0];
  if (!believed) return likely?.charset ?? 'windows-1251';
  const isLie = likely && likely.common >= wrongTimes * commonLetters(decode(sample, believed).text) + wrongMore;
  return isLie && (believed === latin || cyrillicCharsets.includes(believed)) ? likely.charset : believed;
}

function decode(body: Uint8Array, charset: string): DecodedText {
  return { text: new TextDecoder(charset).decode(body), charset };
}

/** The name a decoder is known by, or null. */
function knownCharset(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

function byteOrderMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return utf8;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}

function headerCharset(contentType: string | null): string | null {
  const label = /;\s*charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType ?? '')?.[1];
  return label ? knownCharset(label) : null;
}

/** What a meta element or an XML declaration says; JSON and plain text may quote markup, but do not speak it. */
function markupCharset(body: Uint8Array, contentType: string | null): string | null {
  if (contentType && /json|csv|text\/plain|javascript/i.test(contentType)) return null;
  const none = '';
  const label = sniff(body, { defaultEncoding: none, maxPrescanBytes: prescanBytes });
  return label === none ? null : knownCharset(label);
}

function isAscii(body: Uint8Array): boolean {
  return body.every((byte) => byte < 0x80);
}

/** Which part of what is not ASCII is no UTF-8. */
function brokenShare(body: Uint8Array): number {
  const text = new TextDecoder(utf8).decode(body);
  const foreign = count(text, /[^\0-\x7f]/g);
  return foreign === 0 ? 0 : count(text, /\ufffd/g) / foreign;
}

/** The charset in which the commonest Russian letters are common, if the text is mostly Cyrillic words in it. */
function likeliestCyrillic(sample: Uint8Array): { charset: string; common: number } | null {
  let best: { charset: string; common: number } | null = null;
  for (const charset of cyrillicCharsets) {
    const { text } = decode(sample, charset);
    const common = commonLetters(text);
    // Single letters prove nothing: French accents would be Cyrillic, too.
    const inWords = (text.match(/[Ѐ-ӿ]{3,}/g) ?? []).join('').length;
    if (inWords > count(text, /[^\0-\x7f]/g) / 2 && common > (best?.common ?? -1)) best = { charset, common };
  }
  return best;
}

function commonLetters(text: string): number {
  return count(text, /[оеаинт]/gi);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
