import { decodePart, encodeReply, replyTo, decode, type Message } from './wire.ts';

/** A write as a fault may ask about it. */
export type Write = {
  /** insert, update, delete, findAndModify, … */
  command: string;
  collection: string;
  /** The documents of an insert, the {q, u} of an update, the {q} of a delete. */
  parts: () => Record<string, unknown>[];
  writeConcern: unknown;
};

const writes = new Set([
  'insert',
  'update',
  'delete',
  'findAndModify',
  'create',
  'createIndexes',
  'drop',
  'dropIndexes',
  'dropDatabase',
  'renameCollection',
]);
const parts = ['documents', 'updates', 'deletes'];
// What any member answers, whatever it is just now.
const forAnyone = new Set(['ping', 'endSessions', 'killCursors', 'serverStatus', 'buildInfo', 'getLog']);

const names: Record<number, string> = {
  64: 'WriteConcernFailed',
  91: 'ShutdownInProgress',
  189: 'PrimarySteppedDown',
  10107: 'NotWritablePrimary',
  11602: 'InterruptedDueToReplStateChange',
  13435: 'NotPrimaryNoSecondaryOk',
};
const named = (code: number) => ({ code, codeName: names[code] ?? `Error${code}` });

/** The command of a message, which is the first field of its body; '' where the body is empty. */
export const commandOf = ({ body }: Message): string => Object.keys(body)[0] ?? '';
/** Whether a command asks what this member is: `hello`, or `isMaster` as older drivers say, in any case. */
export const isHello = (command: string): boolean => /^(hello|ismaster)$/i.test(command);
/** Whether only a primary may carry the command out because it changes something. */
export const isWrite = (command: string): boolean => writes.has(command);

/** What only a primary answers, and with which error another member refuses it; null for what any member answers. */
export const refusalBySecondary = (command: string): number | null => {
  if (isWrite(command)) return 10107;
  return forAnyone.has(command) ? null : 13435;
};

/** The write that a message asks for. `parts` decodes when it is called: most faults do not look at them. */
export const writeOf = (message: Message): Write => ({
  command: commandOf(message),
  collection: String(message.body[commandOf(message)]),
  parts: () =>
    [
      ...parts.flatMap((name) => (message.body[name] as unknown[] | undefined) ?? []),
      ...message.sequence,
    ].map(decodePart),
  writeConcern: message.body['writeConcern'],
});

/** What a write or a read waits for beyond the primary: a majority, and at most how long; null when for nothing. */
export const majorityWait = ({ body }: Message): { timeoutMs: number | null } | null => {
  const write = body['writeConcern'] as { w?: unknown; wtimeout?: number } | undefined;
  if (write?.w === 'majority') return { timeoutMs: write.wtimeout || null };
  const read = body['readConcern'] as { level?: unknown } | undefined;
  return read?.level === 'majority' || read?.level === 'linearizable' ? { timeoutMs: null } : null;
};

// A set labels what is safe to send again, and only for clients that number their writes.
const retryable = new Set([91, 189, 10107, 11602]);
const labels = (code: number, { body }: Message) =>
  retryable.has(code) && body['txnNumber'] !== undefined ? { errorLabels: ['RetryableWriteError'] } : {};

/** The refusal of a command that was not run. */
export const failure = (message: Message, code: number): Buffer =>
  encodeReply(message, {
    ok: 0,
    errmsg: `${names[code]} (played)`,
    ...named(code),
    ...labels(code, message),
  });

/** The reply to a write that was applied here, of which nobody knows whether a majority has it. */
export const withWriteConcernError = (message: Message, reply: Buffer, code: number): Buffer => {
  const errInfo = code === 64 ? { errInfo: { wtimeout: true } } : {};
  const writeConcernError = { ...named(code), errmsg: `${names[code]} (played)`, ...errInfo };
  return replyTo(
    encodeReply(message, { ...decode(reply).body, writeConcernError, ...labels(code, message) }),
    message.requestId,
  );
};
