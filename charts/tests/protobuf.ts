// Helm writes its releases as Kubernetes' protobuf: four letters, and an envelope around the object.
const MAGIC = Buffer.from('k8s\0');
const envelope = { type: 1, raw: 2 };
const typeMeta = { apiVersion: 1, kind: 2 };
const object = { metadata: 1 };
const metadata = { name: 1 };
const list = { metadata: 1, items: 2 };

export const PROTOBUF = 'application/vnd.kubernetes.protobuf';

const readNumber = (bytes: Buffer, start: number): { value: number; end: number } => {
  let [value, factor, end] = [0, 1, start];
  for (;;) {
    const byte = bytes[end++] ?? 0;
    value += (byte & 127) * factor;
    factor *= 128;
    if (byte < 128) return { value, end };
  }
};

/** One field that has a length, a text or a message; no field of another kind comes before those asked for here. */
const fieldOf = (bytes: Buffer, wanted: number): Buffer => {
  for (let at = 0; at < bytes.length;) {
    const tag = readNumber(bytes, at);
    const { value: length, end } = readNumber(bytes, tag.end);
    if (tag.value === wanted * 8 + 2) return bytes.subarray(end, end + length);
    at = end + length;
  }
  return Buffer.alloc(0);
};

const written = (number: number): number[] =>
  number < 128 ? [number] : [(number % 128) + 128, ...written(Math.floor(number / 128))];
const field = (number: number, bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from([number * 8 + 2, ...written(bytes.length)]), bytes]);

const rawOf = (body: Buffer) => fieldOf(body.subarray(MAGIC.length), envelope.raw);

/** Whether a body is protobuf, and not JSON. */
export const isProtobuf = (body: Buffer): boolean => body.subarray(0, MAGIC.length).equals(MAGIC);
/** Name of the object of a body. */
export const nameOf = (body: Buffer): string =>
  fieldOf(fieldOf(rawOf(body), object.metadata), metadata.name).toString();
/** A list of the Secrets of some bodies. */
export const secretList = (bodies: readonly Buffer[]): Buffer => {
  const meta = Buffer.concat([
    field(typeMeta.apiVersion, Buffer.from('v1')),
    field(typeMeta.kind, Buffer.from('SecretList')),
  ]);
  const items = bodies.map((body) => field(list.items, rawOf(body)));
  const raw = Buffer.concat([field(list.metadata, Buffer.alloc(0)), ...items]);
  return Buffer.concat([MAGIC, field(envelope.type, meta), field(envelope.raw, raw)]);
};
