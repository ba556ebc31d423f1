/**
 * A game of itch.io as the site's `data.json` has it: title, authors, tags, cover, price.
 */
import type { GameRecord } from '../../domain/record.ts';
import type { Broken } from '../../domain/source.ts';
import { account } from './account.ts';
import { brokenPage } from './broken-page.ts';
import { atMost } from './count-unread.ts';
import { openJson } from './json-page.ts';
import { leaveOutEmpty } from './leave-out-empty.ts';
import { namedCredits } from './named-credits.ts';
import { namedTags } from './named-tags.ts';
import { link } from './open-source-terms.ts';
import { label, line } from './text.ts';
import { uniqueLinks } from './url-category.ts';
import { webLink } from './web-link.ts';

export type ItchReading =
  | { kind: 'game'; record: GameRecord; unread: string[] }
  /** Something else that is sold on itch.io. */
  | { kind: 'other'; type: string }
  | Broken;

export type ItchGame = Pick<GameRecord, 'source' | 'key' | 'url'>;

export function readItchData(text: string, game: ItchGame): ItchReading {
  const answer = openJson(`${game.url}/data.json`, text, 'itch.io');
  if (answer.kind === 'broken') return answer;
  const data = account(answer.value);
  const title = label(data.text('title') ?? '');
  const refusal = data.list('errors').map(String).join(', ');
  if (title === '') {
    const said = refusal ? ` (itch.io says: ${line(refusal, 100)})` : '';
    return brokenPage(`${game.url}/data.json`, `has no title${said}`, 'open the page in a browser, it may be gone');
  }
  data.ignore('price', 'original_price', 'sale', 'rewards');
  data.object('links').ignore('self', 'comments', 'devlog', 'rewards');
  const authors = data.objects('authors').map((author) => ({
    role: 'author' as const,
    name: author.text('name'),
    url: webLink(author.text('url')),
  }));
  const id = data.text('id') ?? '';
  const record = leaveOutEmpty({
    ...game,
    title,
    credits: namedCredits(authors),
    tags: namedTags(
      'tag',
      data.list('tags').filter((tag) => typeof tag === 'string'),
    ),
    urls: uniqueLinks([link('game_page', game.url, 'itch.io'), link('poster', data.text('cover_image') ?? '')]),
    identifiers: /^[1-9]\d{0,12}$/.test(id) ? [{ scheme: 'itch', value: id }] : [],
    attributions: ['itch.io'],
  });
  return { kind: 'game', record, unread: atMost(data.unread()) };
}
