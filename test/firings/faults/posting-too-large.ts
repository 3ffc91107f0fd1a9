import { until } from '@skillstream/async/testing';
import { openAccepted } from '../../platform/accepted.ts';
import { publishStored } from '../../platform/publish-stored.ts';
import { pages, type Fault } from '../fault.ts';

const TOO_LARGE = Buffer.from(JSON.stringify({ description: 'x'.repeat(3_000_000) }));

/** The first of what waits can never be published: each relay fails by it, and everything waits behind. */
export const postingTooLarge: Fault = {
  name: 'posting-too-large',
  what: 'a stored posting is larger than the topic takes',
  fires: pages('RelayWithoutProgress'),
  make: async ({ platform }) => {
    const { postings, close } = await openAccepted(platform.urls.mongoUrl);
    const { _id } = await until('a posting is published', () =>
      postings.findOne({ pendingVersion: null, retracted: false }),
    );
    const before = await publishStored(platform, _id, TOO_LARGE);
    return async () => {
      await postings.updateOne({ _id }, { $set: { posting: before } });
      await close();
    };
  },
};
