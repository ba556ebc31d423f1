import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What a file costs, by its kind, cheapest first: rules, then the database, the whole program, the slow tests of it, the browser. */
const kinds = [
  /\.pg\.test\.ts$|embedded|launch/,
  /[/\\]test[/\\]/,
  /[/\\](cli|crash|ill-sources)\.test\.ts$/,
  /\.browser\.test\.ts$/,
];
const costOf = (file: string): number => kinds.findLastIndex((kind) => kind.test(file));

class CheapestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return [...files].sort((a, b) => costOf(a.moduleId) - costOf(b.moduleId) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}

/** Files share no state, hence one process serves many; a database a file, cloned from a template. */
export default defineConfig({
  test: {
    isolate: false,
    pool: 'forks',
    globalSetup: ['test/postgres.setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    include: ['src/**/*.test.ts', 'dashboard/src/**/*.test.ts', 'test/**/*.test.ts'],
    sequence: { sequencer: CheapestFirst },
  },
});
