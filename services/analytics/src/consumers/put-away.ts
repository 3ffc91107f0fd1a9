import { errorCode, loggedError } from '@skillstream/errors';
import { deadLetterOf, markDead, sightDeath, type Publisher } from '@skillstream/messaging';
import type { Channel } from '@skillstream/runtime';
import type { Poison } from '../contribution/read-batch.ts';

export type PutAwayDeps = {
  deadLetterTopic: string;
  publisher: Pick<Publisher, 'publish'>;
  narrate: Channel['narrate'];
  sight: Channel['sight'];
  onDeadLetters: (count: number) => void;
};

/**
 * Writes records that cannot be decoded to the dead letters. They are narrated, seen and counted once they are there:
 * while Kafka refuses them, the batch comes again and again.
 */
export const putAway = (deps: PutAwayDeps) => {
  const { deadLetterTopic, publisher, narrate, sight, onDeadLetters } = deps;
  return async (poison: readonly Poison[]): Promise<void> => {
    for (const { record, error } of poison) markDead(record, errorCode(error));
    const letters = poison.map(({ record, error }) => deadLetterOf(record, error, 1, new Date()));
    await publisher.publish(deadLetterTopic, letters);
    for (const { record, error } of poison) {
      const { topic, partition, offset } = record;
      const [code, reason] = [errorCode(error), loggedError(error)];
      narrate({ type: 'dead-lettered', topic, partition, offset, code, reason });
      sightDeath(sight, 'tagged', record);
    }
    onDeadLetters(poison.length);
  };
};
