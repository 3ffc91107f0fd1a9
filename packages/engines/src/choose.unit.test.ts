import { describe, expect, test } from '@jest/globals';
import { chooseProvider } from './choose.ts';

const all = { KAFKA_BROKERS: 'a:1', MONGO_URL: 'mongodb://a', REDIS_URL: 'redis://a' };
const answers = (value: boolean) => async () => value;

describe('auto', () => {
  test('addresses win over Docker, Docker over Java', async () => {
    expect(await chooseProvider('auto', all, answers(true))).toMatchObject({ provider: 'external' });
    expect(await chooseProvider('auto', {}, answers(true))).toMatchObject({ provider: 'docker' });
    expect(await chooseProvider('auto', {}, answers(false))).toMatchObject({ provider: 'java' });
  });

  test('Docker is not asked where addresses are set', async () => {
    const never = async () => Promise.reject(new Error('asked'));
    expect(await chooseProvider('auto', all, never)).toMatchObject({ provider: 'external' });
  });

  test.each([
    [{ KAFKA_BROKERS: 'a:1' }, ['MONGO_URL', 'REDIS_URL']],
    [{ ...all, REDIS_URL: '' }, ['REDIS_URL']],
  ])('some addresses without the others are refused, naming the missing: %o', async (env, missing) => {
    await expect(chooseProvider('auto', env, answers(true))).rejects.toMatchObject({
      code: 'misconfigured',
      context: { missing },
    });
  });
});

test('what is asked for is taken without looking', async () => {
  expect(await chooseProvider('java', all, answers(true))).toMatchObject({ provider: 'java' });
  expect(await chooseProvider('docker', all, answers(false))).toMatchObject({ provider: 'docker' });
  expect(await chooseProvider('external', all, answers(true))).toMatchObject({ provider: 'external' });
});

test('external without addresses is refused', async () => {
  await expect(chooseProvider('external', {}, answers(true))).rejects.toMatchObject({
    code: 'misconfigured',
  });
});
