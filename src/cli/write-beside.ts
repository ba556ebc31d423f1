/** Files that are written beside and put in place at the end: one that is half done is never found under its name. */
import { once } from 'node:events';
import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { Unusable } from './session.ts';

/** Calls `use` with a writer to the file; puts the file in place when it ends well, and leaves nothing when it does not. */
export async function writeBeside<T>(
  path: string,
  use: (write: (text: string) => Promise<void>) => Promise<T>,
): Promise<T> {
  const beside = `${path}.${process.pid}.part`;
  const out = createWriteStream(beside);
  let failure: Error | null = null;
  out.on('error', (error) => {
    failure = error;
  });
  const fail = (error: unknown): never => {
    throw new Unusable(`${path} cannot be written: ${error instanceof Error ? error.message : error}.`);
  };
  await once(out, 'open').catch(fail);
  try {
    const result = await use(async (text) => {
      if (failure) fail(failure);
      if (!out.write(text)) await once(out, 'drain').catch(fail);
    });
    out.end();
    if (!out.writableFinished) await once(out, 'finish').catch(fail);
    renameSync(beside, path);
    return result;
  } catch (error) {
    out.destroy();
    rmSync(beside, { force: true });
    throw error;
  }
}
