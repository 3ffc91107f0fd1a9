import { messageOf } from '@skillstream/errors';
import type { Admin } from 'kafkajs';
import type { Client } from './client.ts';
import { kafkaError } from './kafka-errors.ts';
import { PATIENCE_MS, withPatience } from './patience.ts';

/**
 * Shares one admin client among callers. The client is created on first use and discarded after an error: kafkajs
 * keeps every topic that it was asked about in its metadata requests, so once one of them is deleted every later
 * request fails. Requests in flight finish first, but are not waited for longer than the timeout.
 * @param make creates a client that is not connected yet
 * @param patienceMs timeout of one request, in milliseconds
 */
export const createAskAdmin = (make: () => Pick<Client, 'admin' | 'giveUp'>, patienceMs = PATIENCE_MS) => {
  const open = () => {
    const client = make();
    const admin = client.admin();
    return { admin, giveUp: client.giveUp, connected: null as Promise<void> | null, asking: 0 };
  };
  let current: ReturnType<typeof open> | null = null;

  const close = ({ admin, giveUp }: ReturnType<typeof open>) =>
    withPatience(patienceMs, () => admin.disconnect(), giveUp).catch(() => undefined);

  const ask = async <T>(doing: string, request: (admin: Admin) => Promise<T>): Promise<T> => {
    const asked = (current ??= open());
    const retire = () => {
      if (current === asked) current = null;
    };
    asked.asking += 1;
    const answered = async () => {
      await (asked.connected ??= asked.admin.connect());
      return request(asked.admin);
    };
    try {
      return await withPatience(patienceMs, answered, asked.giveUp);
    } catch (error) {
      retire();
      throw kafkaError(doing, new Error(messageOf(error), { cause: error }));
    } finally {
      asked.asking -= 1;
      if (current !== asked && asked.asking === 0) void close(asked);
    }
  };
  return {
    ask,
    close: async (): Promise<void> => {
      const last = current;
      current = null;
      if (last) await close(last);
    },
  };
};
