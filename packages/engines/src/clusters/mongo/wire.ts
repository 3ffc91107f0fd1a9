import mongoose from 'mongoose';

const { BSON } = mongoose.mongo;

const HEADER_BYTES = 16;
const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 1 << 1;
const EXHAUST_ALLOWED = 1 << 16;

/** A command or its reply. Document sequences of a bulk write stay bytes, and are decoded lazily. */
export type Message = {
  frame: Buffer;
  requestId: number;
  body: Record<string, unknown>;
  /** Document sequences of a bulk write that follow the body, each as bytes. */
  sequence: Buffer[];
  /** The handshake of drivers still begins with OP_QUERY, and expects OP_REPLY. */
  legacy: boolean;
  exhaustAllowed: boolean;
};

const rawParts = { fieldsAsRaw: { documents: true, updates: true, deletes: true } };

/**
 * Splits a stream of bytes into messages of MongoDB's wire protocol.
 * @returns a function that takes bytes and returns the messages that they complete
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

// A body and, for bulk writes, a named sequence of documents.
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

/** Decodes a message. @throws Error for formats that current drivers do not send without compression */
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

/** Decodes one document sequence of a bulk write. */
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

/** Encodes a command of the proxy itself. */
export const encodeCommand = (body: Record<string, unknown>): Buffer => encodeMessage(body, 0, false);

const encodeMessage = (body: Record<string, unknown>, responseTo: number, moreToCome: boolean) => {
  const flags = Buffer.alloc(5);
  flags.writeUInt32LE(moreToCome ? MORE_TO_COME : 0, 0);
  return withHeader(responseTo, OP_MSG, [flags, Buffer.from(BSON.serialize(body))]);
};

/**
 * Encodes the reply to a message, in the format of the request.
 * @param responseTo the request's id; for further replies of a stream, the id of the previous one
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

/** Copies a reply for another request. */
export const replyTo = (reply: Buffer, requestId: number): Buffer => {
  const copy = Buffer.from(reply);
  copy.writeInt32LE(requestId, 8);
  return copy;
};

/** Returns the id of a message that was encoded here. */
export const idOf = (frame: Buffer): number => frame.readInt32LE(4);
