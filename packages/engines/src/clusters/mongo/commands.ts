import { decodePart, encodeReply, replyTo, decode, type Message } from './wire.ts';

/** A write, as an injected fault can match it. */
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
// Commands that any member answers, in any state.
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

/** Returns the command of a message, the first field of its body; '' when the body is empty. */
export const commandOf = ({ body }: Message): string => Object.keys(body)[0] ?? '';
/** Whether a command is `hello`, or `isMaster` of older drivers, in upper or lower case. */
export const isHello = (command: string): boolean => /^(hello|ismaster)$/i.test(command);
/** Whether a command is a write, and so needs a primary. */
export const isWrite = (command: string): boolean => writes.has(command);

/** Returns the error with which a secondary refuses a command that needs a primary; null when any member answers. */
export const refusalBySecondary = (command: string): number | null => {
  if (isWrite(command)) return 10107;
  return forAnyone.has(command) ? null : 13435;
};

/** Returns the write of a message. `parts` decodes lazily: most faults do not need it. */
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

/** Whether a write or read waits for a majority, and its time limit; null when it does not wait. */
export const majorityWait = ({ body }: Message): { timeoutMs: number | null } | null => {
  const write = body['writeConcern'] as { w?: unknown; wtimeout?: number } | undefined;
  if (write?.w === 'majority') return { timeoutMs: write.wtimeout || null };
  const read = body['readConcern'] as { level?: unknown } | undefined;
  return read?.level === 'majority' || read?.level === 'linearizable' ? { timeoutMs: null } : null;
};

// A set labels errors that are safe to retry, and only for clients that number their writes.
const retryable = new Set([91, 189, 10107, 11602]);
const labels = (code: number, { body }: Message) =>
  retryable.has(code) && body['txnNumber'] !== undefined ? { errorLabels: ['RetryableWriteError'] } : {};

/** Returns the error reply to a command that was not run. */
export const failure = (message: Message, code: number): Buffer =>
  encodeReply(message, {
    ok: 0,
    errmsg: `${names[code]} (played)`,
    ...named(code),
    ...labels(code, message),
  });

/** Returns the reply to a write that was applied, but not acknowledged by a majority. */
export const withWriteConcernError = (message: Message, reply: Buffer, code: number): Buffer => {
  const errInfo = code === 64 ? { errInfo: { wtimeout: true } } : {};
  const writeConcernError = { ...named(code), errmsg: `${names[code]} (played)`, ...errInfo };
  return replyTo(
    encodeReply(message, { ...decode(reply).body, writeConcernError, ...labels(code, message) }),
    message.requestId,
  );
};
