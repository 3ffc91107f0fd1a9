import mongoose from 'mongoose';

const { BSON } = mongoose.mongo;

const HEADER_BYTES = 16;
const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 1 << 1;
const EXHAUST_ALLOWED = 1 << 16;

/** A command or its reply. What a bulk write carries stays bytes: its parts are decoded only when asked for. */
export type Message = {
  frame: Buffer;
  requestId: number;
  body: Record<string, unknown>;
  /** Parts of a bulk write that follow the body, each as bytes. */
  sequence: Buffer[];
  /** The handshake of drivers still begins with OP_QUERY, and wants an OP_REPLY. */
  legacy: boolean;
  exhaustAllowed: boolean;
};

const rawParts = { fieldsAsRaw: { documents: true, updates: true, deletes: true } };

/**
 * Cuts a stream of bytes into messages of MongoDB's wire protocol.
 * @returns what takes bytes and gives whole messages
 */
export const createSplitter = () => {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk: Buffer): Buffer[] => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const frames: Buffer[] = [];
    while (rest.length >= 4 && rest.length >= rest.readInt32LE(0)) {
      const length = rest.readInt32LE(0);
      frames.push(rest.subarray(0, length));
      rest = rest.subarray(length);
    }
    return frames;
  };
};

// A body and, of bulk writes, a sequence of documents under a name.
const sectionsOf = (frame: Buffer) => {
  const checksum = (frame.readUInt32LE(HEADER_BYTES) & CHECKSUM_PRESENT) !== 0 ? 4 : 0;
  let body = frame.subarray(0, 0);
  const sequence: Buffer[] = [];
  for (let at = HEADER_BYTES + 4; at < frame.length - checksum;) {
    const [kind, size] = [frame[at], frame.readInt32LE(at + 1)];
    const section = frame.subarray(at + 1, at + 1 + size);
    at += 1 + size;
    if (kind === 0) body = section;
    else
      for (let from = section.indexOf(0, 4) + 1; from < section.length; from += section.readInt32LE(from))
        sequence.push(section.subarray(from, from + section.readInt32LE(from)));
  }
  return { body, sequence };
};

const legacyBody = (frame: Buffer, opCode: number): Buffer =>
  frame.subarray(opCode === OP_REPLY ? HEADER_BYTES + 20 : frame.indexOf(0, HEADER_BYTES + 4) + 1 + 8);

/** Reads a message. @throws Error for what no driver of today sends to a server without compression */
export const decode = (frame: Buffer): Message => {
  const opCode = frame.readInt32LE(12);
  const legacy = opCode === OP_QUERY || opCode === OP_REPLY;
  if (!legacy && opCode !== OP_MSG) throw new Error(`The proxy of MongoDB does not know opcode ${opCode}`);
  const { body, sequence } = legacy ? { body: legacyBody(frame, opCode), sequence: [] } : sectionsOf(frame);
  return {
    frame,
    requestId: frame.readInt32LE(4),
    body: BSON.deserialize(body, { allowObjectSmallerThanBufferSize: true, ...rawParts }),
    sequence,
    legacy,
    exhaustAllowed: !legacy && (frame.readUInt32LE(HEADER_BYTES) & EXHAUST_ALLOWED) !== 0,
  };
};

/** Decodes what one part of a bulk write was left as. */
export const decodePart = (part: unknown): Record<string, unknown> =>
  part instanceof Uint8Array ? BSON.deserialize(part) : (part as Record<string, unknown>);

let lastRequestId = 0;
const withHeader = (responseTo: number, opCode: number, parts: Buffer[]): Buffer => {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeInt32LE(HEADER_BYTES + parts.reduce((sum, part) => sum + part.length, 0), 0);
  header.writeInt32LE((lastRequestId = (lastRequestId + 1) & 0x7fffffff), 4);
  header.writeInt32LE(responseTo, 8);
  header.writeInt32LE(opCode, 12);
  return Buffer.concat([header, ...parts]);
};

/** A command of our own. */
export const encodeCommand = (body: Record<string, unknown>): Buffer => encodeMessage(body, 0, false);

const encodeMessage = (body: Record<string, unknown>, responseTo: number, moreToCome: boolean) => {
  const flags = Buffer.alloc(5);
  flags.writeUInt32LE(moreToCome ? MORE_TO_COME : 0, 0);
  return withHeader(responseTo, OP_MSG, [flags, Buffer.from(BSON.serialize(body))]);
};

/**
 * The answer to a message, in the form in which it was asked.
 * @param responseTo the request's id; of answers that follow without being asked for, the id of the one before
 */
export const encodeReply = (
  { legacy, requestId }: Pick<Message, 'legacy' | 'requestId'>,
  body: Record<string, unknown>,
  { responseTo = requestId, moreToCome = false } = {},
): Buffer => {
  if (!legacy) return encodeMessage(body, responseTo, moreToCome);
  const fields = Buffer.alloc(20);
  fields.writeInt32LE(1, 16);
  return withHeader(responseTo, OP_REPLY, [fields, Buffer.from(BSON.serialize(body))]);
};

/** The same reply, to another request. */
export const replyTo = (reply: Buffer, requestId: number): Buffer => {
  const copy = Buffer.from(reply);
  copy.writeInt32LE(requestId, 8);
  return copy;
};

/** The id of a message that was encoded here. */
export const idOf = (frame: Buffer): number => frame.readInt32LE(4);
