/**
 * A mark of how this program compares: the features of a few invented pairs. A model that was trained when titles were taken
 * apart otherwise would be asked about numbers it never saw; by this mark such a model is known.
 */
import { pairFeatures } from './pair-features.ts';
import { type FieldRoles, type Fields, readPairRecord } from './pair-record.ts';
import { wordSigns } from './word-lessons.ts';

const roles: FieldRoles = {
  title: 'title',
  by: 'publishers',
  price: 'price',
  about: 'description',
  year: 'releaseDate',
  id: 'identifiers',
};
const probes: [Fields, Fields][] = [
  [
    { title: 'The Harbour Lights II: Deluxe Edition (Windows)', by: 'Novak & Co.', price: '$19.90', year: 2004 },
    { title: 'novak harbor-lights 2 dlx v1.50 demo', about: 'The lights of the harbour.', price: 20, year: '2005-03' },
  ],
  [
    { title: 'Маяк. Часть вторая', id: 'AB-1200', about: 'A lighthouse in winter' },
    { title: ['Majak 2', 'Mayak Remastered, The'], by: 'Lunina', id: 'ab1200' },
  ],
  [{ title: 'icopy 2007 professional upgrade 3rd ed' }, { title: 'i copy 2008 pro soundtrack' }],
];

let known: string | null = null;

/** Eight digits that change when features do. */
export function featureProbe(): string {
  if (known !== null) return known;
  let hash = 0x811c9dc5;
  for (const [one, other] of probes) {
    const [left, right] = [readPairRecord(one, roles), readPairRecord(other, roles)];
    const values = pairFeatures({ left, right, weight: (word) => word.length });
    const said = [...Array.from(values, (value) => value.toFixed(5)), ...wordSigns(left, right)].join(' ');
    for (let at = 0; at < said.length; at++) hash = Math.imul(hash ^ said.charCodeAt(at), 0x01000193);
  }
  known = (hash >>> 0).toString(16).padStart(8, '0');
  return known;
}
