import { exchange, type Address } from './tcp.ts';

const apiVersions = 18;
const correlationId = 0x736b;

/** An ApiVersions request, version 0, with its length prefix. */
export function apiVersionsRequest(clientId = 'skillstream-probe'): Buffer {
  const name = Buffer.from(clientId);
  const request = Buffer.alloc(4 + 2 + 2 + 4 + 2 + name.length);
  request.writeInt32BE(request.length - 4, 0);
  request.writeInt16BE(apiVersions, 4);
  request.writeInt16BE(0, 6);
  request.writeInt32BE(correlationId, 8);
  request.writeInt16BE(name.length, 12);
  name.copy(request, 14);
  return request;
}

export type ApiRange = { key: number; min: number; max: number };

/**
 * Decodes the APIs of an ApiVersions response, version 0, with its length prefix.
 * @throws Error when it is of another request, reports an error, or is malformed
 */
export function readApiVersions(response: Buffer): ApiRange[] {
  if (response.length < 14 || response.readInt32BE(0) !== response.length - 4)
    throw new Error('not a whole answer');
  if (response.readInt32BE(4) !== correlationId) throw new Error('answers another request');
  const code = response.readInt16BE(8);
  if (code !== 0) throw new Error(`the broker reports error ${code}`);
  const count = response.readInt32BE(10);
  if (count < 1 || response.length !== 14 + count * 6) throw new Error('its list of APIs does not add up');
  return Array.from({ length: count }, (_, i) => ({
    key: response.readInt16BE(14 + i * 6),
    min: response.readInt16BE(16 + i * 6),
    max: response.readInt16BE(18 + i * 6),
  }));
}

/** Resolves when the broker at this address responds; Kafka does so only once it can serve clients. */
export async function pingKafka(address: Address): Promise<void> {
  const whole = (received: Buffer) => received.length >= 4 && received.length >= 4 + received.readInt32BE(0);
  readApiVersions(await exchange(address, apiVersionsRequest(), whole));
}
