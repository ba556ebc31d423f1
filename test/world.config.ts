/** Settings for tests: silent, impatient, and without politeness towards our own loopback. */
import { type Config, readConfig } from '../src/platform/config.ts';

export function testConfig(env: Record<string, string>): Config {
  const read = readConfig({
    LOG_LEVEL: 'silent',
    VARIORUM_HOST_DELAY_MS: '0',
    VARIORUM_FETCH_TIMEOUT_MS: '1000',
    ...env,
  });
  if (!read.ok) throw new Error(read.mistakes.join(' '));
  return read.config;
}
