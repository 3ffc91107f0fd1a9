import { eventHeaders, postingsReceived, postingsTagged } from '@skillstream/contracts';
import { createKafka, createTopicAdmin, readRange, toTheEnd } from '@skillstream/messaging';
import { silentLog } from '@skillstream/runtime';

type Versions = Map<string, number[]>;

/**
 * What the committed records of both logs say that they must not, one line a fault: a posting with an older version
 * behind a newer one, or one whose versions were not each tagged as often as they were published.
 */
export const readLogFaults = async (brokers: string[]): Promise<string[]> => {
  const kafka = createKafka(brokers, 'log-faults', silentLog());
  const admin = createTopicAdmin(kafka, silentLog());
  const versionsIn = async (topic: string): Promise<Versions> => {
    const found: Versions = new Map();
    const keep = toTheEnd((_partition, records) => {
      for (const { headers } of records) {
        const postingId = headers[eventHeaders.subject]!;
        const versions = found.get(postingId) ?? [];
        found.set(postingId, [...versions, Number(headers[eventHeaders.postingVersion])]);
      }
    });
    await readRange({ kafka, admin }, topic, keep);
    return found;
  };
  try {
    const received = await versionsIn(postingsReceived.name);
    const tagged = await versionsIn(postingsTagged.name);
    return [...new Set([...received.keys(), ...tagged.keys()])].flatMap((postingId) => {
      const [published, seen] = [received.get(postingId) ?? [], tagged.get(postingId) ?? []];
      const faults: string[] = [];
      if (published.some((version, i) => version < (published[i - 1] ?? 0)))
        faults.push(`${postingId}: versions ${published} were published in this order`);
      if (String(published) !== String(seen))
        faults.push(`${postingId}: versions ${published} were published, ${seen || 'none'} tagged`);
      return faults;
    });
  } finally {
    await admin.close();
  }
};
