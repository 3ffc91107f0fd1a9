import { publishNonsense } from '../../platform/publish-nonsense.ts';
import { tickets, type Fault } from '../fault.ts';

/** It cannot be taken back: the alert ends when its window is free of it. */
export const recordWithoutJson: Fault = {
  name: 'record-without-json',
  what: 'a record that is no JSON stands in `postings.received.v1`',
  fires: tickets('DeadLetters'),
  make: async ({ platform }) => {
    await publishNonsense(platform.urls.kafkaBrokers);
    return () => undefined;
  },
};
