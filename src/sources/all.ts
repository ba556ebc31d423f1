/** Every source there is, highest rank first. */
import type { Source } from '../domain/source.ts';
import { apero } from './apero.ts';
import { appstream } from './appstream.ts';
import { debianPackages } from './debian-packages.ts';
import { flathub } from './flathub.ts';
import { forumIfiction } from './forum-ifiction.ts';
import { ifdb } from './ifdb.ts';
import { insteadGames } from './instead-games.ts';
import { insteadLists } from './instead-lists.ts';
import { insteadRepository } from './instead-repository.ts';
import { openSourceGames } from './open-source-games.ts';
import { osgameclones } from './osgameclones.ts';
import { qsp } from './qsp.ts';
import { questBook } from './quest-book.ts';
import { rilarhiv } from './rilarhiv.ts';
import { urqPlut } from './urq-plut.ts';

export const sources: readonly Source[] = [
  apero,
  forumIfiction,
  qsp,
  questBook,
  rilarhiv,
  urqPlut,
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
