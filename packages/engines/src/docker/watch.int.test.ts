import { expect, test } from '@jest/globals';
import { until } from '@skillstream/async/testing';
import { startEngines } from '../index.ts';
import { pingRedis } from '../probes/redis.ts';
import { watchEngines } from './watch.ts';

test('an engine that goes is reported once, with what to do, and once when it is back, as often as it goes', async () => {
  const engines = await startEngines({ provider: 'java', only: ['redis'] });
  const port = Number(new URL(engines.urls.redisUrl).port);
  const lines: string[] = [];
  const back: string[] = [];
  let probes = 0;
  const ping = () => ((probes += 1), pingRedis({ host: '127.0.0.1', port }));
  const watch = watchEngines(
    [{ name: 'redis', ping, advice: 'docker start x starts it again' }],
    (line) => lines.push(line),
    (name) => back.push(name),
    10,
  );
  const probedAgain = async (times: number) => {
    const seen = probes;
    await until('it was probed', () => probes > seen + times);
  };
  const gone = expect.stringMatching(
    /^engines: redis does not answer any more \(.*ECONNREFUSED.*\); docker start x starts/,
  );
  try {
    for (const round of [1, 2]) {
      await probedAgain(3);
      expect(lines).toHaveLength(2 * (round - 1));
      await engines.kill('redis');
      await probedAgain(5);
      expect(lines.slice(-1)).toEqual([gone]);
      await engines.start('redis');
      await until('it is seen', () => back.length === round);
    }
    expect(lines).toEqual([gone, 'engines: redis answers again', gone, 'engines: redis answers again']);
    await watch.stop();
    await engines.kill('redis');
    expect(lines).toHaveLength(4);
  } finally {
    await watch.stop();
    await engines.stop();
  }
});

test('one probe that fails is no report: a busy engine may miss one', async () => {
  let probes = 0;
  const ping = async () => {
    probes += 1;
    if (probes % 2 === 1) throw new Error('no answer within 2000 ms');
  };
  const lines: string[] = [];
  const watch = watchEngines([{ name: 'mongo', ping, advice: '' }], (line) => lines.push(line), undefined, 1);
  await until('it was probed', () => probes > 20);
  await watch.stop();
  expect(lines).toEqual([]);
});
