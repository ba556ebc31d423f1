/** Why a page could not be had: travels as an error up to the one place that makes a sentence of it. */
import type { Answer, FailureCause } from './web.ts';

/** `because` completes the sentence "URL was not fetched: …". */
type Failure = Error & { failure: FailureCause };

export function failure(cause: FailureCause, because: string): Failure {
  return Object.assign(new Error(because), { failure: cause });
}

const byCode: Record<string, [FailureCause, string]> = {
  ENOTFOUND: ['unreachable', 'the name is not known'],
  EAI_AGAIN: ['unreachable', 'the name could not be looked up'],
  ECONNREFUSED: ['unreachable', 'the host refuses connections'],
  ETIMEDOUT: ['timeout', 'no connection came about in time'],
  UND_ERR_CONNECT_TIMEOUT: ['timeout', 'no connection came about in time'],
  UND_ERR_HEADERS_TIMEOUT: ['timeout', 'the site kept silent too long'],
  UND_ERR_BODY_TIMEOUT: ['timeout', 'the site kept silent too long in the middle of its answer'],
  UND_ERR_HEADERS_OVERFLOW: ['too-large', 'the headers of the answer are too large'],
  UND_ERR_SOCKET: ['interrupted', 'the connection broke off'],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['interrupted', 'the answer is shorter than announced'],
  ECONNRESET: ['interrupted', 'the connection broke off'],
  EPIPE: ['interrupted', 'the connection broke off'],
};

/** Turns whatever a fetch threw into its answer; what is no failure of the world is a bug and thrown on. */
export function failedAnswer(error: unknown, where: string): Answer {
  const [cause, because] = explain(error);
  return { kind: 'failed', cause, message: `${where} was not fetched: ${because}.` };
}

function explain(error: unknown): [FailureCause, string] {
  if (!(error instanceof Error)) throw error;
  if ('failure' in error) return [(error as Failure).failure, error.message];
  if (error.name === 'HTTPParserError') return ['not-http', 'the answer is not HTTP'];
  if (!('code' in error) || typeof error.code !== 'string') throw error;
  const known = byCode[error.code];
  if (known) return known;
  // Certificates, TLS, routes: many codes, one consequence.
  return ['unreachable', `no connection came about (${error.code}: ${firstLine(error.message)})`];
}

function firstLine(text: string): string {
  return text.split('\n', 1).join('').replace(/\.$/, '');
}
