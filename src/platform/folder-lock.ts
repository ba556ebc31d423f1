/**
 * One process at a time, across processes, for as long as the work takes. SQLite serves for its lock alone: the
 * kernel releases it when its holder dies, however it dies, which a lock file of our own would not.
 */
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';

const retryMs = 25;
const sqliteBusy = 5;

/** Runs `work` while holding the lock `path` (a file, made when missing); waits for others up to `patienceMs`. */
export async function withLock<T>(path: string, work: () => Promise<T>, patienceMs = 180_000): Promise<T> {
  const lock = open(path);
  try {
    for (let waitedMs = 0; !take(lock, path); waitedMs += retryMs) {
      if (waitedMs >= patienceMs) throw new Error(`${path} is locked by another process: end it, then try again.`);
      await setTimeout(retryMs);
    }
    return await work();
  } finally {
    lock.close();
  }
}

function open(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path, { timeout: 0 });
  } catch (error) {
    throw cannotLock(path, error);
  }
}

function take(lock: DatabaseSync, path: string): boolean {
  try {
    lock.exec('begin exclusive');
    return true;
  } catch (error) {
    if (error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy) return false;
    throw cannotLock(path, error);
  }
}

function cannotLock(path: string, error: unknown): Error {
  const because = error instanceof Error ? error.message : String(error);
  return new Error(`${path} cannot be locked (${because}): check who owns the folder.`);
}
