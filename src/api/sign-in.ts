/** The one page that answers without a session. Plain HTML, so that it works before anything else does. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Auth } from './auth.ts';
import { escaped } from './html.ts';
import { type Language, languageOf, type TextKey, text } from './texts.ts';

const Form = z.object({
  email: z.string().max(300),
  password: z.string().max(1000),
  next: z.string().max(2000).optional(),
});

export function signInRoutes(server: FastifyInstance, auth: Auth, signedIn: (email: string) => Promise<void>): void {
  server.get('/sign-in', { schema: { hide: true } }, (request, reply) => {
    const next = (request.query as { next?: unknown }).next;
    return reply
      .type('text/html; charset=utf-8')
      .send(page(languageOf(request.headers['accept-language']), safeNext(next), null));
  });

  server.post('/sign-in', { schema: { hide: true } }, async (request, reply) => {
    const form = Form.safeParse(request.body);
    const language = languageOf(request.headers['accept-language']);
    const next = safeNext(form.data?.next);
    const result = form.success
      ? await auth.signIn(form.data.email.trim().toLowerCase(), form.data.password, request.ip)
      : null;
    if (result === null || result === 'later') {
      const status = result === 'later' ? 429 : 401;
      return reply
        .code(status)
        .type('text/html; charset=utf-8')
        .send(page(language, next, result === 'later' ? 'later' : 'wrong'));
    }
    if (form.success) await signedIn(form.data.email.trim().toLowerCase());
    return reply.header('set-cookie', result.cookies).redirect(next, 303);
  });

  server.post('/sign-out', { schema: { hide: true } }, async (request, reply) =>
    reply.header('set-cookie', await auth.signOut(headersOf(request))).redirect('/sign-in', 303),
  );
}

/** The request's headers as the web platform knows them. */
export function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) if (typeof value === 'string') headers.set(name, value);
  return headers;
}

/** Only a path of our own: a link must not send the signed-in person elsewhere. */
export function safeNext(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(next) ? next : '/';
}

function page(language: Language, next: string, problem: TextKey | null): string {
  const t = (key: TextKey) => escaped(text(language, key));
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t('title')}</title>
<link rel="icon" href="data:,">
<style>
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { display: grid; place-items: center; min-height: 100dvh; margin: 0 }
form { width: min(22rem, calc(100vw - 2rem)); display: grid; gap: .5rem }
h1 { margin: 0 0 .5rem }
input, button { font: inherit; padding: .6rem .7rem; border-radius: .4rem; border: 1px solid GrayText; width: 100%; box-sizing: border-box }
button { margin-top: .75rem; background: #1c5a9c; color: #fff; border-color: #1c5a9c; cursor: pointer }
:focus-visible { outline: 3px solid #4a90d9; outline-offset: 1px }
.problem { border-left: .3rem solid #c92a2a; padding: .3rem .7rem; margin: 0 }
.hint { font-size: .875rem; margin: .5rem 0 0 }
</style>
</head>
<body>
<main>
<form method="post" action="/sign-in">
<h1>${t('heading')}</h1>
${problem ? `<p class="problem" role="alert">${t(problem)}</p>` : ''}
<label for="email">${t('email')}</label>
<input id="email" name="email" type="email" autocomplete="username" required autofocus>
<label for="password">${t('password')}</label>
<input id="password" name="password" type="password" autocomplete="current-password" required>
<input type="hidden" name="next" value="${escaped(next)}">
<button type="submit">${t('submit')}</button>
<p class="hint">${t('hint')}</p>
</form>
</main>
</body>
</html>`;
}
