import type { Write } from '@skillstream/engines/mongo-set';

type Update = Record<string, unknown> & { $set?: Record<string, unknown> };

const updates = ({ command, parts }: Write): Update[] =>
  command === 'update' ? parts().map(({ u }) => u as Update) : [];
const some = (write: Write, collection: RegExp, fits: (update: Update) => boolean = () => true) =>
  collection.test(write.collection) && updates(write).some(fits);

/** Every way in which the services write to MongoDB, by what is seen of it on the wire. */
export const writePaths: Record<string, (write: Write) => boolean> = {
  'intake inserts': ({ command, collection }) => command === 'insert' && collection === 'postings',
  'intake replaces': (write) => some(write, /^postings$/, ({ retracted }) => retracted === false),
  'a retraction': (write) => some(write, /^postings$/, ({ retracted }) => retracted === true),
  'the relay clears': (write) => some(write, /^postings$/, ({ $set }) => $set?.['pendingVersion'] === null),
  'the lease': (write) => some(write, /^leases$/),
  'a mark to tag again': (write) =>
    some(write, /^postings$/, ({ $set }) => typeof $set?.['pendingVersion'] === 'number'),
  'the run that tags again': (write) => some(write, /^retag$/),
  facts: (write) => some(write, /^facts_/),
  'the position of facts': (write) =>
    some(write, /^fact_positions_/, ({ $set }) => $set?.['position'] !== undefined),
};

/** What is written once, when the services meet a log for the first time. */
export const firstWrites: Record<string, (write: Write) => boolean> = {
  'the generation of the log': (write) => some(write, /^log_generations$/),
  'an index of postings': ({ command, collection }) =>
    command === 'createIndexes' && collection === 'postings',
  'an index of facts': ({ command, collection }) =>
    command === 'createIndexes' && collection.startsWith('facts_'),
  'the first position': (write) => some(write, /^fact_positions_/),
};
