// Upgrades a release on the cluster under load, from the charts and images of another checkout to those of this one,
// and back: `npm run test:cluster-upgrade -- FOLDER TAG [VALUES…]`. FOLDER is the other checkout, TAG that of its
// images; those of this one are `dev`, or as SKILLSTREAM_IMAGE_TAG says. VALUES are those of `--set`, for both. The
// images have to be in the cluster already. An engine of the demo that changes restarts, and requests fail meanwhile:
// engines.updateStrategy.type=OnDelete leaves it alone.
import { join } from 'node:path';
import { helm, kubectl } from './kubectl.ts';
import { askRelease, createClusterRelease } from './cluster-platform.ts';
import { figure, secondsSince } from './figures.ts';
import { startLoad } from './load-pod.ts';
import { scriptArgs } from '../scripts/script-args.ts';

const usage = 'usage: npm run test:cluster-upgrade -- FOLDER TAG [VALUES…]';
const { folder, tag, sets } = scriptArgs(
  { usage, options: {}, words: { min: 2, max: 20 } },
  ({ positionals: [first, second, ...more] }) => ({ folder: first!, tag: second!, sets: more }),
);
const release = createClusterRelease('skillstream-upgrade-from');
const { namespace } = release;
const faults: string[] = [];
const check = (holds: boolean, what: string): void => {
  figure(`${holds ? 'ok' : 'NOT OK'}: ${what}`);
  if (!holds) faults.push(what);
};
const step = async (what: string, act: () => Promise<unknown>): Promise<void> => {
  const startedMs = performance.now();
  await act();
  await release.ready();
  figure(`${what}: ${secondsSince(startedMs)} s`);
};

await release.purge();
await kubectl('create', 'namespace', namespace);
const words = [
  '-n',
  namespace,
  '--dependency-update',
  ...[`global.image.tag=${tag}`, ...sets].flatMap((one) => ['--set', one]),
];
await step('installed as before', () =>
  helm('install', release.release, join(folder, 'charts/skillstream'), ...words),
);
const queries = await askRelease(release);
try {
  const ended = await startLoad(namespace, queries.tokens, {
    name: 'upgrade-from',
    senders: 4,
    retry: false,
  });
  await step('upgraded under load', () => release.install(...sets));
  check((await helm('test', release.release, '-n', namespace)).includes('Succeeded'), 'helm test after it');
  await step('rolled back under load', () => helm('rollback', release.release, '-n', namespace));
  await step('upgraded again under load', () => release.install(...sets));
  const { sent, accepted, failures, slowestMs } = await ended();
  figure(`${sent} postings sent meanwhile, the slowest in ${slowestMs} ms`);
  check(failures.length === 0, `${failures.length} requests failed ${failures.slice(0, 3).join('; ')}`);
  const { total } = await queries.settled();
  // `helm test` retracts its posting.
  const isAll = total.accepted === accepted + 1 && total.counted === accepted && total.retracted === 1;
  check(isAll, `${accepted} accepted, ${total.counted} counted`);
  const { state, differences } = await queries.verify();
  check(state === 'done' && differences.length === 0, `verify: ${differences.length} differences`);
} finally {
  await queries.stop();
  await release.purge();
}
if (faults.length > 0) process.exitCode = 1;
