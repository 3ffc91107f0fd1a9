// `npm run bench:facts [postings]` prints what questions that no view covers cost over the facts of the shared Ashby
// file: CPU of this process, which does what analytics does, and of the MongoDB stand-in; the readings are counted.
import { sleep } from '@skillstream/async';
import { startEngines } from '@skillstream/engines';
import { messageOf } from '@skillstream/errors';
import { connectMongo } from '@skillstream/mongo';
import { silentLog } from '@skillstream/runtime';
import { createTagger, loadModel, loadTaxonomy, postingText, tagsOfText } from '@skillstream/tagger';
import { mapRow } from '../../packages/files/src/known/map-row.ts';
import { canonicalize } from '../../services/ingestion/src/canonical/canonical-posting.ts';
import { contributionOf } from '../../services/analytics/src/contribution/contribution.ts';
import { createQueries } from '../../services/analytics/src/queries/create-queries.ts';
import { createMongoFactStore } from '../../services/analytics/src/stores/mongo/mongo-fact-store.ts';
import { ashbyRows } from '../quality/normalize/ashby-rows.ts';
import { scriptArgs, scriptNumber } from '../scripts/script-args.ts';
import { cpuSeconds } from './cpu-seconds.ts';

const COUNT = scriptArgs(
  { usage: 'usage: npm run bench:facts -- [postings, 7395]', options: {}, words: { max: 1 } },
  ({ positionals: [count = '7395'] }) => scriptNumber('postings', count),
);
const PIECE = 250;
const ROUNDS = 3;
const NOW = new Date('2026-11-30T00:00:00Z');
const say = (line: string) => void process.stdout.write(`${line}\n`);

const engines = await startEngines({ provider: 'java', only: ['mongo'] });
const connection = connectMongo(`${engines.urls.mongoUrl}/bench?monitorCommands=true`, silentLog());
let readings = 0;
const cpu = () => ({
  own: (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
  mongo: cpuSeconds(engines.pids.mongo),
});

try {
  await connection.asPromise();
  const facts = createMongoFactStore({ connection, generation: 1, log: 'log/1', now: Date.now });
  const tagger = createTagger(loadTaxonomy(), loadModel());
  await facts.position(0);
  const numbers = new Set<string>();
  let [piece, stored]: [Parameters<typeof facts.write>[0][number][], number] = [[], 0];
  const store = async () => {
    await facts.write(piece);
    stored += piece.length;
    piece = [];
  };
  for await (const row of ashbyRows()) {
    if (stored + piece.length === COUNT) break;
    const made = canonicalize(mapRow(row), NOW);
    if (!('posting' in made)) continue;
    const { posting } = made;
    const { tags } = tagsOfText(tagger, postingText(posting), posting.organization);
    const data = { ...posting, version: 1, receivedAt: NOW.toISOString(), tags };
    const contribution = contributionOf({ type: 'posting.tagged', data } as never);
    if (!contribution.retracted)
      for (const skill of contribution.skills) numbers.add(`${contribution.month} ${skill}`);
    piece.push({
      ...{ postingId: posting.postingId, partition: 0, offset: stored + piece.length, contribution },
      trail: {
        ...{ acceptedMs: +NOW, taggedMs: +NOW, taggedBy: 'tagging-0', countedMs: +NOW },
        ...{ countedBy: 'analytics-0', received: { partition: 0, offset: 1, ms: +NOW, by: 'ingestion-0' } },
      },
    });
    if (piece.length === PIECE) await store();
  }
  await store();
  await facts.move(0, -1, stored - 1);
  await facts.touch(0, stored - 1, stored, true);

  const stores = { version: 'v1.1', facts } as never;
  const queries = createQueries({
    context: { current: () => null, stores: async () => stores, partitions: async () => 1 },
    ...{ reports: [], maxAgeMs: 1000, now: Date.now },
  });
  connection.getClient().on('commandStarted', ({ command }) => {
    const collection = command['find'] ?? command['aggregate'];
    if (collection === 'facts_1') readings += 1;
  });
  const measured = async (what: string, ask: () => Promise<unknown>) => {
    const [beganMs, readBefore, before] = [performance.now(), readings, cpu()];
    const end = await ask().then(
      () => 'answered',
      (error: unknown) => messageOf(error).slice(0, 60),
    );
    const ms = performance.now() - beganMs;
    // What was cut off goes on in the stand-in.
    for (let used = -1; cpu().mongo - used > 0.05; await sleep(500)) used = cpu().mongo;
    const after = cpu();
    const cost = (name: 'own' | 'mongo') => `${name} ${(after[name] - before[name]).toFixed(2)} s`;
    const [read, asked] = [`${readings - readBefore} readings`, `${ms.toFixed(0)} ms: ${end}`];
    say(`${what.padEnd(36)}${read}, CPU: ${cost('own')}, ${cost('mongo')}; ${asked}`);
  };
  say(`${stored} facts, ${numbers.size} numbers by month and skill`);
  const source = 'ashby';
  const everything = { via: 'facts', origin: 'all' } as const;
  for (let round = 1; round <= ROUNDS; round += 1) {
    // Another version of the facts: nothing that was read before is of it.
    await facts.move(0, stored - 2 + round, stored - 1 + round);
    await measured('demand of a source', () => queries.demand({ source, top: 20 }));
    await measured('5 skills of it', () => queries.demand({ source, top: 5 }));
    await measured('the same by jobs', () => queries.demand({ source, count: 'jobs' }));
    await measured('a trend', () => queries.trend('python', { source }));
    await measured('roles', () => queries.roles({ source }));
    await measured('pairs', () => queries.pairs('python', { source }));
    await measured('pay', () => queries.salaries({ source }));
    await measured('all postings by facts, 6 at once', () =>
      Promise.all(Array.from({ length: 6 }, () => queries.demand(everything))),
    );
  }
} finally {
  await connection.close();
  await engines.stop();
}
