import { exchange, type Address } from './tcp.ts';

const metadata = 3;
const clientId = 'skillstream-probe';

export type PartitionState = {
  topic: string;
  partition: number;
  /** Id of the leader; -1 for none. */
  leader: number;
  replicas: number[];
  inSync: number[];
};

/**
 * Reads every partition from the broker at this address (Metadata, version 0), including Kafka's internal topics;
 * sorted by topic and number.
 */
export async function readPartitions(address: Address): Promise<PartitionState[]> {
  const request = Buffer.alloc(4 + 2 + 2 + 4 + 2 + clientId.length + 4);
  request.writeInt32BE(request.length - 4, 0);
  request.writeInt16BE(metadata, 4);
  request.writeInt16BE(clientId.length, 12);
  request.write(clientId, 14);
  const whole = (received: Buffer) => received.length >= 4 && received.length >= 4 + received.readInt32BE(0);
  const found = readMetadata(await exchange(address, request, whole));
  return found.sort((a, b) => a.topic.localeCompare(b.topic) || a.partition - b.partition);
}

/** Decodes the partitions of a Metadata response, version 0, with its length prefix. */
function readMetadata(response: Buffer): PartitionState[] {
  let at = 8;
  const int16 = () => response.readInt16BE((at += 2) - 2);
  const int32 = () => response.readInt32BE((at += 4) - 4);
  const string = () => {
    const length = int16();
    return response.toString('utf8', at, (at += length));
  };
  const list = <T>(item: () => T): T[] => Array.from({ length: int32() }, item);
  list(() => ({ id: int32(), host: string(), port: int32() }));
  return list(() => {
    int16();
    const topic = string();
    return list(() => {
      int16();
      return { topic, partition: int32(), leader: int32(), replicas: list(int32), inSync: list(int32) };
    });
  }).flat();
}
