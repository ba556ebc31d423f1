/** Every source there is, highest rank first. */
import type { Source } from '../domain/source.ts';
import { apero } from './apero.ts';
import { appstream } from './appstream.ts';
import { debianPackages } from './debian-packages.ts';
import { flathub } from './flathub.ts';
import { forumIfiction } from './forum-ifiction.ts';
import { gog } from './gog.ts';
import { ifArchive } from './if-archive.ts';
import { ifdb } from './ifdb.ts';
import { ifiction } from './ifiction.ts';
import { ifwiki } from './ifwiki.ts';
import { igdb } from './igdb.ts';
import { insteadGames } from './instead-games.ts';
import { insteadLists } from './instead-lists.ts';
import { insteadRepository } from './instead-repository.ts';
import { itch } from './itch.ts';
import { openSourceGames } from './open-source-games.ts';
import { osgameclones } from './osgameclones.ts';
import { qsp } from './qsp.ts';
import { questBook } from './quest-book.ts';
import { rilarhiv } from './rilarhiv.ts';
import { steam } from './steam.ts';
import { urqPlut } from './urq-plut.ts';
import { vndb } from './vndb.ts';

export const sources: readonly Source[] = [
  apero,
  forumIfiction,
  qsp,
  questBook,
  rilarhiv,
  urqPlut,
  insteadGames,
  ifdb,
  ifArchive,
  ifiction,
  ifwiki,
  appstream,
  debianPackages,
  insteadLists,
  insteadRepository,
  flathub,
  openSourceGames,
  osgameclones,
  gog,
  igdb,
  itch,
  steam,
  vndb,
].sort((a, b) => b.rank - a.rank);
