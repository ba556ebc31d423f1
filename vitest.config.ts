import { defineConfig } from 'vitest/config';

/** One process for all files (they share no state), cheapest first; a database a file, cloned from a template. */
export default defineConfig({
  test: {
    isolate: false,
    pool: 'forks',
    globalSetup: ['test/postgres.setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    include: ['src/**/*.test.ts', 'dashboard/src/**/*.test.ts', 'test/**/*.test.ts'],
  },
});
