/** Fields for expressions are written in letters of one width. */
export const mono = { input: { fontFamily: 'var(--mantine-font-family-monospace)' } };
