/**
 * What links about games lead to at sites the old importer did not know. Asked only where its rules and the link's own
 * words say nothing. A page that many games share must not be a `game_page`: that would make one game of them.
 */
import type { UrlCategory } from '../../domain/record.ts';
import type { UrlRule } from './url-rules.ts';

const file =
  '7z|tar\\.(gz|bz2|xz|zst)|tgz|tbz2|txz|exe|msi|dmg|apk|deb|rpm|appimage|flatpak(ref)?|snap|jar|iso|lzh|arj|cab|z[1-8]|zlb|zblorb|gblorb|blorb|blb|ulx|gam|t3|hex|taf|qsp|qst|sna|tap|tzx|d64|adf';

/** Hosts are written without `www.`. */
export const worldRules: readonly UrlRule<UrlCategory>[] = [
  // Shops and catalogues
  { host: '*.itch.io', path: '/[^/]+/(purchase|download)', category: 'download_landing', description: 'itch.io' },
  { host: '*.itch.io', path: '/[^/]+/?$', category: 'game_page', description: 'itch.io' },
  { host: ['itch.io', '*.itch.io'], category: 'other', description: 'itch.io' },
  { host: 'gog.com', path: '/([a-z]{2}/)?game/[^/]', category: 'game_page', description: 'GOG' },
  { host: 'igdb.com', path: '/games/[^/]', category: 'game_page', description: 'IGDB' },
  { host: 'ifdb.org', path: '/viewgame$', query: '(.*&)?id=', category: 'game_page', description: 'IFDB' },
  { host: 'ifdb.tads.org', path: '/viewgame$', query: '(.*&)?id=', category: 'game_page', description: 'IFDB' },
  { host: ['ifdb.org', 'ifdb.tads.org'], category: 'other', description: 'IFDB' },
  { host: 'vndb.org', path: '/v\\d+', category: 'game_page', description: 'VNDB' },
  { host: 'vndb.org', category: 'other', description: 'VNDB' },
  { host: 'flathub.org', path: '/([a-z-]{2,5}/)?apps/(details/)?[^/]', category: 'game_page', description: 'Flathub' },
  { host: 'mobygames.com', path: '/game/[^/]', category: 'game_page', description: 'MobyGames' },
  { host: 'gamejolt.com', path: '/games/[^/]+/\\d', category: 'game_page', description: 'Game Jolt' },
  { host: 'indiedb.com', path: '/games/[^/]', category: 'game_page', description: 'IndieDB' },
  { host: 'moddb.com', path: '/(games|mods)/[^/]', category: 'game_page', description: 'ModDB' },
  { host: 'rawg.io', path: '/games/[^/]', category: 'game_page', description: 'RAWG' },
  { host: 'lutris.net', path: '/games/[^/]', category: 'game_page', description: 'Lutris' },
  { host: 'ldjam.com', path: '/events/', category: 'game_page', description: 'Ludum Dare' },
  { host: 'rpgmaker.net', path: '/games/\\d', category: 'game_page', description: 'RPG Maker' },
  { host: 'textadventures.co.uk', path: '/games/view/', category: 'game_page', description: 'textadventures.co.uk' },
  { host: 'store.epicgames.com', path: '/([^/]+/)?p/', category: 'game_page', description: 'Epic Games' },
  { host: 'humblebundle.com', path: '/store/[^/]', category: 'game_page', description: 'Humble Store' },
  { host: 'play.google.com', path: '/store/apps/details', category: 'game_page', description: 'Google Play' },
  { host: ['apps.apple.com', 'itunes.apple.com'], path: '.*/id\\d', category: 'game_page', description: 'App Store' },
  { host: 'apps.microsoft.com', path: '/.*detail/', category: 'game_page', description: 'Microsoft Store' },
  { host: 'snapcraft.io', path: '/[^/]+$', category: 'game_page', description: 'Snap Store' },
  { host: 'f-droid.org', path: '/([^/]+/)?packages/[^/]', category: 'game_page', description: 'F-Droid' },
  { host: 'ifwiki.ru', path: '/.', category: 'game_page', description: 'Страница на IfWiki' },
  { host: 'libregamewiki.org', path: '/.', category: 'other', description: 'Libregamewiki' },
  { host: 'metacritic.com', category: 'review', description: 'Metacritic' },
  { host: 'opencritic.com', category: 'review', description: 'OpenCritic' },

  // Files
  {
    host: ['ifarchive.org', '*.ifarchive.org'],
    path: '/if-archive/.*\\.\\w+$',
    category: 'download_direct',
    description: 'IF Archive',
  },
  { host: ['ifarchive.org', '*.ifarchive.org'], category: 'download_landing', description: 'IF Archive' },
  {
    host: ['disk.yandex.ru', 'disk.yandex.com', 'disk.360.yandex.ru'],
    category: 'download_landing',
    description: 'Яндекс.Диск',
  },
  { host: ['drive.google.com', 'docs.google.com'], category: 'download_landing', description: 'Google Drive' },
  { host: ['dropbox.com', 'mega.nz', 'mega.co.nz'], category: 'download_landing', description: 'Download' },
  {
    host: ['mediafire.com', 'cloud.mail.ru', '1drv.ms', 'onedrive.live.com'],
    category: 'download_landing',
    description: 'Download',
  },
  { host: ['dropmefiles.com', 'files.fm', 'wetransfer.com'], category: 'download_landing', description: 'Download' },
  { host: 'dl.dropboxusercontent.com', category: 'download_direct', description: 'Download' },

  // Source code, and what stands beside it
  { host: 'github.com', path: '/sponsors/', category: 'donate', description: 'GitHub Sponsors' },
  { host: ['github.com', 'codeberg.org'], path: '/[^/]+/[^/]+/issues', category: 'bug_tracker', description: 'Issues' },
  { host: 'gitlab.com', path: '/.+/-/issues', category: 'bug_tracker', description: 'Issues' },
  {
    host: ['github.com', 'codeberg.org'],
    path: '/[^/]+/[^/]+/releases/download/',
    category: 'download_direct',
    description: 'Download',
  },
  {
    host: ['github.com', 'codeberg.org'],
    path: '/[^/]+/[^/]+/releases',
    category: 'download_landing',
    description: 'Releases',
  },
  { host: 'gitlab.com', path: '/.+/-/releases', category: 'download_landing', description: 'Releases' },
  { host: ['github.com', 'codeberg.org'], path: '/[^/]+/[^/]+/wiki', category: 'help', description: 'Wiki' },
  {
    host: ['github.com', 'codeberg.org'],
    path: '/[^/]+/[^/]+/discussions',
    category: 'forum',
    description: 'Discussions',
  },
  {
    host: ['github.com', 'gitlab.com', 'codeberg.org', 'bitbucket.org', 'notabug.org'],
    path: '/[^/]+/[^/]',
    category: 'source_code',
    description: 'Source code',
  },
  {
    host: ['git.sr.ht', 'hg.sr.ht', 'framagit.org', 'salsa.debian.org', 'repo.or.cz', 'code.google.com'],
    path: '/.',
    category: 'source_code',
    description: 'Source code',
  },
  {
    host: ['launchpad.net', 'code.launchpad.net', 'savannah.gnu.org', 'savannah.nongnu.org'],
    path: '/.',
    category: 'source_code',
    description: 'Source code',
  },
  { host: 'sourceforge.net', path: '/p(rojects)?/[^/]+/(bugs|tickets)', category: 'bug_tracker', description: 'Bugs' },
  { host: 'sourceforge.net', path: '/projects/[^/]+/files', category: 'download_landing', description: 'SourceForge' },
  { host: 'sourceforge.net', path: '/p(rojects)?/[^/]', category: 'source_code', description: 'SourceForge' },
  { host: 'downloads.sourceforge.net', path: '/.', category: 'download_direct', description: 'SourceForge' },
  { host: ['bugs.launchpad.net', 'bugs.debian.org'], path: '/.', category: 'bug_tracker', description: 'Bugs' },
  {
    host: ['hosted.weblate.org', 'translate.codeberg.org', 'crowdin.com', '*.crowdin.com'],
    category: 'translate',
    description: 'Translations',
  },
  {
    host: ['transifex.com', 'app.transifex.com', 'translations.launchpad.net'],
    category: 'translate',
    description: 'Translations',
  },

  // Played where it stands
  { host: 'textadventures.co.uk', path: '/games/play/', category: 'play_online', description: 'Play online' },
  { host: 'newgrounds.com', path: '/portal/view/', category: 'play_online', description: 'Play online' },
  {
    host: ['kongregate.com', 'armorgames.com'],
    path: '/(\\w\\w/)?(games|play)/[^/]',
    category: 'play_online',
    description: 'Play online',
  },
  {
    host: ['yandex.ru', 'yandex.com'],
    path: '/games/(app/|play/)',
    category: 'play_online',
    description: 'Play online',
  },
  { host: ['vk.com', 'vk.ru'], path: '/app\\d', category: 'play_online', description: 'Play online' },
  {
    host: ['philome.la', 'playfic.com', 'dashingdon.com', 'borogove.io'],
    path: '/.',
    category: 'play_online',
    description: 'Play online',
  },

  // Seen
  {
    host: ['m.youtube.com', 'music.youtube.com', 'youtube-nocookie.com'],
    path: '/.',
    category: 'video',
    description: 'Video',
  },
  {
    host: ['twitch.tv', 'm.twitch.tv', 'clips.twitch.tv', 'player.twitch.tv'],
    category: 'video',
    description: 'Video',
  },
  {
    host: ['vimeo.com', 'player.vimeo.com', 'rutube.ru', 'dailymotion.com', 'dai.ly'],
    category: 'video',
    description: 'Video',
  },
  { host: ['bilibili.com', 'b23.tv', 'nicovideo.jp', 'plvideo.ru'], category: 'video', description: 'Video' },
  { host: ['vk.com', 'vk.ru'], path: '/(video|clip)', category: 'video', description: 'Video' },

  // Talked about
  { host: ['discord.gg', 'discord.com', 'discordapp.com'], category: 'forum', description: 'Discord' },
  { host: ['reddit.com', 'old.reddit.com', 'redd.it'], category: 'forum', description: 'Reddit' },
  { host: ['intfiction.org', 'groups.google.com', 'lemma-soft.com'], category: 'forum', description: 'Forum' },
  { host: 'steamcommunity.com', path: '/(app|games)/', category: 'forum', description: 'Steam' },
  {
    host: ['matrix.to', 'app.element.io', 'webchat.freenode.net', 'web.libera.chat'],
    category: 'forum',
    description: 'Chat',
  },
  { host: '@(forum|forums|discuss|talk)\\.', category: 'forum', description: 'Forum' },

  // Paid for
  {
    host: ['patreon.com', 'ko-fi.com', 'boosty.to', 'buymeacoffee.com', 'paypal.me'],
    category: 'donate',
    description: 'Donate',
  },
  {
    host: ['liberapay.com', 'opencollective.com', 'flattr.com', 'donationalerts.com'],
    category: 'donate',
    description: 'Donate',
  },
  { host: ['kickstarter.com', 'indiegogo.com', 'planeta.ru'], category: 'donate', description: 'Crowdfunding' },
  { host: 'paypal.com', path: '/(donate|cgi-bin|paypalme)', category: 'donate', description: 'Donate' },

  // Explained
  { host: ['gamefaqs.gamespot.com', 'strategywiki.org', 'pcgamingwiki.com'], category: 'help', description: 'Help' },
  {
    host: ['*.fandom.com', '*.wikia.com', '*.readthedocs.io', 'key-and-compass.de'],
    category: 'help',
    description: 'Help',
  },
  { host: ['wikipedia.org', '*.wikipedia.org', 'wikidata.org'], category: 'other', description: 'Wikipedia' },

  // Shared by all that their makers do
  {
    host: ['twitter.com', 'x.com', 'facebook.com', 'instagram.com', 'bsky.app', 'mastodon.social'],
    category: 'other',
    description: 'Social network',
  },
  {
    host: ['vk.com', 'vk.ru', 'ok.ru', 't.me', 'steamcommunity.com', 'tumblr.com'],
    category: 'other',
    description: 'Social network',
  },

  { path: `.*\\.(${file})$`, anyCase: true, category: 'download_direct', description: 'Download' },
];
