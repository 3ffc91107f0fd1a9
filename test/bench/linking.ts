// `npm run bench:linking [postings]` prints how fast ingestion links the postings of the shared Ashby file,
// stored first, over the MongoDB stand-in and with nothing beside: postings a second, round trips a posting by the
// kind of command, and the CPU of both processes beside the time on the wall; and which jobs came out. With `alike`
// behind the number all have the words of the first one, and so are of one job.
import { createHash } from 'node:crypto';
import { startEngines } from '@skillstream/engines';
import { connectMongo } from '@skillstream/mongo';
import { createMetrics, silentLog } from '@skillstream/runtime';
import { mapRow } from '../../packages/files/src/known/map-row.ts';
import { canonicalize } from '../../services/ingestion/src/canonical/canonical-posting.ts';
import { createLinking } from '../../services/ingestion/src/linking/linking.ts';
import { createAccept, type Arrival } from '../../services/ingestion/src/store/accept.ts';
import { createDocuments } from '../../services/ingestion/src/store/documents.ts';
import { ashbyRows } from '../quality/normalize/ashby-rows.ts';
import { scriptArgs, scriptNumber } from '../scripts/script-args.ts';
import { cpuSeconds } from './cpu-seconds.ts';

const usage = 'usage: npm run bench:linking -- [postings, 7395] [alike]';
const { count: COUNT, isAlike } = scriptArgs(
  { usage, options: {}, words: { max: 2 } },
  ({ positionals: [count = '7395', how = ''] }) => ({
    count: scriptNumber('postings', count),
    isAlike: how === 'alike',
  }),
);
const PIECE = 200;
const NOW = new Date('2026-11-30T00:00:00Z');
const say = (line: string) => void process.stdout.write(`${line}\n`);

const engines = await startEngines({ provider: 'java', only: ['mongo'] });
const connection = connectMongo(`${engines.urls.mongoUrl}/bench?monitorCommands=true`, silentLog());
const commands = new Map<string, number>();
const cpu = () => ({
  linking: (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
  mongo: cpuSeconds(engines.pids.mongo),
});

try {
  await connection.asPromise();
  const documents = createDocuments(connection, '', silentLog());
  await documents.ensureIndexes();
  const accept = createAccept(documents);
  let [piece, stored]: [Arrival[], number] = [[], 0];
  const store = async () => {
    if (piece.length > 0) await accept(piece, NOW);
    stored += piece.length;
    piece = [];
  };
  let first: ReturnType<typeof mapRow> | null = null;
  for await (const row of ashbyRows()) {
    if (stored + piece.length === COUNT) break;
    const mapped = mapRow(row);
    first ??= mapped;
    const made = canonicalize(isAlike ? { ...first, sourceId: mapped.sourceId } : mapped, NOW);
    if ('posting' in made) piece.push({ posting: made.posting, traceparent: null });
    if (piece.length === PIECE) await store();
  }
  await store();

  const counted = { compared: 0, versions: 0 };
  const { round } = createLinking({
    ...{ documents, isRelay: () => true, isCrowded: () => false, nowMs: () => performance.now() },
    ...{ log: silentLog(), metrics: createMetrics('ingestion') },
    onStored: (count) => (counted.versions += count),
    onCompared: (count) => (counted.compared += count),
  });
  connection.getClient().on('commandStarted', ({ commandName }: { commandName: string }) => {
    commands.set(commandName, (commands.get(commandName) ?? 0) + 1);
  });
  const [began, before] = [performance.now(), cpu()];
  while (await round(() => true));
  const [seconds, after] = [(performance.now() - began) / 1000, cpu()];

  const each = (count: number) => (count / stored).toFixed(2);
  const trips = [...commands].sort(([, a], [, b]) => b - a);
  const total = trips.reduce((sum, [, count]) => sum + count, 0);
  const cost = (name: 'linking' | 'mongo') => `${name} ${(after[name] - before[name]).toFixed(1)} s`;
  say(`${stored} postings: ${Math.round(stored / seconds)} a second, ${seconds.toFixed(1)} s`);
  say(`round trips a posting: ${each(total)} (${trips.map(([name, n]) => `${name} ${each(n)}`).join(', ')})`);
  say(`CPU: ${cost('linking')}, ${cost('mongo')}`);
  say(`compared a posting: ${each(counted.compared)}; versions made: ${counted.versions}`);
  const jobs = Map.groupBy(
    await documents
      .postings()
      .find({}, { projection: { job: 1, primary: 1 } })
      .toArray(),
    ({ _id, job }) => job ?? _id,
  );
  const groups = [...jobs.values()].map((group) => group.map(({ _id }) => _id).sort()).sort();
  const primaries = [...jobs.values()].flat().filter(({ primary }) => primary !== false).length;
  const largest = Math.max(...groups.map(({ length }) => length));
  const several = groups.filter(({ length }) => length > 1).length;
  say(
    `jobs: ${groups.length}, ${several} of several, the largest of ${largest}; postings that count: ${primaries}`,
  );
  // To tell whether two runs came to the same jobs.
  say(
    `jobs, as a hash: ${createHash('sha256').update(JSON.stringify(groups)).digest('base64url').slice(0, 12)}`,
  );
} finally {
  await connection.close();
  await engines.stop();
}
