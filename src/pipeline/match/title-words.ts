/** Words that titles carry beside the name: what they mean to matching. Data; all in the spelling of `fold.ts`. */

/** A work of its own beside the game, or another making of it: of two records, only one of which has it, they are not one. */
export const otherWorks: Record<string, string> = {
  demo: 'demo',
  demoversion: 'demo',
  trial: 'demo',
  shareware: 'demo',
  prologue: 'demo',
  playtest: 'beta',
  beta: 'beta',
  alpha: 'beta',
  prototype: 'beta',
  preview: 'beta',
  soundtrack: 'soundtrack',
  ost: 'soundtrack',
  artbook: 'artbook',
  dlc: 'expansion',
  addon: 'expansion',
  expansion: 'expansion',
  remake: 'remake',
  remaster: 'remake',
  remastered: 'remake',
  reboot: 'remake',
  reloaded: 'remake',
  remix: 'remake',
  fangame: 'fan',
  mod: 'mod',
  walkthrough: 'guide',
  guide: 'guide',
  bundle: 'bundle',
  collection: 'bundle',
  anthology: 'bundle',
  trilogy: 'bundle',
  compilation: 'bundle',
  pack: 'bundle',
  demoversija: 'demo',
  demoversiya: 'demo',
  remejk: 'remake',
  remeik: 'remake',
  saundtrek: 'soundtrack',
};

/** The same game in another wrapping. */
export const editions = new Set(
  `edition deluxe gold goty ultimate complete definitive enhanced extended anniversary special collectors limited premium
   platinum classic classics digital standard hd redux steam final directors cut version vr izdanie versiya polnaya`.split(
    /\s+/,
  ),
);

/** Endings of package names: parts of one game. */
export const packageParts = new Set(
  `data common server client music sounds sound audio doc docs dbg dev bin gtk gtk2 gtk3 qt sdl sdl2 x11 extra extras base core
   libs images image graphics textures maps levels level scenarios themes theme tools launcher all full free nonfree non dfsg
   plugins plugin speech voices hires lowres gui tui console text utils editor models ai datasrc objects engine assets`.split(
    /\s+/,
  ),
);

/** Words after a package's name that say nothing, alone. */
export const fillers = new Set(['game', 'games', 'app', 'project', 'the', 'gnu', 'js', 'android', 'online']);

export const articles = new Set('the a an le la les der die das el los las il lo gli'.split(' '));

/** Small words that do not tell titles apart. */
export const smallWords = new Set('the a an of and in on to for s i v na ili'.split(' '));

export const regions = new Set(
  `europe usa japan world germany france italy spain uk sweden brazil korea asia australia canada china taiwan russia netherlands
   euro eur us jpn jap pal ntsc ger fra ita spa english french german spanish italian japanese russian multi unl`.split(
    /\s+/,
  ),
);

/** Under which name a platform goes in brackets and lists. */
export const platforms: Record<string, string> = {
  windows: 'windows',
  win: 'windows',
  pc: 'windows',
  dos: 'dos',
  linux: 'linux',
  mac: 'mac',
  macos: 'mac',
  osx: 'mac',
  android: 'android',
  ios: 'ios',
  iphone: 'ios',
  web: 'web',
  html5: 'web',
  flash: 'web',
  switch: 'switch',
  ps1: 'ps1',
  psx: 'ps1',
  playstation: 'ps1',
  ps2: 'ps2',
  ps3: 'ps3',
  ps4: 'ps4',
  ps5: 'ps5',
  psp: 'psp',
  vita: 'vita',
  xbox: 'xbox',
  xbox360: 'xbox360',
  wii: 'wii',
  wiiu: 'wiiu',
  nes: 'nes',
  snes: 'snes',
  n64: 'n64',
  gamecube: 'gamecube',
  gba: 'gba',
  gbc: 'gbc',
  ds: 'ds',
  '3ds': '3ds',
  genesis: 'genesis',
  megadrive: 'genesis',
  dreamcast: 'dreamcast',
  saturn: 'saturn',
  amiga: 'amiga',
  c64: 'c64',
  spectrum: 'spectrum',
  cpc: 'cpc',
  amstrad: 'cpc',
  msx: 'msx',
  arcade: 'arcade',
};

/** After these a word is a number: «Part Two», «Chapter III», «часть вторая». */
export const counters = new Set(
  'part chapter episode ep book volume vol act season chast glava epizod kniga tom akt teil partie parte no nr'.split(
    ' ',
  ),
);

export const numberWords: Record<string, string> = Object.fromEntries(
  [
    'one first pervaya pervyj pervyi odin',
    'two second vtoraya vtoroj vtoroi dva',
    'three third tretya tretij tretii tri',
    'four fourth chetvertaya chetvertyj chetyre',
    'five fifth pyataya pyatyj pyat',
    'six sixth shestaya shest',
    'seven seventh sedmaya sem',
    'eight eighth vosmaya vosem',
    'nine ninth devyataya devyat',
    'ten tenth desyataya desyat',
  ].flatMap((words, index) => words.split(' ').map((word) => [word, String(index + 1)])),
);
