// `npm run test:large -- ndjson|csv MB` loads a file of so many megabytes into a platform of its own, broken off at
// half and run again, and then into another one in one run. It measures the memory of the command and of ingestion,
// holds the progress against the rows that had their results, and compares the two ledgers. Each minute it says how
// far it is. The services run as images hold them, as JavaScript without types. With `no-linking` the postings are
// not linked, which takes much longer than all else with the stand-in for MongoDB. With `broken-off` or `in-one-run`
// behind that only one of the two ways is gone; the ledger of each is printed.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { scopeNames, type LedgerRow } from '@skillstream/contracts';
import { startEngines } from '@skillstream/engines';
import { demoKey } from '../../packages/cli/src/auth/demo-key.ts';
import { signToken } from '../../packages/cli/src/auth/sign-token.ts';
import { reconcileGateway } from '../../packages/cli/src/reconcile/reconcile-gateway.ts';
import { stateFolder } from '../../packages/cli/src/platform/paths.ts';
import type { ServiceName } from '../../packages/cli/src/platform/service-specs.ts';
import { duration } from '../../packages/cli/src/terminal/numbers.ts';
import { heapOptions, memoryLimit, peakBytes } from '../attack/memory.ts';
import { startServices, type Services } from '../platform/platform.ts';
import { startReports } from './report-load.ts';
import { checksOf, megabytes } from './run-checks.ts';
import { runLoad, type LoadRun } from './run-load.ts';
import { copyWithoutTypes } from './without-types.ts';
import { writeLargeFile, type LargeFile, type LargeFormat } from './write-file.ts';

const MOST_BYTES = 250_000_000;
const TOKEN_MINUTES = 24 * 60;
const SETTLED_WITHIN_MS = 6 * 3_600_000;
/** A look at the ledger counts all that is stored, in the time of what links it. */
const LOOK_MS = 10_000;
const PATIENT = ['--patience', '600'];

const say = (text: string) => void process.stdout.write(`${text}\n`);
const usage = (): never => {
  process.stderr.write(
    'usage: npm run test:large -- ndjson|csv MB [linking|no-linking [broken-off|in-one-run]]\n',
  );
  process.exit(2);
};

const [format, size = '', linking = 'linking', way = ''] = process.argv.slice(2);
if ((format !== 'ndjson' && format !== 'csv') || !/^[1-9]\d{0,4}$/.test(size)) usage();
if (linking !== 'linking' && linking !== 'no-linking') usage();
if (!['', 'broken-off', 'in-one-run'].includes(way)) usage();

const failures: string[] = [];
const check = (holds: boolean, what: string): void => {
  say(`${holds ? 'ok     ' : 'NOT OK '} ${what}`);
  if (!holds) failures.push(what);
};

const SOURCE = 'large';
const rowOf = async (platform: Services): Promise<LedgerRow | undefined> =>
  (await platform.ledger()).rows.find((row) => row.source === SOURCE);

type Load = (more: string[], until?: () => Promise<boolean>) => Promise<LoadRun>;
type Way = (load: Load, isHalf: () => Promise<boolean>) => Promise<void>;

const finish = (name: string, run: LoadRun, { rows }: LargeFile): void => {
  say(run.out);
  for (const { holds, what } of checksOf(run, rows, MOST_BYTES)) check(holds, `${name}: ${what}`);
};
const waysOf = (file: LargeFile): Record<string, Way> => ({
  'broken off': async (load, isHalf) => {
    const first = await load(['--no-wait'], isHalf);
    check(first.interrupted && first.code !== 0, 'broken off by Ctrl-C at half');
    finish('the first half', first, file);
    const again = await load(PATIENT);
    check(again.code === 0, 'the same command again ends well');
    finish('again', again, file);
  },
  'in one run': async (load) => {
    const whole = await load(PATIENT);
    check(whole.code === 0, 'in one run it ends well');
    finish('in one run', whole, file);
  },
});

let commandPeak = 0;
const onPeak = (bytes: number) => void (commandPeak = bytes);

/** Jobs of several postings are checked once nothing waits to be linked. */
const checkJobs = async (platform: Services, name: string, { reposted }: LargeFile): Promise<void> => {
  const { jobs, wrongJobCount } = await reconcileGateway({
    address: platform.url,
    token: platform.tokens,
  });
  const what = `${jobs} of ${reposted} jobs have two postings, ${wrongJobCount} of them not one that counts`;
  check(jobs === reposted && wrongJobCount === 0, `${name}: ${what}`);
};

/** @returns the ledger of the file, once all is counted and linked */
const loadInto = async (
  platform: Services,
  { name, way, path, file }: { name: string; way: Way; path: string; file: LargeFile },
): Promise<LedgerRow | undefined> => {
  const token = await signToken(demoKey(), { scopes: scopeNames, subject: 'large', minutes: TOKEN_MINUTES });
  const at = { url: platform.url, token };
  const args = [path, '--source', SOURCE, '--reports', join(path, '..')];
  const good = file.rows - file.bad;
  const startedMs = Date.now();
  const since = () => duration((Date.now() - startedMs) / 1000);
  await way(
    (more, until) => runLoad([...args, ...more], at, until, onPeak),
    async () => ((await rowOf(platform))?.accepted ?? 0) >= good / 2,
  );
  say(`${name}: loaded after ${since()}`);
  const { total } = await platform.settled(SETTLED_WITHIN_MS, LOOK_MS);
  say(`${name}: counted and linked after ${since()}: ${JSON.stringify(total)}`);
  const ingestion = peakBytes(platform.service('ingestion').pid()) ?? Infinity;
  check(ingestion < MOST_BYTES, `${name}: ingestion had ${megabytes(ingestion)} at most`);
  check(total.counted === good, `${name}: ${total.counted} of ${good} postings are counted`);
  if (linking === 'linking') await checkJobs(platform, name, file);
  const { state, differenceCount, error = '' } = await platform.verify();
  check(
    state === 'done' && differenceCount === 0,
    `${name}: verify: ${state}, ${differenceCount} differences ${error}`.trimEnd(),
  );
  return rowOf(platform);
};

const loadAll = async (path: string, file: LargeFile): Promise<void> => {
  const entryOf = copyWithoutTypes(join(path, '..'));
  const ledgers: (LedgerRow | undefined)[] = [];
  const all = Object.entries(waysOf(file));
  const chosen = all.filter(([name]) => way === '' || way === name.replaceAll(' ', '-'));
  for (const [name, take] of chosen) {
    // As much heap as in a pod: by itself Node collects nothing for long on a machine with memory.
    const envOf = (service: ServiceName) => ({
      NODE_OPTIONS: heapOptions(memoryLimit(service)),
      // Compiled code that is cached is held in memory, and an image has none.
      NODE_COMPILE_CACHE: '',
      ...(linking === 'no-linking' && { LINKING: 'off' }),
    });
    const engines = await startEngines({ provider: 'java' });
    const platform = await startServices(engines.urls, envOf, entryOf);
    const endReports = startReports(platform, { name, command: () => commandPeak, say });
    try {
      ledgers.push(await loadInto(platform, { name, way: take, path, file }));
    } finally {
      await endReports();
      await platform.stop();
      await engines.stop();
    }
  }
  const [broken, inOne] = ledgers.map((row) => JSON.stringify(row));
  if (way !== '') say(`the ledger: ${broken}`);
  else check(broken !== undefined && broken === inOne, `the ledgers are the same: ${broken}, ${inOne}`);
};

mkdirSync(stateFolder, { recursive: true });
const folder = mkdtempSync(join(stateFolder, 'large-'));
try {
  const path = join(folder, `large.${format}`);
  const file = await writeLargeFile(path, format as LargeFormat, Number(size) * 1_000_000);
  const { bytes, rows, bad, reposted } = file;
  say(
    `${megabytes(bytes)} of ${format}: ${rows} rows, ${bad} with a date that is none, ${reposted} posted again`,
  );
  await loadAll(path, file);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
if (failures.length > 0) process.exitCode = 1;
