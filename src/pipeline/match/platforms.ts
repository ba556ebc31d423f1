/** Platforms: one name for each, however it is written, and the years in which games came out for it. Data. */
import { wordsOf } from './fold.ts';
import { remembered } from './remembered.ts';

/** From which year to which; no end where games still come out. */
export type Age = { from: number; to: number };
const now = 9999;

/** Name, years, and how else it is written, without spaces. Computers that never end have no age. */
const table: [string, number, number, string][] = [
  ['windows', 0, now, 'win pc windows95 windowspc pcwindows microsoftwindows win32 win64 ibmpc pcbooter'],
  ['dos', 1981, 1998, 'msdos pcdos'],
  ['linux', 0, now, 'gnulinux steamos'],
  ['mac', 0, now, 'macos osx macosx macintosh applemacintosh classicmacos'],
  ['android', 2008, now, ''],
  ['ios', 2007, now, 'iphone ipad iphoneos'],
  ['web', 0, now, 'html5 browser webbrowser'],
  ['flash', 1997, 2020, ''],
  ['switch', 2017, now, 'nintendoswitch'],
  ['switch2', 2025, now, 'nintendoswitch2'],
  ['ps1', 1994, 2005, 'psx psone playstation playstation1 sonyplaystation'],
  ['ps2', 2000, 2013, 'playstation2 sonyplaystation2'],
  ['ps3', 2006, 2017, 'playstation3 sonyplaystation3'],
  ['ps4', 2013, now, 'playstation4 sonyplaystation4'],
  ['ps5', 2020, now, 'playstation5 sonyplaystation5'],
  ['psp', 2004, 2014, 'playstationportable'],
  ['vita', 2011, 2021, 'psvita playstationvita'],
  ['xbox', 2001, 2008, 'microsoftxbox'],
  ['xbox360', 2005, 2018, ''],
  ['xboxone', 2013, now, ''],
  ['xboxseries', 2020, now, 'xboxseriesx xboxseriess'],
  ['wii', 2006, 2019, 'nintendowii'],
  ['wiiu', 2012, 2020, 'nintendowiiu'],
  ['nes', 1983, 1995, 'famicom nintendoentertainmentsystem familycomputer'],
  ['snes', 1990, 2000, 'superfamicom supernintendo supernes nintendosnes supernintendoentertainmentsystem'],
  ['n64', 1996, 2002, 'nintendo64'],
  ['gamecube', 2001, 2007, 'nintendogamecube ngc'],
  ['gb', 1989, 2001, 'gameboy nintendogameboy'],
  ['gbc', 1998, 2003, 'gameboycolor'],
  ['gba', 2001, 2008, 'gameboyadvance'],
  ['ds', 2004, 2014, 'nintendods nds'],
  ['3ds', 2011, 2020, 'nintendo3ds'],
  ['mastersystem', 1985, 1998, 'segamastersystem'],
  ['genesis', 1988, 1998, 'megadrive segagenesis segamegadrive'],
  ['gamegear', 1990, 1997, 'segagamegear'],
  ['saturn', 1994, 2000, 'segasaturn'],
  ['dreamcast', 1998, 2007, 'segadreamcast'],
  ['pcengine', 1987, 1996, 'turbografx16 turbografx'],
  ['neogeo', 1990, 2004, ''],
  ['atari2600', 1977, 1992, 'atarivcs'],
  ['atari8bit', 1979, 1992, 'atari400 atari800 atarixl'],
  ['atarist', 1985, 1995, ''],
  ['amiga', 1985, 1998, 'commodoreamiga amiga500 amiga1200'],
  ['c64', 1982, 1994, 'commodore64 commodorec64'],
  ['vic20', 1980, 1986, ''],
  ['spectrum', 1982, 1994, 'zxspectrum sinclairzxspectrum sinclairspectrum'],
  ['zx81', 1981, 1986, ''],
  ['cpc', 1984, 1994, 'amstradcpc amstrad'],
  ['msx', 1983, 1995, 'msx1 msx2'],
  ['appleii', 1977, 1993, 'apple2'],
  ['bbcmicro', 1981, 1991, 'bbc acornbbc'],
  ['intellivision', 1979, 1990, ''],
  ['colecovision', 1982, 1986, ''],
];

const byName = new Map(
  table.flatMap(([name, , , others]) => [name, ...others.split(' ').filter(Boolean)].map((other) => [other, name])),
);
const ages = new Map(table.filter(([, from]) => from > 0).map(([name, from, to]) => [name, { from, to }]));

/** One name for a platform: «Sony PlayStation 4» is `ps4`. A platform nobody knows keeps its words. */
export const platformOf = remembered((written) => {
  const words = wordsOf(written);
  for (let length = Math.min(4, words.length); length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const known = byName.get(words.slice(from, from + length).join(''));
      if (known !== undefined) return known;
    }
  }
  return words.join(' ');
});

/** The platform a word in brackets names. */
export const platformNamed = (word: string): string | undefined => byName.get(word);

/** When games for any of these came out; null when one of them is not known or has no age. */
export function ageOf(platforms: Iterable<string>): Age | null {
  let age: Age | null = null;
  for (const platform of platforms) {
    const own = ages.get(platform);
    if (own === undefined) return null;
    age = age === null ? own : { from: Math.min(age.from, own.from), to: Math.max(age.to, own.to) };
  }
  return age;
}
