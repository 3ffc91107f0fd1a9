import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { responseOf, createClient } from '@skillstream/client';
import { scopeNames } from '@skillstream/contracts';
import { openApiDocument } from '@skillstream/contracts/openapi';
import { demoKey } from '../packages/cli/src/auth/demo-key.ts';
import { signToken } from '../packages/cli/src/auth/sign-token.ts';
import { generateSample } from '../packages/cli/src/sample/index.ts';
import { prepareSchemathesis } from './api/prepare-schemathesis.ts';
import { runSchemathesis } from './api/run-schemathesis.ts';
import { startPlatform, type Platform } from './platform/platform.ts';
import { sendAll } from './platform/send.ts';
import { localTokens } from './platform/token.ts';

// Thousands of requests made from the document, right and wrong ones, against the whole platform.
const sample = [...generateSample({ seed: 7, count: 600, firstMonth: '2024-01' })];
// Its own address is where schemathesis has the document from, so it asks that no further; the live feeds never end.
const operations = Object.values(openApiDocument().paths).flatMap(Object.keys).length - 3;
let command: string;
let platform: Platform;
beforeAll(async () => {
  command = prepareSchemathesis((line) => process.stderr.write(`${line}\n`));
  platform = await startPlatform();
  await sendAll(
    platform.url,
    sample.map(({ posting }) => posting),
  );
  await platform.settled();
});
afterAll(() => platform?.stop());

// It outlives a run.
const token = () => signToken(demoKey(), { scopes: scopeNames, subject: 'schemathesis', minutes: 60 });

const find = async (...more: string[]): Promise<string> => {
  const { passed, output } = await runSchemathesis(command, platform.url, await token(), more);
  if (!passed) throw new Error(`schemathesis found faults\n${output}`);
  return output;
};

test('whatever is asked of any operation, the answer is as the document has it', async () => {
  const output = await find('--phases', 'examples,coverage,fuzzing,stateful', '--max-examples', '100');
  expect(output).toContain(`Tested: ${operations}`);
  expect(output).toContain('No issues found');
});

test('whatever is done to postings one after the other, each answer is as the document has it', async () => {
  // Alone: where another operation looks surer to begin with, schemathesis leaves postings out of its chains. With a
  // third link from a posting, to its journey, it draws chains that it cannot go on with.
  const postings = ['--include-path-regex', '^/v1/postings(/[^/]+)?$'];
  expect(await find('--phases', 'stateful', '--max-examples', '60', ...postings)).toContain('Tested: 4');
});

test('after all that every posting is accounted for, and no number is off', async () => {
  await platform.settled();
  const gateway = createClient({ baseUrl: platform.url, token: localTokens });
  await until('the re-tagging has ended', async () => {
    const { state } = await responseOf(gateway.GET('/v1/retag'));
    return state === 'done';
  });
  await platform.settled();
  expect(await platform.verify()).toMatchObject({ state: 'done', differenceCount: 0, differences: [] });
});
