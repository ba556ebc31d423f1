/** What asking a website means to the rest of the program: one function from a request to an answer. */

export type Request = {
  url: string;
  /** Sent along, keys among them; not to another host that a redirect leads to. */
  headers?: Readonly<Record<string, string>>;
  /** A body to POST instead of a GET; a redirect drops it. */
  post?: string;
  /** Validators of the copy we hold; with one of them the answer may be `unchanged`. */
  etag?: string;
  lastModified?: string;
  /** The pace the source asks for; for whoever keeps the pace, the fetch itself does not wait. */
  hostDelayMs?: number;
};

export type Answer =
  | {
      kind: 'body';
      /** Where the bytes came from, after redirects. */
      url: string;
      status: number;
      contentType: string | null;
      /** Decompressed. */
      body: Uint8Array;
      etag: string | null;
      lastModified: string | null;
    }
  | { kind: 'unchanged' }
  | { kind: 'missing'; status: number }
  /** The host wants a pause, until this moment (milliseconds since 1970). */
  | { kind: 'pause'; untilMs: number; because: string }
  /** One sentence, with the URL. */
  | { kind: 'failed'; cause: FailureCause; message: string };

export type FailureCause =
  /** Neither silence nor slowness is waited for without end. */
  | 'timeout'
  | 'too-large'
  /** In a circle, too many, or to nowhere. */
  | 'redirects'
  /** Not a public address, or a port nobody serves pages on. */
  | 'refused-address'
  /** No name, no connection or no valid certificate. */
  | 'unreachable'
  /** Connected, then broken off. */
  | 'interrupted'
  /** An answer that is none: 500, 403, … */
  | 'status'
  /** Another scheme than http(s), or a server that speaks something else. */
  | 'not-http'
  | 'decompression';

/** Never throws for what the world does; throws the signal's reason when the caller gives up. */
export type Web = (request: Request, signal?: AbortSignal) => Promise<Answer>;

/** The bounds every answer is held to. */
export type WebLimits = {
  /** How long a site may keep silent; its whole answer, redirects included, may take four times that. */
  fetchTimeoutMs: number;
  /** A body's size as sent; decompressed it may have twice that. */
  maxBodyBytes: number;
};
