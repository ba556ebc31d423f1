import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig, settings } from './config.ts';

function mistakes(env: Record<string, string>): string[] {
  const read = readConfig(env);
  return read.ok ? [] : read.mistakes;
}

describe('readConfig', () => {
  test('needs nothing', () => {
    expect(readConfig({})).toEqual({
      ok: true,
      config: {
        databaseUrl: null,
        dir: resolve('var'),
        host: '127.0.0.1',
        port: 8080,
        publicUrl: null,
        reconcile: 'open',
        contact: null,
        connectTo: [],
        hostDelayMs: null,
        fetchTimeoutMs: 30_000,
        maxBodyBytes: 64_000_000,
        concurrency: 16,
        logLevel: 'info',
        llm: null,
        sourceSettings: { VARIORUM_DEBIAN_ARCHIVE: undefined },
      },
    });
  });

  test('reads every setting', () => {
    const read = readConfig({
      DATABASE_URL: 'postgresql://app:secret@db.example:5432/games',
      VARIORUM_DIR: '/srv/variorum',
      HOST: '::',
      PORT: '0',
      VARIORUM_CONTACT: 'editor@games.example',
      VARIORUM_DEBIAN_ARCHIVE: 'https://archive.example/debian',
      VARIORUM_CONNECT_TO: 'apero.ru:80=127.0.0.1:9000',
      VARIORUM_HOST_DELAY_MS: '0',
      VARIORUM_FETCH_TIMEOUT_MS: '500',
      VARIORUM_MAX_BODY_MB: '1',
      VARIORUM_CONCURRENCY: '2',
      LOG_LEVEL: 'debug',
      LLM_URL: 'http://127.0.0.1:11434/v1',
      LLM_MODEL: 'small',
      LLM_API_KEY: 'key',
    });
    expect(read).toMatchObject({
      ok: true,
      config: {
        databaseUrl: 'postgresql://app:secret@db.example:5432/games',
        dir: '/srv/variorum',
        host: '::',
        port: 0,
        contact: 'editor@games.example',
        connectTo: [{ host: 'apero.ru', port: 80, toAddress: '127.0.0.1', toPort: 9000 }],
        hostDelayMs: 0,
        fetchTimeoutMs: 500,
        maxBodyBytes: 1_000_000,
        concurrency: 2,
        logLevel: 'debug',
        llm: { url: 'http://127.0.0.1:11434/v1', model: 'small', apiKey: 'key' },
        sourceSettings: { VARIORUM_DEBIAN_ARCHIVE: 'https://archive.example/debian' },
      },
    });
  });

  test('takes an empty variable as unset', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toEqual(readConfig({}));
  });

  test('reports all mistakes at once: which variable, what it is, what was expected', () => {
    expect(mistakes({ PORT: '80a', LOG_LEVEL: 'loud', VARIORUM_MAX_BODY_MB: '0', LLM_URL: 'http://m/' })).toEqual([
      'LLM_MODEL is not set, but LLM_URL is: name the model.',
      'PORT is "80a": expected a whole number from 0 to 65535.',
      'VARIORUM_MAX_BODY_MB is "0": expected a whole number from 1 to 1024.',
      'LOG_LEVEL is "loud": expected one of fatal, error, warn, info, debug, trace, silent.',
    ]);
  });

  test.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '1e3'],
    ['HOST', 'a host'],
    ['VARIORUM_CONTACT', 'nobody'],
    ['VARIORUM_CONTACT', 'http://a.example/\r\nX: 1'],
    ['VARIORUM_DEBIAN_ARCHIVE', 'ftp://archive.example'],
    ['VARIORUM_CONNECT_TO', 'apero.ru'],
    ['VARIORUM_HOST_DELAY_MS', '1.5'],
    ['LLM_URL', 'file:///etc/passwd'],
  ])('refuses %s=%j', (name, value) => {
    expect(mistakes({ [name]: value, LLM_MODEL: 'm', LLM_URL: 'http://m/', [name]: value })).toEqual([
      expect.stringMatching(new RegExp(`^${name} is .+: expected .+\\.$`)),
    ]);
  });

  test('never repeats a secret', () => {
    expect(mistakes({ DATABASE_URL: 'mysql://root:hunter2@db/x' })).toEqual([
      'DATABASE_URL is unreadable (a secret, hence not shown): expected postgres://user:password@host:port/database.',
    ]);
  });
});

describe('settings', () => {
  test('describes every variable, its default being one that can be read', () => {
    for (const { what } of settings) expect(what).not.toBe('');
    const defaults = settings.flatMap(({ name, default: value }) => (value === null ? [] : [[name, value]]));
    expect(readConfig(Object.fromEntries(defaults))).toEqual(readConfig({}));
    expect(settings).toContainEqual(expect.objectContaining({ name: 'PORT', default: '8080' }));
    expect(settings).toContainEqual(expect.objectContaining({ name: 'LLM_API_KEY', default: null }));
  });
});
