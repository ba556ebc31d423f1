import { describe, expect, it } from 'vitest';
import { competitionOf, isGamePath, languagesOf, nameAsTitle, platformOf } from './if-archive-file.ts';

describe('a file of the archive is a game', () => {
  it.each([
    'zcode/moth.z5',
    'pc/moth.zip',
    'twine/moth.html',
    'moth',
    'agt/moth.d$$',
    'tads/sourdough.gam',
    'zcode/Map.z5',
  ])('when it lies below games/: %s', (path) => expect(isGamePath(`if-archive/games/${path}`)).toBe(true));

  it.each([
    'if-archive/art/moth.z5',
    'if-archive/gamesx/moth.z5',
    'if-archive/games/Index',
    'if-archive/games/zcode/README',
    'if-archive/games/zcode/readme.zip',
    'if-archive/games/zcode/moth.txt',
    'if-archive/games/zcode/moth.gif',
    'if-archive/games/source/inform/moth.zip',
    'if-archive/games/competition98/moth/solution/moth.zip',
    'if-archive/games/zcode/moth-walkthrough.html',
    'if-archive/games/zcode/moth-hints.z5',
    'if-archive/games/zcode/../../secret.z5',
    'if-archive/games/zcode/',
  ])('but not %s', (path) => expect(isGamePath(path)).toBe(false));
});

it.each([
  ['games/moth.z5', 'moth'],
  ['games/Slow_Light.tar.gz', 'Slow Light'],
  ['games/moth', 'moth'],
  ['games/.z5', '.z5'],
  ['games/moth.1', 'moth.1'],
  ['games/___', '___'],
])('the name of %s without its ending is %s', (path, title) => expect(nameAsTitle(path)).toBe(title));

it.each([
  ['zcode/moth.z5', 'Z-code'],
  ['zcode/moth.zip', 'Z-code'],
  ['competition98/moth.GAM', 'TADS 2'],
  ['twine/moth.zip', 'Twine'],
  ['pc/moth.zip', undefined],
  ['constructor/moth.zip', undefined],
])('%s is for %s', (path, platform) => expect(platformOf(`if-archive/games/${path}`)[0]?.name).toBe(platform));

it.each([
  ['zcode/spanish/moth.z5', ['es']],
  ['mini-comps/slovenian/moth.z5', ['sl']],
  ['mac/moth.hqx', []],
  ['zcode/spanish.z5', []],
])('a folder tells the language of %s', (path, languages) =>
  expect(languagesOf(`if-archive/games/${path}`)).toEqual(languages),
);

it.each([
  ['competition95/moth.z5', 'IF Competition 1995'],
  ['competition2004/zcode/moth.z5', 'IF Competition 2004'],
  ['springthing/2024/moth.zip', 'Spring Thing 2024'],
  ['zcode/competition.z5', undefined],
])('a folder tells the competition of %s', (path, name) =>
  expect(competitionOf(`if-archive/games/${path}`)[0]?.name).toBe(name),
);
