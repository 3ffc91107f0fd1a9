import { eventHeaders, postingsTagged, taggedPosting } from '@skillstream/contracts';
import { createKafka, createTopicAdmin, readRange, toTheEnd } from '@skillstream/messaging';
import { silentLog } from '@skillstream/runtime';

/** How many postings there are for each version of the taxonomy that tagged them last; retracted ones are left out. */
export const taggedWith = async (brokers: string[]): Promise<Record<string, number>> => {
  const kafka = createKafka(brokers, 'tagged-with', silentLog());
  const admin = createTopicAdmin(kafka, silentLog());
  const versions = new Map<string, string | null>();
  const keep = toTheEnd((_partition, records) => {
    for (const { headers, value } of records) {
      const version = value && taggedPosting.parse(JSON.parse(value.toString())).taxonomyVersion;
      versions.set(headers[eventHeaders.subject]!, version);
    }
  });
  try {
    await readRange({ kafka, admin }, postingsTagged.name, keep);
  } finally {
    await admin.close();
  }
  const counts: Record<string, number> = {};
  for (const version of versions.values()) if (version !== null) counts[version] = (counts[version] ?? 0) + 1;
  return counts;
};
