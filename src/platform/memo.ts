/** Remembers an answer for a moment, so that many readers of one page cost one query. */
export function remember<T>(ms: number, ask: () => Promise<T>): () => Promise<T> {
  let known: { at: number; answer: Promise<T> } | null = null;
  return () => {
    const at = performance.now();
    if (known === null || at - known.at > ms) {
      const answer = ask();
      known = { at, answer };
      answer.catch(() => {
        known = null;
      });
    }
    return known.answer;
  };
}
