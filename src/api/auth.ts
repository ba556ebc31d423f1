/** Who may come in: accounts and sessions by better-auth, in a schema of their own. */
import { randomBytes } from 'node:crypto';
import { type BetterAuthOptions, betterAuth } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { admin } from 'better-auth/plugins';
import type pg from 'pg';
import { openPool } from '../platform/postgres.ts';

export type Account = { email: string; name: string };
export type Auth = {
  /** Who sends these headers, and the cookies to send back; null without a valid session. */
  session(headers: Headers): Promise<{ account: Account; cookies: string[] } | null>;
  /** Signs in; null when e-mail and password do not fit, `later` after too many tries. */
  signIn(email: string, password: string, address: string): Promise<{ cookies: string[] } | 'later' | null>;
  signOut(headers: Headers): Promise<string[]>;
  /** Creates the first administrator; null when there are accounts already. */
  firstAdministrator(): Promise<{ email: string; password: string } | null>;
  /** A new password for an account; null when there is no such account. */
  resetPassword(email: string): Promise<string | null>;
  close(): Promise<void>;
};

const schema = 'auth';
const addressHeader = 'x-variorum-address';
export const administrator = 'admin@variorum.local';

/** Opens the accounts of a catalogue; creates their tables at first. */
export async function openAuth(pool: pg.Pool, databaseUrl: string, publicUrl: string | null): Promise<Auth> {
  const origin = new URL(publicUrl ?? 'http://localhost').origin;
  const secret = await ownSecret(pool);
  const url = new URL(databaseUrl);
  url.searchParams.set('options', `-c search_path=${schema}`);
  const authPool = openPool(url.href, 'variorum-auth', 5);
  const options = {
    database: authPool,
    secret,
    baseURL: origin,
    basePath: '/auth',
    telemetry: { enabled: false },
    logger: { level: 'error' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10 },
    session: { expiresIn: 30 * 86_400, cookieCache: { enabled: true, maxAge: 60 } },
    rateLimit: { enabled: true, storage: 'memory', customRules: { '/sign-in/email': { window: 60, max: 10 } } },
    advanced: {
      cookiePrefix: 'variorum',
      useSecureCookies: origin.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [addressHeader] },
    },
    plugins: [admin()],
  } satisfies BetterAuthOptions;
  await createTables(pool, options);
  const auth = betterAuth(options);
  const call = (path: string, headers: Record<string, string>, body: object) =>
    auth.handler(
      new Request(`${origin}/auth${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin, ...headers },
        body: JSON.stringify(body),
      }),
    );
  return {
    async session(headers) {
      const { response, headers: answered } = await auth.api.getSession({ headers, returnHeaders: true });
      if (!response) return null;
      const { email, name } = response.user;
      return { account: { email, name }, cookies: answered?.getSetCookie() ?? [] };
    },
    async signIn(email, password, address) {
      const response = await call('/sign-in/email', { [addressHeader]: address }, { email, password });
      if (response.status === 429) return 'later';
      return response.ok ? { cookies: response.headers.getSetCookie() } : null;
    },
    async signOut(headers) {
      const response = await call('/sign-out', { cookie: headers.get('cookie') ?? '' }, {});
      return response.headers.getSetCookie();
    },
    async firstAdministrator() {
      const { rows } = await authPool.query('select 1 from "user" limit 1');
      if (rows.length > 0) return null;
      const password = newPassword();
      await auth.api.createUser({ body: { email: administrator, password, name: 'Administrator', role: 'admin' } });
      return { email: administrator, password };
    },
    async resetPassword(email) {
      const context = await auth.$context;
      const found = await context.internalAdapter.findUserByEmail(email);
      if (!found) return null;
      const password = newPassword();
      await context.internalAdapter.updatePassword(found.user.id, await context.password.hash(password));
      await authPool.query('delete from session where "userId" = $1', [found.user.id]);
      return password;
    },
    close: () => authPool.end(),
  };
}

const newPassword = () => randomBytes(12).toString('base64url');

async function createTables(pool: pg.Pool, options: BetterAuthOptions): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('variorum.auth'))");
    const { runMigrations } = await getMigrations(options);
    await runMigrations();
  } finally {
    await client.query("select pg_advisory_unlock(hashtext('variorum.auth'))").catch(() => undefined);
    client.release();
  }
}

/** The key that signs sessions: made once, kept in the database, so that every server of a catalogue shares it. */
async function ownSecret(pool: pg.Pool): Promise<string> {
  await pool.query(`create schema if not exists ${schema}`);
  await pool.query(
    `create table if not exists ${schema}.secret (one boolean primary key default true check (one), value text not null)`,
  );
  await pool.query(`insert into ${schema}.secret (value) values ($1) on conflict do nothing`, [
    randomBytes(32).toString('hex'),
  ]);
  const { rows } = await pool.query<{ value: string }>(`select value from ${schema}.secret`);
  return rows[0]?.value ?? '';
}
