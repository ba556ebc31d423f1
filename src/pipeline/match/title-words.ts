/** Words that titles carry beside the name: what they mean to matching. Data; all in the spelling of `fold.ts`. */

/** From each word to what it names. */
function namesOf(wordsOf: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(wordsOf).flatMap(([name, words]) => words.split(' ').map((word) => [word, name])));
}

/** A work of its own beside the game, or another making of it: of two records, only one of which has it, they are not one. */
export const otherWorks = namesOf({
  demo: 'demo demoversion demoversija demoversiya shareware',
  playtest: 'playtest',
  prototype: 'prototype',
  soundtrack: 'soundtrack ost saundtrek',
  artbook: 'artbook',
  expansion: 'dlc addon expansion',
  remake: 'remake remejk remeik remeyk rimeik rimejk rimeyk',
  remaster: 'remaster remastered remasterd',
  fan: 'fangame unofficial',
  guide: 'walkthrough prohozhdenie',
  tool: 'sdk',
});

/** The same, where they are among the last two words of a title; elsewhere they may belong to its name. */
export const otherWorksAtEnd = namesOf({
  demo: 'trial',
  prologue: 'prologue prolog',
  beta: 'beta',
  alpha: 'alpha',
  preview: 'preview',
  lite: 'lite',
  remake: 'reboot',
  remix: 'remix',
  mod: 'mod',
  guide: 'guide',
  tool: 'editor toolkit',
  bundle: 'bundle',
  pack: 'pack',
  collection: 'collection compilation sbornik kollekciya',
  anthology: 'anthology antologiya',
  trilogy: 'trilogy trilogiya',
  multiplayer: 'multiplayer',
});

/** The same game in another wrapping, where «edition» follows or in brackets. */
export const wrappings = new Set(
  'gold goty deluxe collectors limited premium platinum digital standard steam full regular polnaya polnoe'.split(' '),
);

/** An edition that may be made anew. */
export const renewals = new Set(
  `ultimate complete definitive enhanced extended anniversary special hd redux final directors cut vr classic classics improved
   revised rasshirennaya rasshirennoe yubileinoe`.split(/\s+/),
);

/** Words that call the title an edition. */
export const editionWords = new Set('edition version goty izdanie versiya redakciya'.split(' '));

/** Endings of package names: parts of one game. */
export const packageParts = new Set(
  `data common server client music sounds sound audio doc docs dbg dev bin gtk gtk2 gtk3 qt sdl sdl2 x11 extra extras base core
   libs images image graphics textures maps levels level scenarios themes theme tools launcher all full free nonfree non dfsg
   plugins plugin speech voices hires lowres gui tui console text utils editor models ai datasrc objects engine assets`.split(
    /\s+/,
  ),
);

/** Words after a package's name that say nothing, alone. */
export const fillers = new Set('game games videogame app project the gnu js igra'.split(' '));

export const articles = new Set('the a an le la les der die das el los las il lo gli'.split(' '));

/** Small words that do not tell titles apart. */
export const smallWords = new Set('the a an of and in on to for s i v na ili'.split(' '));

export const regions = new Set(
  `europe usa japan world germany france italy spain uk sweden brazil korea asia australia canada china taiwan russia netherlands
   euro eur us jpn jap pal ntsc ger fra ita spa english french german spanish italian japanese russian multi unl`.split(
    /\s+/,
  ),
);

/** Words in brackets that say nothing of the game itself: releases, languages, media. */
export const releaseWords = new Set(
  `rev set v ver release alt proto disc disk disks disque cd dvd tape side cassette cartridge conversion hack pd en fr de es it pt ru
   ja jp pl nl sv no da fi ko zh cz hu m2 m3 m4 m5 m6 1st 2nd 3rd the a of and game igra rus eng vol rerelease budget port windows
   compilation unlicensed`.split(/\s+/),
);

/** After these a word is a number: «Part Two», «Chapter III», «часть вторая». */
export const counters = new Set(
  'part chapter episode ep book volume vol act season chast glava epizod kniga tom akt teil partie parte no nr'.split(
    ' ',
  ),
);

export const numberWords: ReadonlyMap<string, string> = new Map(
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
  ].flatMap((words, index) => words.split(' ').map((word) => [word, String(index + 1)] as const)),
);
