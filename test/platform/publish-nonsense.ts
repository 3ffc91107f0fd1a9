import { postingsReceived } from '@skillstream/contracts';
import { createKafka, createPublisher } from '@skillstream/messaging';
import { silentLog } from '@skillstream/runtime';

/** Writes a record that is not JSON into `postings.received.v1`, as a faulty program might: under the key "bad". */
export const publishNonsense = async (brokers: string[]): Promise<void> => {
  const publisher = createPublisher(createKafka(brokers, 'nonsense', silentLog()));
  await publisher.publish(postingsReceived.name, [{ key: 'bad', value: 'seven', headers: {} }]);
  await publisher.close();
};
