import { liveChange } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import { GraphQLNonNull } from 'graphql';
import type { z } from 'zod';
import type { LiveEntry } from '../../live/hub.ts';
import type { Fields, Types } from '../create-types.ts';
import { changeGiven } from '../shapes.ts';

type Change = z.infer<typeof changeGiven>;

const readChange = ({ id, data }: LiveEntry): Change => {
  try {
    return { id, ...liveChange.parse(JSON.parse(data)) };
  } catch (cause) {
    throw appError('internal', `The change ${id} cannot be read`, { cause });
  }
};

// Parsed once for all clients: they get the same entry.
const read = new WeakMap<LiveEntry, Change>();
const changeOf = (entry: LiveEntry): Change => {
  const change = read.get(entry) ?? readChange(entry);
  read.set(entry, change);
  return change;
};

/**
 * `changes`: the live feed from now on. A client that must not miss anything uses /v1/live, which resumes after an id.
 */
export const changeFields = (types: Types): Fields => ({
  changes: {
    description: 'Changes of the counts, once a second, from now on: a hint to query again.',
    type: new GraphQLNonNull(types.typeOf(changeGiven, 'Subscription.changes')),
    subscribe: (_source, _args, { changes }) => changes(),
    resolve: (entry) => changeOf(entry as LiveEntry),
  },
});
