import { exchange, type Address } from './tcp.ts';

const opMsg = 2013;

/** `{ping: 1, $db: 'admin'}` as one OP_MSG of MongoDB's wire protocol. */
function pingMessage(): Buffer {
  const element = (type: number, name: string, value: Buffer) =>
    Buffer.concat([Buffer.of(type), cstring(name), value]);
  const elements = Buffer.concat([
    element(0x10, 'ping', int32(1)),
    element(0x02, '$db', Buffer.concat([int32(6), cstring('admin')])),
  ]);
  const document = Buffer.concat([int32(elements.length + 5), elements, Buffer.of(0)]);
  const body = Buffer.concat([int32(0), Buffer.of(0), document]);
  return Buffer.concat([int32(body.length + 16), int32(1), int32(0), int32(opMsg), body]);
}

/** Resolves when the MongoDB server at this address answers ping with ok: 1. */
export async function pingMongo(address: Address): Promise<void> {
  const whole = (received: Buffer) => received.length >= 4 && received.length >= received.readInt32LE(0);
  const response = await exchange(address, pingMessage(), whole);
  const ok = response.indexOf(Buffer.concat([Buffer.of(0x01), cstring('ok')]));
  if (ok < 0 || response.readDoubleLE(ok + 4) !== 1) throw new Error('ping was not answered by ok: 1');
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}

function cstring(text: string): Buffer {
  return Buffer.from(`${text}\0`);
}
