/** Names of platforms and publishers stand in very many records: what was made of one is made once. */

/** Longer texts are seldom written twice the same. */
const longest = 200;

/** A function of texts that keeps its latest answers, at most `most` of them. */
export function remembered<Answer extends {}>(answer: (text: string) => Answer, most = 20_000): typeof answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = answer(text);
    if (known.size >= most) known.clear();
    if (text.length <= longest) known.set(text, made);
    return made;
  };
}
