/** A worker process for the crash test: works on the shelf until it is killed. */
import { openApp } from '../src/app.ts';
import { createLog } from '../src/platform/log.ts';
import { shelf } from './shelf.ts';
import { testConfig } from './world.config.ts';

const [databaseUrl = '', port = ''] = process.argv.slice(2);
const config = testConfig({
  DATABASE_URL: databaseUrl,
  VARIORUM_CONNECT_TO: `*=127.0.0.1:${port}`,
  VARIORUM_CONCURRENCY: '4',
});
const app = await openApp(config, createLog('silent'), [shelf('alpha')]);
app.work();
process.send?.('working');
