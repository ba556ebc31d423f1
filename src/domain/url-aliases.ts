/**
 * What `urlIdentity` knows of the web, as rows to be added to: parameters that only count visitors, names of a
 * folder's own page, hosts and addresses that are another's, and pages that only carry another address.
 */

/** Parameters that say how a visitor came, never which page it is. `ref`, `id`, `sid` and `from` may, and do not belong here. */
export const trackingParameters: ReadonlySet<string> = new Set(
  `fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid ymclid _openstat mc_cid mc_eid igshid igsh ref_src ref_url
  twclid ttclid li_fat_id vero_id _hsenc _hsmi mkt_tok oly_anon_id oly_enc_id rb_clickid wickedid s_cid _ga _gl
  fb_action_ids fb_action_types fb_source pk_campaign pk_kwd pk_keyword piwik_campaign piwik_kwd phpsessid`.split(
    /\s+/,
  ),
);

export const trackingPrefixes = ['utm_', 'mtm_', 'hsa_'];

/** A folder's own page, by the names that servers look for. */
export const folderPages = [
  '/index.html',
  '/index.htm',
  '/index.php',
  '/default.html',
  '/default.htm',
  '/default.asp',
  '/default.aspx',
];

/** Hosts (without `www.`) that show the pages of another under the same paths. */
export const sameHosts: ReadonlyMap<string, string> = new Map([
  ['rinform.stormway.ru', 'rinform.org'],
  ['vk.ru', 'vk.com'],
  ['m.vk.com', 'vk.com'],
  ['m.vk.ru', 'vk.com'],
  ['vkontakte.ru', 'vk.com'],
  ['m.youtube.com', 'youtube.com'],
  ['music.youtube.com', 'youtube.com'],
  ['youtube-nocookie.com', 'youtube.com'],
  ['x.com', 'twitter.com'],
  ['mobile.x.com', 'twitter.com'],
  ['mobile.twitter.com', 'twitter.com'],
  ['m.facebook.com', 'facebook.com'],
  ['old.reddit.com', 'reddit.com'],
  ['np.reddit.com', 'reddit.com'],
  ['new.reddit.com', 'reddit.com'],
  ['m.moddb.com', 'moddb.com'],
  ['m.habr.com', 'habr.com'],
  ['ifdb.tads.org', 'ifdb.org'],
  ['mirror.ifarchive.org', 'ifarchive.org'],
]);

type Pairs = readonly (readonly [string, string])[];

/** Ends of hosts: `ru.m.wikipedia.org` is `ru.wikipedia.org`. */
export const sameHostEnds: Pairs = [
  ['.m.wikipedia.org', '.wikipedia.org'],
  ['.m.wikibooks.org', '.wikibooks.org'],
];

/**
 * Addresses of one page, by host. `*` is one name of letters, digits, `-` and `_`, after which nothing counts;
 * `**` is all that follows, the query included.
 */
export const samePages: ReadonlyMap<string, Pairs> = new Map<string, Pairs>([
  ['plut.info', [['/urq/**', 'urq.plut.info/**']]],
  ['youtu.be', [['/*', 'youtube.com/watch?v=*']]],
  [
    'youtube.com',
    [
      ['/embed/*', 'youtube.com/watch?v=*'],
      ['/shorts/*', 'youtube.com/watch?v=*'],
      ['/live/*', 'youtube.com/watch?v=*'],
      ['/v/*', 'youtube.com/watch?v=*'],
    ],
  ],
  ['store.steampowered.com', [['/app/*', 'store.steampowered.com/app/*']]],
  [
    'gog.com',
    ['en', 'de', 'fr', 'pl', 'ru', 'zh'].map((language) => [`/${language}/game/*`, 'gog.com/game/*'] as const),
  ],
]);

/** Where only these parameters choose the page. Without any of them, all count. */
export const choosingParameters: ReadonlyMap<string, readonly string[]> = new Map([
  ['youtube.com/watch', ['v']],
  ['ifdb.org/viewgame', ['id']],
  ['instead-games.ru/game.php', ['ID']],
]);

/** Pages that only carry another address: in a parameter, or (`path`) after one more name, as archives do. */
export const carriers: ReadonlyMap<string, Pairs> = new Map<string, Pairs>([
  ['web.archive.org', [['/web/', 'path']]],
  ['vk.com', [['/away.php', 'to']]],
  [
    'steamcommunity.com',
    [
      ['/linkfilter', 'url'],
      ['/linkfilter', 'u'],
    ],
  ],
  ['l.facebook.com', [['/l.php', 'u']]],
  [
    'google.com',
    [
      ['/url', 'q'],
      ['/url', 'url'],
    ],
  ],
  ['youtube.com', [['/redirect', 'q']]],
]);
