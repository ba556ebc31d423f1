import { describe, expect, test } from 'vitest';
import { createLog, type LogLevel } from './log.ts';

function logged(level: LogLevel, write: (log: ReturnType<typeof createLog>) => void): string {
  let text = '';
  write(
    createLog(level, {
      write: (line) => {
        text += line;
      },
    }),
  );
  return text;
}

describe('createLog', () => {
  test('writes one JSON document a line, with an ISO time', () => {
    const text = logged('info', (log) => log.info({ source: 'apero' }, 'run closed'));
    expect(JSON.parse(text)).toMatchObject({ level: 30, source: 'apero', msg: 'run closed' });
    expect(JSON.parse(text).time).toMatch(/^\d{4}-\d\d-\d\dT/);
    expect(text.endsWith('\n')).toBe(true);
  });

  test('keeps quiet below its level', () => {
    expect(logged('warn', (log) => log.info('chatter'))).toBe('');
  });

  test.each([
    ['a member', { password: 'hunter2' }],
    ['a nested member', { llm: { apiKey: 'hunter2' } }],
    ['a deeply nested member', { request: { headers: { authorization: 'Bearer hunter2' } } }],
    ['a cookie', { headers: { cookie: 'hunter2', 'set-cookie': 'hunter2' } }],
    ['a connection string', { url: 'postgres://app:hunter2@127.0.0.1:5432/app' }],
    ['an error that quotes a connection string', { err: new Error('postgres://app:hunter2@db/app is down') }],
  ])('hides a secret in %s', (_, context) => {
    const text = logged('info', (log) => log.info(context, 'hello'));
    expect(text).not.toContain('hunter2');
    expect(text).toContain('(secret)');
    expect(JSON.parse(text).msg).toBe('hello');
  });

  test('hides a secret in the message itself and leaves other URLs alone', () => {
    const text = logged('info', (log) => log.info('postgresql://u:hunter2@h/d http://a.example:8080/x@y'));
    expect(JSON.parse(text).msg).toBe('postgresql://u:(secret)@h/d http://a.example:8080/x@y');
  });
});
