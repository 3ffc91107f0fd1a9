import { exchange, type Address } from './tcp.ts';

// Just enough of Kafka's protocol for this package's tests to check that a broker retains data; the client library
// belongs to packages/messaging.
const createTopics = 19;
const metadata = 3;

/** Creates a topic (CreateTopics, version 2). @throws Error with the broker's error code */
export async function createTopic(
  address: Address,
  topic: string,
  { partitions = 1, replicas = 1 } = {},
): Promise<void> {
  const spec = [int32(1), string(topic), int32(partitions), int16(replicas), int32(0), int32(0)];
  const response = await ask(address, createTopics, 2, [...spec, int32(10_000), Buffer.of(0)]);
  // correlation id, throttle time, count, then the topic's name, its error code and message
  const code = response.readInt16BE(4 + 4 + 4 + 2 + Buffer.byteLength(topic));
  if (code !== 0) throw new Error(`the broker reports error ${code}`);
}

/** Whether the broker knows a topic (Metadata, version 0). */
export async function topicExists(address: Address, topic: string): Promise<boolean> {
  const response = await ask(address, metadata, 0, [int32(1), string(topic)]);
  const at = response.indexOf(string(topic));
  return at >= 2 && response.readInt16BE(at - 2) === 0;
}

async function ask(address: Address, api: number, version: number, parts: Buffer[]): Promise<Buffer> {
  const body = Buffer.concat([int16(api), int16(version), int32(1), string('skillstream-test'), ...parts]);
  const whole = (received: Buffer) => received.length >= 4 && received.length >= 4 + received.readInt32BE(0);
  return (await exchange(address, Buffer.concat([int32(body.length), body]), whole, 15_000)).subarray(4);
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

const string = (text: string) => Buffer.concat([int16(Buffer.byteLength(text)), Buffer.from(text)]);
