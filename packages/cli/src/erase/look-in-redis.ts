import { connectRedis, scanKeys, silentLog, type Redis } from '@skillstream/runtime';
import { redisPrefixOf } from '../platform/redis-prefix.ts';
import { isSkillstreamKey } from '../reset/external.ts';
import { holdsText, mentions, type Finding, type Looked } from './finding.ts';
import { createFound } from './found.ts';
import { streamPages } from './stream-pages.ts';

const PAGE = 1000;

/** The content of a key, part by part, so that a large one is never in memory at once. */
async function* partsOf(redis: Redis, key: string): AsyncGenerator<string> {
  switch (await redis.type(key)) {
    case 'hash':
      for await (const part of redis.hscanStream(key, { count: PAGE })) yield (part as string[]).join('\n');
      return;
    case 'set':
      for await (const part of redis.sscanStream(key, { count: PAGE })) yield (part as string[]).join('\n');
      return;
    case 'zset':
      for await (const part of redis.zscanStream(key, { count: PAGE })) yield (part as string[]).join('\n');
      return;
    case 'stream':
      for await (const page of streamPages(redis, key, PAGE)) yield JSON.stringify(page);
      return;
    case 'string':
      yield (await redis.get(key)) ?? '';
  }
}

type Sought = { id: string; text: string | undefined; now: Date };

/** What a key has, as far as it was read until the time was up. */
const findingIn = async (
  redis: Redis,
  key: string,
  { id, text, now, isOver }: Sought & { isOver: () => boolean },
): Promise<Finding | null> => {
  let isNamed = mentions(key, id);
  let hasText = false;
  for await (const part of partsOf(redis, key)) {
    isNamed ||= mentions(part, id);
    hasText ||= text !== undefined && holdsText(part, text);
    if (isOver()) break;
  }
  if (!isNamed && !hasText) return null;
  const leftMs = await redis.pttl(key);
  const what = hasText ? 'text' : 'id';
  const found = { place: key, what, ...(!isNamed && { byWords: true }) } as const;
  if (leftMs >= 0) return { ...found, until: new Date(now.getTime() + leftMs) };
  return { ...found, until: hasText ? 'overdue' : 'kept' };
};

/**
 * What Redis has of a posting: every key of ours that names it, or holds its text.
 * @param untilMs no part of a key is read after that, on the clock of performance.now()
 */
export const lookInRedis = async (url: string, sought: Sought & { untilMs: number }): Promise<Looked> => {
  const prefix = redisPrefixOf(process.env);
  const redis = connectRedis(url, silentLog());
  const found = createFound();
  const isOver = () => performance.now() > sought.untilMs;
  let complete = true;
  const lookAt = async (keys: string[]): Promise<void> => {
    for (const key of keys) {
      const finding = await findingIn(redis, key, { ...sought, isOver });
      if (finding) found.add(finding);
      complete = !isOver();
      if (!complete) return;
    }
  };
  try {
    await new Promise<void>((resolve, reject) => redis.once('ready', resolve).once('error', reject));
    for await (const keys of scanKeys(redis, `${prefix}*`)) {
      await lookAt(
        keys.filter((one) => isSkillstreamKey(one, prefix) || one.startsWith(`${prefix}gateway:`)),
      );
      complete &&= !isOver();
      if (!complete) break;
    }
    return { store: 'Redis', place: 'all keys', ...found.found(), complete };
  } finally {
    redis.disconnect();
  }
};
