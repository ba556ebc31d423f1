import { defineConfig } from 'drizzle-kit';

/** `npx drizzle-kit generate --name SUBJECT` writes the next migration from the table definitions. */
export default defineConfig({ dialect: 'postgresql', schema: './src/**/*.table.ts', out: './migrations' });
