/** What the API answers about sources, their pages, and the people on them; contract.ts has the rest. */
import { z } from 'zod';
import { name, time } from './contract.ts';

export const SourceRow = z
  .object({
    name,
    title: z.string(),
    homepage: z.string(),
    rank: z.number(),
    /** `unset`: a setting is missing; `why` says which. */
    state: z.enum(['ready', 'paused', 'unset']),
    why: z.string().nullable(),
    pages: z.number().int(),
    records: z.number().int(),
    broken: z.number().int(),
    failing: z.number().int(),
    waiting: z.number().int(),
    lastSuccess: time.nullable(),
    lastFailure: time.nullable(),
    lastError: z.string().nullable(),
    /** The recordings that confirm how it reads; null: written by the site's documentation only. */
    provenBy: z.string().nullable(),
    /** The site's own rules for programs. */
    terms: z.string().nullable(),
    /** Fields that suddenly vanished: what the source brings is held. */
    drifting: z.array(z.string()),
  })
  .meta({ id: 'SourceRow' });

export const PageRow = z
  .object({
    pageId: z.string(),
    url: z.string(),
    state: z.enum(['discovered', 'fetched', 'moved', 'broken', 'missing']),
    reason: z.string().nullable(),
    lastChecked: time.nullable(),
    lastImported: time.nullable(),
    failureCount: z.number().int(),
    lastError: z.string().nullable(),
  })
  .meta({ id: 'PageRow' });

export const SourceDetail = SourceRow.extend({
  /** Broken and failing pages, newest first, at most 50. */
  illPages: z.array(PageRow),
  /** What extraction left unread, most frequent first. */
  unread: z.array(z.object({ what: z.string(), count: z.number().int() })),
  /** By field, oldest day first: of the records read that day, the share that gave it. */
  coverage: z.array(
    z.object({
      field: z.string(),
      days: z.array(z.object({ day: z.string(), records: z.number().int(), share: z.number() })),
    }),
  ),
  drifts: z.array(
    z.object({
      field: z.string(),
      recent: z.number(),
      pages: z.number().int(),
      detectedAt: time,
    }),
  ),
  /** Readings that wait for the drift to end. */
  held: z.number().int(),
}).meta({ id: 'SourceDetail' });

export const PageReading = z
  .object({
    pageId: z.string(),
    source: name,
    url: z.string(),
    state: z.enum(['discovered', 'fetched', 'moved', 'broken', 'missing']),
    reason: z.string().nullable(),
    snapshot: z.string().nullable(),
    contentType: z.string().nullable(),
    bytes: z.number().int().nullable(),
    records: z.array(z.record(z.string(), z.unknown())),
    held: z.array(z.record(z.string(), z.unknown())),
    person: z.record(z.string(), z.unknown()).nullable(),
    unread: z.array(z.string()),
  })
  .meta({ id: 'PageReading', description: 'A page and what was read in it; its raw bytes stand at /api/pages/raw.' });

export const FixtureState = z
  .object({
    name: z.string(),
    passes: z.boolean(),
    /** Field by field, what is read otherwise than expected. */
    differences: z.array(z.object({ field: z.string(), expected: z.unknown(), read: z.unknown() })),
  })
  .meta({ id: 'FixtureState' });
export const Fixtures = z.object({ fixtures: z.array(FixtureState) }).meta({ id: 'Fixtures' });

export const PersonRow = z
  .object({ personId: z.string(), source: name, name: z.string(), url: z.string() })
  .meta({ id: 'PersonRow' });
export const People = z.object({ people: z.array(PersonRow) }).meta({ id: 'People' });
export const Person = PersonRow.extend({
  person: z.record(z.string(), z.unknown()),
  snapshot: z.string(),
  readAt: time,
  games: z.array(z.object({ gameId: z.string(), title: z.string(), roles: z.array(z.string()) })),
}).meta({ id: 'Person' });

export type SourceRow = z.infer<typeof SourceRow>;
export type SourceDetail = z.infer<typeof SourceDetail>;
export type PageRow = z.infer<typeof PageRow>;
export type PageReading = z.infer<typeof PageReading>;
export type FixtureState = z.infer<typeof FixtureState>;
export type Person = z.infer<typeof Person>;
