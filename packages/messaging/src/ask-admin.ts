import type { Admin } from 'kafkajs';
import { kafkaFault } from './kafka-errors.ts';

// Admin questions take milliseconds. Where a broker's machine is gone without a word, kafkajs asks the dead connection
// again and again, for minutes.
const PATIENCE_MS = 20_000;

/**
 * Asks over one admin connection, which is made on first use and again after an error; one that does not answer is given
 * up, and the next question has a new client.
 * @param make a client that is not connected yet
 * @param patienceMs for one question
 */
export const createAskAdmin = (make: () => Admin, patienceMs = PATIENCE_MS) => {
  let admin = make();
  let connected: Promise<void> | null = null;
  const giveUp = (dead: Admin) => {
    if (dead !== admin) return;
    admin = make();
    connected = null;
    void dead.disconnect().catch(() => undefined);
  };
  const ask = async <T>(doing: string, question: (admin: Admin) => Promise<T>): Promise<T> => {
    const asked = admin;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        giveUp(asked);
        reject(Object.assign(new Error(`no answer within ${patienceMs} ms`), { retriable: true }));
      }, patienceMs);
    });
    const answered = async () => {
      await (connected ??= asked.connect());
      return question(asked);
    };
    try {
      return await Promise.race([answered(), late]);
    } catch (error) {
      if (asked === admin) connected = null;
      throw kafkaFault(doing, error);
    } finally {
      clearTimeout(timer);
    }
  };
  return { ask, close: () => admin.disconnect().catch(() => undefined) };
};
