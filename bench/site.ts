/** The replay server of the import bench, in a process of its own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makePages } from './pages.ts';

const { listing, pages } = makePages(Number(process.argv[2]));
const server = createServer((request, response) => {
  const url = request.url ?? '';
  if (url === '/xml.php')
    return void response.writeHead(200, { 'content-type': 'application/xml; charset=utf-8' }).end(listing);
  if (url === '/xml.php?approved=0')
    return void response
      .writeHead(200, { 'content-type': 'application/xml; charset=utf-8' })
      .end('<game_list><game><descurl>http://instead-games.ru/game.php?ID=1</descurl></game></game_list>');
  const page = pages.get(url);
  if (page === undefined) return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
