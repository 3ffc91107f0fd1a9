import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import {
  deadLetterHeaders,
  demandResult,
  eventHeaders,
  ingestResult,
  postingsReceived,
  postingsTagged,
  receivedDeadLetters,
  taggedDeadLetters,
  type PostingInput,
} from '@skillstream/contracts';
import { createKafka, createPublisher, createTopicAdmin, readRange, toTheEnd } from '@skillstream/messaging';
import { silentLog } from '@skillstream/runtime';
import { connectedMongo } from './platform/connected-mongo.ts';
import { startPlatform, type Platform } from './platform/platform.ts';
import { readStores } from './platform/read-stores.ts';
import { runCommand } from './platform/run-command.ts';
import { allowed, localTokens } from './platform/token.ts';

const GONE = 'quokkas in the courtyard';
const STAYS = 'wombats in the kitchen';
const TOPICS = [postingsReceived, postingsTagged, receivedDeadLetters, taggedDeadLetters].map(
  ({ name }) => name,
);
let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform?.stop());

const posting = (source: string, i: number, words: string): PostingInput => ({
  ...{ source, sourceId: `${i}`, title: `Backend engineer with ${words}`, organization: `Boats, ${words}` },
  description: `We use Kafka and Go, and have ${words}.`,
  ...{ location: 'Berlin, Germany', datePosted: '2025-03-01' },
});
const send = async (postings: PostingInput[]): Promise<string[]> => {
  const headers = { 'content-type': 'application/json' };
  const request = await allowed({ method: 'POST', headers, body: JSON.stringify(postings) });
  const results = ingestResult
    .array()
    .parse(await (await fetch(`${platform.url}/v1/postings`, request)).json());
  return results.flatMap((one) => ('postingId' in one ? [one.postingId] : []));
};
const many = (source: string, count: number, words: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => posting(source, i, words(i)));

const run = async (...args: string[]) => {
  const { kafkaBrokers, mongoUrl, redisUrl } = platform.urls;
  return runCommand(args, {
    ...{ KAFKA_BROKERS: kafkaBrokers.join(','), MONGO_URL: mongoUrl, REDIS_URL: redisUrl },
    ...{ SKILLSTREAM_GATEWAY: platform.url, SKILLSTREAM_TOKEN: (await localTokens())! },
  });
};

/** A record of a source that nobody can read: tagging puts it aside. */
const publishPoison = async (source: string, words: string) => {
  const publisher = createPublisher(createKafka(platform.urls.kafkaBrokers, 'poison', silentLog()));
  const headers = { [eventHeaders.postingSource]: source };
  await publisher.publish(postingsReceived.name, [
    { key: `${source}.poison`, value: `no JSON: ${words}`, headers },
  ]);
  // Compaction has something newer of its key.
  await publisher.publish(postingsReceived.name, [{ key: `${source}.poison`, value: 'seven', headers: {} }]);
  await publisher.close();
};

/** What compaction will leave of the topics: the last record of each key. */
const afterCompaction = async (): Promise<string[]> => {
  const kafka = createKafka(platform.urls.kafkaBrokers, 'compaction', silentLog());
  const admin = createTopicAdmin(kafka, silentLog());
  const last = new Map<string, string>();
  try {
    for (const topic of TOPICS)
      await readRange(
        { kafka, admin },
        topic,
        toTheEnd((_, records) => {
          for (const { key, value, headers } of records)
            last.set(`${topic} ${key}`, `${String(value)} ${JSON.stringify(headers)}`);
        }),
      );
    return [...last.values()];
  } finally {
    await admin.close();
  }
};

/** What queries say, once the views count so many postings, too. */
const counts = async (population: number) => {
  const paths = ['demand?top=1000', 'demand?top=1000&via=facts', 'sources', 'roles', 'salaries'];
  return until('the views have counted them', async () => {
    const answers = await Promise.all(paths.map((path) => platform.get(`/v1/${path}`)));
    const read = demandResult.parse(answers[0]);
    return (
      read.population === population && answers.map((one) => ({ ...(one as object), answeredFrom: null }))
    );
  });
};
const rowOf = async (source: string) => (await platform.settled()).rows.find((row) => row.source === source);
const unread = () =>
  until('the poison is put aside', async () => (await platform.ledger()).total.deadLettered >= 2);

test('a source is erased everywhere, as if it had never been there, and the other one stays', async () => {
  const [kept] = await send(many('beta', 30, () => STAYS));
  await platform.settled();
  const without = await counts(30);
  const [erased] = await send(many('alpha', 250, (i) => `${GONE} ${i}`));
  await publishPoison('alpha', GONE);
  await unread();
  expect(await counts(280)).not.toEqual(without);

  const before = await run('erase', '--prove', erased!, '--text', GONE);
  expect([before.code, before.out]).toEqual([1, expect.stringContaining('is live: nothing has erased it')]);
  for (const place of ['skillstream_ingestion.postings', postingsReceived.name, postingsTagged.name])
    expect(before.out).toContain(place);
  const dry = await run('erase', '--source', 'alpha', '--dry-run');
  expect([dry.code, dry.out]).toEqual([
    0,
    expect.stringMatching(/^would erase: 250 postings of alpha, such as alpha\./),
  ]);
  const asked = await run('erase', '--source', 'alpha');
  expect([asked.code, asked.err]).toEqual([2, expect.stringContaining('--yes')]);
  await counts(280);

  const done = await run('erase', '--source', 'alpha', '--yes');
  expect([done.code, done.err, done.out]).toEqual([
    0,
    expect.any(String),
    expect.stringContaining('250 postings of alpha and 1 dead letter erased'),
  ]);
  const { total } = await until('the letter is no longer counted', async () => {
    const found = await platform.settled();
    return found.total.deadLettered === 1 ? found : null;
  });
  // The other poison names no source.
  expect(total).toMatchObject({ accepted: 281, counted: 30, retracted: 250, deadLettered: 1 });
  // Answers that are read one after another may be of two states of the views.
  await until('every answer is as it was', async () => {
    expect(await counts(30)).toEqual(without);
    return true;
  });
  expect((await platform.verify()).differences).toEqual([]);

  const stores = await readStores(platform.urls, TOPICS);
  for (const store of [stores.mongo, stores.redis, (await afterCompaction()).join('\n')])
    expect(store.toLowerCase()).not.toContain(GONE);
  expect(stores.mongo).toContain(STAYS);
  const after = await run('erase', '--prove', erased!);
  expect([after.code, after.out]).toEqual([0, expect.not.stringContaining('should be gone')]);
  // These engines are in the environment: where their files are is not known.
  const inFiles = await run('erase', '--prove', erased!, '--text', GONE);
  expect([inFiles.code, inFiles.out]).toEqual([
    1,
    expect.stringContaining('not all was looked at: files, files of the engines (not looked at'),
  ]);
  expect(inFiles.out).not.toContain('should be gone');
  const mistyped = await run('erase', '--prove', `${erased!}x`);
  expect([mistyped.code, mistyped.out]).toEqual([1, expect.stringContaining('is unknown: no place')]);
  const others = await run('erase', '--prove', kept!);
  expect([others.code, others.out]).toEqual([1, expect.stringContaining('is live: nothing has erased it')]);
  // The letter of the other poison, which has the same key, is listed.
  expect((await run('dlq', 'list')).out.match(/alpha\.poison/g)).toHaveLength(1);
});

/** How often the dead letters of received postings were taken away by a run. */
const takenAway = async (): Promise<number> => {
  const kafka = createKafka(platform.urls.kafkaBrokers, 'letters', silentLog());
  const admin = createTopicAdmin(kafka, silentLog());
  let found = 0;
  try {
    await readRange(
      { kafka, admin },
      receivedDeadLetters.name,
      toTheEnd((_, records) => {
        for (const { value, headers } of records) if (value === null && headers['dlq_erasedby']) found += 1;
      }),
    );
    return found;
  } finally {
    await admin.close();
  }
};

test('a day later what took a letter away is published once more, which closes the segment that has its text', async () => {
  expect(await takenAway()).toBe(1);
  const mongo = await connectedMongo(`${platform.urls.mongoUrl}/skillstream_ingestion`);
  const runs = mongo.collection<{ at: Date }>('erased_letters');
  const { at } = (await runs.findOne())!;
  expect(at.getTime() - Date.now()).toBeGreaterThan(23 * 3_600_000);
  await runs.updateMany({}, { $set: { at: new Date() } });
  await until('it is published once more', async () => (await runs.countDocuments()) === 0);
  await mongo.close();
  expect(await takenAway()).toBe(2);
  expect((await platform.settled()).total).toMatchObject({ deadLettered: 1 });
});

test('of a source only the postings with a text are erased, and what is sent again afterwards is counted', async () => {
  await send([posting('gamma', 1, GONE), posting('gamma', 2, STAYS)]);
  await platform.settled();
  const done = await run('erase', '--source', 'gamma', '--matching', GONE.toUpperCase(), '--yes');
  expect([done.code, done.out]).toEqual([
    0,
    expect.stringContaining('1 posting of gamma and 0 dead letters'),
  ]);
  expect(await rowOf('gamma')).toMatchObject({ counted: 1, retracted: 1 });
  await send([posting('gamma', 1, 'nothing special')]);
  expect(await rowOf('gamma')).toMatchObject({ counted: 2, retracted: 0 });
  expect((await platform.verify()).differences).toEqual([]);
});

test('a person is erased from all sources by one command, and nobody else', async () => {
  const PERSON = 'Ada Example-Quokka';
  await send([posting('epsilon', 1, PERSON), posting('epsilon', 2, STAYS), posting('zeta', 1, PERSON)]);
  await platform.settled();
  const done = await run('erase', '--all-sources', '--matching', PERSON.toUpperCase(), '--yes');
  expect([done.code, done.err, done.out]).toEqual([
    0,
    expect.any(String),
    expect.stringMatching(
      /to erase: 2 postings .* of 2 sources of \d+[^]*2 postings and 0 dead letters of \d+ sources erased/,
    ),
  ]);
  expect(await rowOf('epsilon')).toMatchObject({ counted: 1, retracted: 1 });
  expect(await rowOf('zeta')).toMatchObject({ counted: 0, retracted: 1 });
  expect(await rowOf('beta')).toMatchObject({ counted: 30, retracted: 0 });
  expect((await readStores(platform.urls, TOPICS)).mongo).not.toContain(PERSON);
  expect((await platform.verify()).differences).toEqual([]);
});

test('letters of an earlier release are moved to their own keys, listed as before, and erased', async () => {
  const topic = receivedDeadLetters.name;
  const publisher = createPublisher(createKafka(platform.urls.kafkaBrokers, 'earlier', silentLog()));
  const headers = (offset: number, source: string) => ({
    ...{ [deadLetterHeaders.topic]: postingsReceived.name, [deadLetterHeaders.partition]: '77' },
    ...{ [deadLetterHeaders.offset]: String(offset), [deadLetterHeaders.code]: 'undecodable' },
    ...{ [deadLetterHeaders.reason]: 'no JSON', [deadLetterHeaders.time]: '2025-01-01T00:00:00.000Z' },
    ...{ [deadLetterHeaders.attempts]: '1', [eventHeaders.postingSource]: source },
  });
  await publisher.publish(topic, [
    { key: 'delta.1', value: GONE, headers: headers(1, 'delta') },
    { key: 'delta.1', value: GONE, headers: headers(2, 'delta') },
    { key: 'epsilon.1', value: STAYS, headers: headers(3, 'epsilon') },
  ]);
  await publisher.close();
  const first = await run('erase', '--source', 'delta', '--yes');
  expect(first.out).toContain('the text of 2 dead letters stays until: skillstream dlq migrate');
  const moved = await run('dlq', 'migrate');
  expect([moved.code, moved.out]).toEqual([0, expect.stringContaining(`${topic}: 1 letter moved`)]);
  expect((await afterCompaction()).join('\n').toLowerCase()).not.toContain(GONE);
  const { out } = await run('dlq', 'show', `${postingsReceived.name}/77/3`);
  expect(out).toMatch(/key +epsilon\.1/);
  expect(out).toContain(STAYS);
  expect((await run('dlq', 'show', `${postingsReceived.name}/77/1`)).code).toBe(1);
  expect((await run('dlq', 'migrate')).out).toContain(`${topic}: 0 letters moved`);
});
