/** Every source there is, highest rank first. */
import type { Source } from '../domain/source.ts';
import { appstream } from './appstream.ts';
import { debianPackages } from './debian-packages.ts';
import { flathub } from './flathub.ts';
import { ifdb } from './ifdb.ts';
import { insteadGames } from './instead-games.ts';
import { insteadLists } from './instead-lists.ts';
import { insteadRepository } from './instead-repository.ts';
import { openSourceGames } from './open-source-games.ts';
import { osgameclones } from './osgameclones.ts';

export const sources: readonly Source[] = [
  insteadGames,
  ifdb,
  appstream,
  debianPackages,
  insteadLists,
  insteadRepository,
  flathub,
  openSourceGames,
  osgameclones,
].sort((a, b) => b.rank - a.rank);
