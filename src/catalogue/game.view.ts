/** The catalogue mirrors GamePublished, and nothing else: the gate is its one door in. A game without records leaves. */

import type { Payloads } from '../domain/events.ts';
import type { GameFields } from '../domain/game.ts';
import type { GameId } from '../domain/ids.ts';
import type { RowOf } from '../domain/table.ts';
import { type Change, put, replace, set, type View } from '../domain/view.ts';
import { game, gameUrl } from './game.table.ts';

export const gameView: View = {
  tables: [game, gameUrl],
  on(fact) {
    switch (fact.type) {
      case 'GamePublished':
        return published(fact.payload, fact.at, fact.version);
      case 'GameWithdrawn': {
        const { gameId } = fact.payload;
        return [replace(game, 'gameId', gameId, []), replace(gameUrl, 'gameId', gameId, [])];
      }
      case 'ReviewOpened':
        return fact.payload.kind === 'gate' ? flag(fact.payload.gameId, true) : [];
      case 'ReviewClosed':
        return flag(fact.payload.gameId, false);
      case 'JudgementMade':
        return fact.payload.kind === 'gate' && fact.payload.judgement !== 'unsure'
          ? flag(fact.payload.gameId, false)
          : [];
      default:
        return [];
    }
  },
};

function flag(gameId: GameId | null, needsHumanReview: boolean): Change[] {
  return gameId === null ? [] : [set(game, { gameId, needsHumanReview })];
}

function published(payload: Payloads['GamePublished'], at: string, version: number): Change[] {
  const { gameId, set: changed, metadata, sources, draftHash, quality } = payload;
  const common = {
    gameId,
    importMetadata: metadata,
    sources,
    qualityScore: quality,
    draftHash,
    updatedAt: at,
    version,
  };
  const row = { ...common, ...changed, ...(changed.title ? names(changed.title.value, changed) : {}) };
  const changes: Change[] = payload.first
    ? [put(game, { ...(row as Full), lastAiReview: null, needsHumanReview: false, createdAt: at })]
    : [set(game, row)];
  if (changed.urls)
    changes.push(
      replace(
        gameUrl,
        'gameId',
        gameId,
        changed.urls.map((url) => urlRow(gameId, url)),
      ),
    );
  return changes;
}

type Full = Omit<RowOf<typeof game>, 'lastAiReview' | 'needsHumanReview' | 'createdAt'>;

function names(title: string, fields: Partial<GameFields>) {
  const all = [
    title,
    ...(fields.title?.variants ?? []).map((variant) => variant.value),
    ...(fields.alternativeTitles ?? []).map((other) => other.value.title),
    ...(fields.credits ?? []).map((credit) => credit.value.name),
  ];
  return {
    name: title,
    sortName: sortName(title),
    search: [...new Set(all)].join('\n').toLowerCase().replaceAll('ё', 'е'),
  };
}

function urlRow(gameId: GameId, url: GameFields['urls'][number]) {
  return {
    gameId,
    category: url.value.category,
    url: url.value.url,
    description: url.value.description ?? null,
    contentHash: null,
    importSource: url.by[0]?.split('|')[0] ?? '',
    confidenceScore: 1,
    verifiedByHuman: false,
  };
}

/** Lists are ordered by letters and digits alone, so that quotes and dots do not come first. */
export function sortName(title: string): string {
  const lower = title.toLowerCase().replaceAll('ё', 'е');
  return lower.replace(/^[^\p{L}\p{N}]+/u, '') || lower;
}
