import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  postingsReceived,
  postingsTagged,
  receivedDeadLetters,
  taggedDeadLetters,
} from '@skillstream/contracts';
import { startPlatform, type Platform } from './platform/platform.ts';
import { readStores } from './platform/read-stores.ts';
import { allowed } from './platform/token.ts';

// What is looked for is the planted text itself, so this shares no pattern with what masks it.
const ADDRESSES = ['Quinzia.Oxbridge@zentrale.example', 'quinzia', 'oxbridge', 'zentrale'];
const NUMBERS = ['4930901820', '2079460018', '4155550137'];
const PLAIN = 'unmistakable plain words';

const personal = {
  title: 'Backend engineer, write to Quinzia.Oxbridge@zentrale.example',
  organization: 'Paper Boats, quinzia@zentrale.example',
  description: `We run Go over Kafka, ${PLAIN}. Send it to Quinzia Oxbridge (quinzia [at] zentrale [dot] example),
or call her at +49 30 901820, (020) 7946 0018 or 415-555-0137, linkedin.com/in/quinzia-oxbridge.
Best regards,
Quinzia Oxbridge`,
  location: 'Berlin, Germany, quinzia@zentrale.example',
  url: 'https://jobs.example/1?mail=quinzia%40zentrale.example',
};
const html = `<p>${PLAIN}, <a href="mailto:quinzia@zentrale.example">Quinzia Oxbridge</a>, quinzia&#64;zentrale.example</p>`;
const postings = [
  { source: 'people', sourceId: '1', ...personal },
  { source: 'people', sourceId: '2', ...personal, description: html, descriptionFormat: 'html' },
  { source: 'people', sourceId: 'quinzia@zentrale.example', ...personal },
  { source: 'people', sourceId: '3', ...personal, datePosted: 'quinzia@zentrale.example' },
];

let platform: Platform;
beforeAll(async () => {
  platform = await startPlatform({ LOG_LEVEL: 'trace' });
});
afterAll(() => platform?.stop());

const post = async (type: string, body: string) => {
  const request = { method: 'POST', headers: { 'content-type': type }, body };
  return (await fetch(`${platform.url}/v1/postings`, await allowed(request))).text();
};

test('no address, number or name of a person is in any engine or log, however the posting came in', async () => {
  const answers = [
    await post('application/json', JSON.stringify(postings[0])),
    await post('application/json', JSON.stringify(postings.slice(1))),
    await post('application/x-ndjson', postings.map((one) => JSON.stringify(one)).join('\n')),
  ].join('\n');
  expect(answers.match(/"status":"accepted"/g)).toHaveLength(2);
  expect(answers).toContain('holds an e-mail address');
  await platform.settled();
  const topics = [postingsReceived, postingsTagged, receivedDeadLetters, taggedDeadLetters].map(
    ({ name }) => name,
  );
  const stores = await readStores(platform.urls, topics);
  const logs = (['gateway', 'ingestion', 'tagging', 'analytics'] as const).map((name) =>
    platform.service(name).logText(),
  );
  // It looks in the right places: what is no person's is there.
  expect(stores.mongo).toContain(PLAIN);
  expect(stores.kafka).toContain(PLAIN);
  expect(stores.redis).toContain('demand');
  expect(logs.join('')).toContain('posting');

  for (const [place, text] of Object.entries({ ...stores, logs: logs.join('\n') })) {
    const found = ADDRESSES.filter((each) => text.toLowerCase().includes(each.toLowerCase()));
    // However its digits are grouped; ten of them, which no times and positions happen to make.
    const digits = text.replace(/[^\d\n]/g, '');
    expect([place, found, NUMBERS.filter((each) => digits.includes(each))]).toEqual([place, [], []]);
  }
});
