// Prints what a verification and a reconciliation take, in seconds and memory, over more and more postings:
// `npm run bench:verify -- [count…]`, 100,000 and 400,000 where none is given. The postings are small, and are put
// into ingestion's database and into postings.tagged as if they had come all the way: it is about looking at them.
import { sleep } from '@skillstream/async';
import { postingsTagged, verifyJob, type VerifyJob } from '@skillstream/contracts';
import { createKafka, createPublisher } from '@skillstream/messaging';
import { silentLog } from '@skillstream/runtime';
import { localAccess } from '../../packages/cli/src/gateway/access.ts';
import { residentBytes } from '../../packages/cli/src/platform/memory.ts';
import { namedOf, pagesOf } from '../../packages/cli/src/reconcile/pages-of.ts';
import { differing, reconcile } from '../../packages/cli/src/reconcile/reconcile.ts';
import { openAccepted } from '../platform/accepted.ts';
import { scriptArgs, scriptNumber } from '../scripts/script-args.ts';
import { startPlatform } from '../platform/platform.ts';
import { allowed } from '../platform/token.ts';
import { acceptedDocument, smallEvent } from './small-posting.ts';

const counts = scriptArgs(
  { usage: 'usage: npm run bench:verify -- [postings…, 100000 400000]', options: {}, words: { max: 20 } },
  ({ positionals }) =>
    (positionals.length > 0 ? positionals : ['100000', '400000']).map((count) =>
      scriptNumber('postings', count),
    ),
);
const BATCH = 2000;
const LOOK_MS = 25;

// The stand-in keeps every document in its heap, twice these: more than it has by default.
process.env['_JAVA_OPTIONS'] ??= '-Xmx1800m';
const platform = await startPlatform();
const watched = ['analytics', 'ingestion', 'gateway'] as const;
const megabytes = (name: (typeof watched)[number]) =>
  Math.round((residentBytes(platform.service(name).pid()) ?? 0) / 2 ** 20);
const row = (cells: (string | number)[]) =>
  process.stdout.write(`${cells.map((cell) => String(cell).padStart(16)).join('')}\n`);

/** Runs something, and looks all the while at how much memory each process has. */
const measured = async <T>(work: () => Promise<T>) => {
  const peak = Object.fromEntries(watched.map((name) => [name, megabytes(name)]));
  let over = false;
  const looking = (async () => {
    while (!over) {
      for (const name of watched) peak[name] = Math.max(peak[name]!, megabytes(name));
      await sleep(LOOK_MS);
    }
  })();
  const startedMs = performance.now();
  const result = await work();
  const seconds = (performance.now() - startedMs) / 1000;
  over = true;
  await looking;
  return { result, seconds: seconds.toFixed(1), peaks: watched.map((name) => peak[name]!) };
};

const verify = async (): Promise<VerifyJob> => {
  const request = await allowed({ method: 'POST' });
  let job = verifyJob.parse(await (await fetch(`${platform.url}/v1/verify`, request)).json());
  while (job.state === 'running') {
    await sleep(100);
    job = verifyJob.parse(await platform.get(`/v1/verify/${job.id}`));
  }
  return job;
};

const accepted = await openAccepted(platform.engines.urls.mongoUrl);
const publisher = createPublisher(createKafka(platform.engines.urls.kafkaBrokers, 'bench', silentLog()));
const fill = async (from: number, to: number) => {
  for (let at = from; at < to; at += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, to - at) }, (_, i) => at + i);
    await accepted.postings.insertMany(numbers.map(acceptedDocument), { ordered: false });
    await publisher.publish(postingsTagged.name, numbers.map(smallEvent));
  }
};
const counted = async (count: number) => {
  for (;;) {
    const found = await platform.ledger().catch(() => null);
    if (found?.balanced && found.total.counted === count) return;
    await sleep(1000);
  }
};

try {
  row(['postings', 'what', 'seconds', ...watched.map((name) => `${name} MB`), 'differences']);
  let filled = 0;
  for (const count of counts) {
    await fill(filled, count);
    filled = count;
    await counted(count);
    row([count, 'at rest', '', ...watched.map(megabytes), '']);
    const verified = await measured(verify);
    row([count, 'verify', verified.seconds, ...verified.peaks, verified.result.differenceCount]);
    const reconciled = await measured(() =>
      reconcile({
        page: pagesOf(localAccess(platform.url)),
        named: namedOf(localAccess(platform.url)),
      }),
    );
    row([count, 'reconciliation', reconciled.seconds, ...reconciled.peaks, differing(reconciled.result)]);
    if (verified.result.state !== 'done') throw new Error(verified.result.error);
    if (reconciled.result.postings !== count) throw new Error(`${reconciled.result.postings} were compared`);
  }
} finally {
  await publisher.close();
  await accepted.close();
  await platform.stop();
}
