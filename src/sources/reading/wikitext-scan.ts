/**
 * Where templates stand in wikitext, exactly: nested ones, links whose pipes are not theirs, and text that is hidden from
 * them (comments, nowiki, pre). One pass with a stack of bounded depth, so that no page can make it slow.
 */

/** A piece between two pipes of a template; `equals` is where its name ends and its value begins. */
export type WikiPart = { start: number; end: number; equals: number | null };
export type WikiBraces = {
  /** `{{…}}` or `{{{…}}}`. */
  kind: 'template' | 'argument';
  start: number;
  end: number;
  parts: WikiPart[];
  inside: WikiNode[];
};
/** Text that is not to be read as markup; `from` and `to` enclose what stands in it. */
export type WikiHidden = { kind: 'hidden'; tag: string; start: number; end: number; from: number; to: number };
export type WikiNode = WikiBraces | WikiHidden;

/** `unclosed`: where templates begin that never end. */
export type WikiScan = { nodes: WikiNode[]; unclosed: number[] };

/** MediaWiki itself expands no deeper; braces beyond it are text. */
const deepest = 40;

type Frame = Pick<WikiBraces, 'start' | 'parts' | 'inside'> & {
  kind: WikiBraces['kind'] | 'link';
  partStart: number;
  equals: number | null;
};

const hiding = 'nowiki|pre|syntaxhighlight|source|math|includeonly|script|style';

/** Finds the templates of a page; those in templates stand in their `inside`. Never throws. */
export function scanWikitext(text: string): WikiScan {
  const tokens = new RegExp(`\\{{2,}|\\}{2,}|\\[\\[|\\]\\]|[|=]|<!--|<(?:${hiding})(?=[\\s/>])`, 'gi');
  const hidden = hiddenFinder(text);
  const stack: Frame[] = [];
  const nodes: WikiNode[] = [];
  const siblings = () => stack.at(-1)?.inside ?? nodes;

  /** What was taken for the beginning of something is text after all. */
  const abandon = () => {
    const frame = stack.pop();
    if (frame) for (const node of frame.inside) siblings().push(node);
  };
  const abandonLinks = () => {
    if (stack.some(({ kind }) => kind !== 'link')) while (stack.at(-1)?.kind === 'link') abandon();
  };
  const open = (kind: Frame['kind'], start: number, partStart: number) => {
    if (stack.length < deepest) stack.push({ kind, start, parts: [], partStart, equals: null, inside: [] });
  };
  const cutPart = (frame: Frame, at: number) => {
    frame.parts.push({ start: frame.partStart, end: at, equals: frame.equals });
    frame.partStart = at + 1;
    frame.equals = null;
  };

  for (let token = tokens.exec(text); token !== null; token = tokens.exec(text)) {
    const [sign] = token;
    const at = token.index;
    const top = stack.at(-1);
    if (sign[0] === '<') {
      const node = hidden(sign.slice(1).toLowerCase(), at);
      if (node) {
        siblings().push(node);
        tokens.lastIndex = node.end;
      }
    } else if (sign[0] === '{') {
      for (let left = sign.length; left > 1; ) {
        const size = left === 3 ? 3 : 2;
        const start = at + sign.length - left;
        open(size === 3 ? 'argument' : 'template', start, start + size);
        left -= size;
      }
    } else if (sign[0] === '}') {
      abandonLinks();
      for (let left = sign.length; left > 1; ) {
        const frame = stack.at(-1);
        if (!frame || frame.kind === 'link') break;
        const size = frame.kind === 'argument' && left > 2 ? 3 : 2;
        const start = frame.kind === 'argument' && size === 2 ? frame.start + 1 : frame.start;
        const from = at + sign.length - left;
        cutPart(frame, from);
        stack.pop();
        const kind = size === 3 ? 'argument' : 'template';
        siblings().push({ kind, start, end: from + size, parts: frame.parts, inside: frame.inside });
        left -= size;
        abandonLinks();
      }
    } else if (sign === '[[') {
      if (top) open('link', at, at + 2);
    } else if (sign === ']]') {
      if (top?.kind === 'link') abandon();
    } else if (sign === '|') {
      // A pipe that begins a line begins a parameter: the link before it was never closed.
      if (top?.kind === 'link' && beginsLine(text, at)) abandonLinks();
      const frame = stack.at(-1);
      if (frame && frame.kind !== 'link') cutPart(frame, at);
    } else if (top && top.kind !== 'link' && top.parts.length > 0) top.equals ??= at;
  }
  const unclosed = stack.filter(({ kind }) => kind === 'template').map(({ start }) => start);
  while (stack.length > 0) abandon();
  return { nodes, unclosed };
}

function beginsLine(text: string, at: number): boolean {
  let before = at - 1;
  while (text[before] === ' ' || text[before] === '\t') before -= 1;
  return text[before] === '\n';
}

/** Finds the end of what begins to hide; null when it never ends. An end that was not found is not searched again. */
function hiddenFinder(text: string): (tag: string, at: number) => WikiHidden | null {
  const endless = new Set<string>();
  const find = (end: RegExp, from: number): [number, number] | null => {
    if (endless.has(end.source)) return null;
    end.lastIndex = from;
    const found = end.exec(text);
    if (!found) endless.add(end.source);
    return found ? [found.index, end.lastIndex] : null;
  };
  return (tag, start) => {
    if (tag === '!--') {
      const close = find(/-->/g, start + 4);
      return close && { kind: 'hidden', tag: 'comment', start, end: close[1], from: start + 4, to: close[0] };
    }
    const bracket = find(/>/g, start);
    if (!bracket) return null;
    const [before, from] = bracket;
    if (text[before - 1] === '/') return { kind: 'hidden', tag, start, end: from, from, to: from };
    const close = find(new RegExp(`</${tag}\\s{0,9}>`, 'gi'), from);
    return close && { kind: 'hidden', tag, start, end: close[1], from, to: close[0] };
  };
}
