/**
 * The rule book Variorum ships with: what is known of the tools that text games are made with, and which free
 * tags mean a genre. Plain data; an operator's own book takes its place as a whole.
 */
import type { GenreRow, RuleBook } from '../../domain/rule-book.ts';

const platform = (pattern: string): string => `tags.like("platform", "${pattern}")`;
const tag = (category: 'control' | 'os', slug: string) => ({ add: 'tag' as const, category, slug });

/** Sites whose games are Russian unless they say otherwise. */
const russianSites = [
  'ifwiki',
  'instead-games',
  'quest-book',
  'urq-plut',
  'apero',
  'forum-ifiction',
  'qsp',
  'rilarhiv',
];

const genres: [genre: string, replace: boolean, tags: string][] = [
  ['g_action', true, 'боевик'],
  ['g_action', false, 'action, шутер, экшн'],
  ['g_adult', true, '18+'],
  ['g_adult', false, 'секс, эротика'],
  ['g_adventure', true, 'дорожное приключение, приключение, приключения'],
  ['g_detective', true, 'детектив'],
  ['g_detective', false, 'преступление, убийство'],
  ['g_drama', true, 'драма'],
  ['g_dystopy', true, 'дистопия'],
  ['g_dystopy', false, 'постапокалипсис, постапокалиптика'],
  ['g_experimental', true, 'экспериментальное'],
  ['g_experimental', false, 'непонятное, сюр, сюрреализм, чёрти что'],
  ['g_fairytale', true, 'казка, сказка'],
  ['g_fanfic', true, 'фанфик'],
  ['g_fantasy', true, 'фентези, фэнтези'],
  ['g_historical', true, 'доисторическое, историческое'],
  ['g_horror', true, 'ужас, ужасы'],
  ['g_horror', false, 'horror, триллер, хоррор'],
  ['g_humor', true, 'юмор'],
  ['g_humor', false, 'черный юмор'],
  ['g_kids', true, 'детская, детское'],
  ['g_mystic', true, 'мистика, містыка'],
  ['g_puzzle', true, 'головоломка, головоломки, логическая, паззл, паззлы, пазл, пазлы'],
  ['g_puzzle', false, 'викторина, ребус'],
  ['g_romance', true, 'рамантыка, романтика'],
  ['g_rpg', true, 'rpg, рпг'],
  ['g_scifi', true, 'фантастика'],
  ['g_scifi', false, 'космос, научная фантастика, роботы'],
  ['g_simulation', true, 'симулятор'],
];

export const shippedRules: RuleBook = {
  rules: [
    {
      name: 'parser-tools',
      when: platform('6 ?days|adrift|r?inform|r?tads|tom 2|ярил'),
      do: [tag('control', 'parser')],
      why: 'Games made with this tool are played by typing commands.',
    },
    {
      name: 'menu-tools',
      when: platform('.*qsp|.*urq( .*)?|apero|axma|ink|questbox|questbook|tweebox|twine|аперо|квестер'),
      do: [tag('control', 'menu')],
      why: 'Games made with this tool are played by choosing from what is offered.',
    },
    {
      name: 'web-tools',
      when: platform('aeroqsp|apero|axma|r?inform|tweebox|twine|urqw|аперо|квестер'),
      do: [tag('os', 'os_web')],
      why: 'Games made with this tool run in a browser.',
    },
    {
      name: 'windows-tools',
      when: platform('.*qsp|akurq|fireurq|r?inform|r?tads|ripurq|instead'),
      do: [tag('os', 'os_win')],
      why: 'There is an interpreter of this tool for Windows.',
    },
    {
      name: 'linux-and-mac-tools',
      when: platform('r?tads|r?inform|instead'),
      do: [tag('os', 'os_linux'), tag('os', 'os_macos')],
      why: 'There are interpreters of this tool for Linux and macOS.',
    },
    {
      name: 'dos-tools',
      when: platform('dosurq'),
      do: [tag('os', 'os_dos')],
      why: 'This tool runs under DOS.',
    },
    {
      name: 'qsp-online',
      when: `${platform('qsp')} && urls.exists(u, u.category == "play_online")`,
      do: [tag('os', 'os_web')],
      why: 'A QSP game that can be played online runs in a browser.',
    },
    {
      name: 'urq-in-browser',
      when: `${platform('.*urq')} || urls.exists(u, u.category == "game_page" && u.host == "urq.plut.info")`,
      do: [
        {
          add: 'url',
          each: 'urls.filter(u, u.category == "download_direct")',
          category: 'play_in_interpreter',
          url: { cel: 'it.url' },
          description: {
            cel: '"Открыть в UrqW: " + (it.description.size() > 30 ? it.description.substring(0, 30) : it.description)',
          },
        },
      ],
      why: 'UrqW plays the files of URQ games in a browser.',
    },
    {
      name: 'russian-sites',
      when: `languages.size() == 0 && sources.all(s, s in [${russianSites.map((name) => `"${name}"`).join(', ')}])`,
      do: [{ add: 'language', language: 'ru' }],
      why: 'Nobody names a language, and all who know the game are Russian sites.',
    },
  ],
  lowerCase: ['tag'],
  genres: genres.flatMap(([genre, replace, tags]) =>
    tags.split(', ').map((tag): GenreRow => ({ tag, genre, replace })),
  ),
  tagNames: [],
  people: { redirects: {}, ignored: [] },
};
