import { describe, expect, test } from '@jest/globals';
import { chooseProvider } from './choose.ts';

const all = { KAFKA_BROKERS: 'a:1', MONGO_URL: 'mongodb://a', REDIS_URL: 'redis://a' };
const docker = (value: boolean) => async () => value;

describe('auto', () => {
  test('addresses take precedence over Docker, Docker over Java', async () => {
    expect(await chooseProvider('auto', all, docker(true))).toMatchObject({ provider: 'external' });
    expect(await chooseProvider('auto', {}, docker(true))).toMatchObject({ provider: 'docker' });
    expect(await chooseProvider('auto', {}, docker(false))).toMatchObject({ provider: 'java' });
  });

  test('Docker is not pinged when addresses are set', async () => {
    const never = async () => Promise.reject(new Error('asked'));
    expect(await chooseProvider('auto', all, never)).toMatchObject({ provider: 'external' });
  });

  test.each([
    [{ KAFKA_BROKERS: 'a:1' }, ['MONGO_URL', 'REDIS_URL']],
    [{ ...all, REDIS_URL: '' }, ['REDIS_URL']],
  ])('some addresses without the others are refused, naming the missing: %o', async (env, missing) => {
    await expect(chooseProvider('auto', env, docker(true))).rejects.toMatchObject({
      code: 'misconfigured',
      context: { missing },
    });
  });
});

test('a requested provider is chosen without checks', async () => {
  expect(await chooseProvider('java', all, docker(true))).toMatchObject({ provider: 'java' });
  expect(await chooseProvider('docker', all, docker(true))).toMatchObject({ provider: 'docker' });
  expect(await chooseProvider('external', all, docker(true))).toMatchObject({ provider: 'external' });
});

test('requested engines of a Docker that does not answer are refused in one sentence', async () => {
  await expect(chooseProvider('docker', {}, docker(false))).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringMatching(/^no Docker engine answers: .*--engines java$/),
  });
});

test('external without addresses is refused', async () => {
  await expect(chooseProvider('external', {}, docker(true))).rejects.toMatchObject({
    code: 'misconfigured',
  });
});

describe('where there are data of earlier runs', () => {
  test.each([
    { dataOf: ['java'] as const, docker: true, provider: 'java', note: /--engines docker/ },
    { dataOf: ['java'] as const, docker: false, provider: 'java', note: null },
    { dataOf: ['docker'] as const, docker: true, provider: 'docker', note: null },
    { dataOf: ['java', 'docker'] as const, docker: true, provider: 'java', note: /--engines docker/ },
    { dataOf: ['docker', 'java'] as const, docker: true, provider: 'docker', note: null },
  ])('the engines that have them are chosen: $kept, Docker answers: $docker', async (row) => {
    const { provider, note } = await chooseProvider('auto', {}, docker(row.docker), row.dataOf);
    expect(provider).toBe(row.provider);
    if (row.note) expect(note).toMatch(row.note);
    else expect(note).toBeUndefined();
  });

  test('in Docker, and no Docker engine answers, empty engines are chosen only on request', async () => {
    await expect(chooseProvider('auto', {}, docker(false), ['docker'])).rejects.toMatchObject({
      code: 'unavailable',
      message: expect.stringMatching(/start Docker, or say --engines java/),
    });
  });

  test.each([
    ['docker', {}, ['java'], /^docker begins with nothing; .*Java engines.*unused$/],
    ['java', {}, ['docker'], /^java begins with nothing; .*Docker.*unused$/],
    ['java', {}, ['docker', 'java'], /^there are data of Docker.*unused$/],
    ['auto', all, ['java'], /^there are data of the Java engines.*unused$/],
  ] as const)('a note names the data that %s leaves unused', async (wanted, env, dataOf, note) => {
    expect((await chooseProvider(wanted, env, docker(true), dataOf)).note).toMatch(note);
  });

  test('of the requested provider, there is no note', async () => {
    expect(await chooseProvider('java', {}, docker(true), ['java', 'docker'])).not.toHaveProperty('note');
  });
});
