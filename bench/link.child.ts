/** Links one file with itself in a process of its own, so that its memory can be told. */
import { link } from '../src/link.ts';

const [file = ''] = process.argv.slice(2);
let pairs = 0;
const summary = await link(file, null, () => {
  pairs += 1;
});
const { maxRSS } = process.resourceUsage();
process.stdout.write(JSON.stringify({ ...summary, pairs, peakMb: maxRSS / 1024 }));
