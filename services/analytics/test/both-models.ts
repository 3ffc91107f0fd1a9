import { createQuestions } from '../src/demand/question.ts';
import { createPostingQuestions } from '../src/postings/questions.ts';
import { createFactReader } from '../src/store/fact-reader.ts';
import { createMoments } from '../src/store/moments.ts';
import { createPairViewReader } from '../src/store/pair-view-reader.ts';
import { createPayViewReader } from '../src/store/pay-view-reader.ts';
import { createPostingReader } from '../src/store/posting-reader.ts';
import { createViewReader } from '../src/store/view-reader.ts';
import type { Contribution } from '../src/contribution/contribution.ts';
import { incrementsOf } from '../src/views/increments.ts';
import type { World } from './world.ts';

type Event = { postingId: string; contribution: Contribution };

/** Questions about both read models of the same events, a partition a list, as both projections leave them. */
export const questionsAbout = async (world: World, logs: Event[][]) => {
  const stores = world.fresh();
  for (const [partition, log] of logs.entries()) {
    const events = log.map((event) => ({ ...event, postingId: `${partition}-${event.postingId}` }));
    const end = events.length;
    await stores.views.write(partition, -1, { position: end - 1, ...incrementsOf(events, new Map()) });
    await stores.views.touch(partition, end - 1, end, true);
    await stores.facts.position(partition);
    await stores.facts.write(events.map((event, offset) => ({ ...event, partition, offset })));
    await stores.facts.move(partition, -1, end - 1);
    await stores.facts.touch(partition, end - 1, end, true);
  }
  const partitions = async () => logs.length;
  const moments = createMoments({ store: () => stores, partitions, now: Date.now });
  const facts = { stores: async () => stores, partitions };
  return {
    ...createQuestions({ views: createViewReader(moments).read, facts: createFactReader(facts).read }),
    ...createPostingQuestions(
      { pairs: createPairViewReader(moments), pays: createPayViewReader(moments) },
      createPostingReader(facts),
    ),
  };
};
