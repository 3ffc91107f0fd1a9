import { expect, test } from '@jest/globals';
import { Redis } from 'ioredis';
import { startEngines } from '../index.ts';
import { createTopic, topicExists } from '../probes/kafka-topics.ts';

test('containers answer, keep their data over a kill, and stop', async () => {
  const engines = await startEngines({ provider: 'docker' });
  try {
    const [host = '', port] = engines.urls.kafkaBrokers[0]?.split(':') ?? [];
    const broker = { host, port: Number(port) };
    await createTopic(broker, 'kept');
    const before = new Redis(engines.urls.redisUrl);
    await before.set('kept', '1');
    expect(await before.call('BGREWRITEAOF')).toBeDefined();
    before.disconnect();
    for (const name of ['kafka', 'mongo', 'redis'] as const) {
      await engines.kill(name);
      await engines.start(name);
    }
    expect(await topicExists(broker, 'kept')).toBe(true);
    const after = new Redis(engines.urls.redisUrl);
    expect(await after.get('kept')).toBe('1');
    after.disconnect();
  } finally {
    await engines.stop();
    await engines.stop();
  }
});
