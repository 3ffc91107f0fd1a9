import mongoose from 'mongoose';
import { replyTo, type Message } from './wire.ts';

type Remembered = { txnNumber: number; reply: Promise<Buffer> };

/**
 * Remembers the reply to each session's last numbered write, as a set does on all its members: a client that lost the
 * reply retries the write with the same number and gets the reply, and the write is applied once. A set remembers each
 * statement of a batch separately, and none that failed; here a command is remembered as a whole.
 */
export const createReplyMemory = () => {
  const sessions = new Map<string, Remembered>();
  return {
    /** Number of writes that got a remembered reply. */
    hits: 0,
    /** Runs a write once: a retry with the same number gets the first reply. */
    async once(message: Message, run: () => Promise<Buffer>): Promise<Buffer> {
      const { lsid, txnNumber } = message.body as { lsid?: { id: unknown }; txnNumber?: number };
      if (lsid === undefined || txnNumber === undefined) return run();
      const session = idOf(lsid.id);
      const remembered = sessions.get(session);
      if (remembered?.txnNumber === txnNumber) {
        this.hits += 1;
        return replyTo(await remembered.reply, message.requestId);
      }
      const reply = run();
      sessions.set(session, { txnNumber, reply });
      // Without a reply there is nothing to remember: the write may be retried.
      reply.catch(() => sessions.delete(session));
      return reply;
    },
  };
};

export type ReplyMemory = ReturnType<typeof createReplyMemory>;

const idOf = (id: unknown): string =>
  id instanceof mongoose.mongo.Binary ? id.toString('hex') : JSON.stringify(id);
