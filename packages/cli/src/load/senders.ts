import { createSender, type SenderOptions } from './sender.ts';
import type { Line } from './send-batch.ts';

/** Spreads keys evenly (FNV-1a, 32 bits). */
export const senderOf = (key: string, senders: number): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i += 1) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193) >>> 0;
  return hash % senders;
};

/** Several senders at once; lines of one key go to one sender, so that versions of a posting keep their order. */
export const createSenders = (senders: number, options: SenderOptions) => {
  const all = Array.from({ length: senders }, () => createSender(options));
  return {
    add: (key: string, line: Line): Promise<void> => all[senderOf(key, senders)]!.add(line),
    end: async (): Promise<void> => {
      const ends = await Promise.allSettled(all.map((sender) => sender.end()));
      const failed = ends.find((end) => end.status === 'rejected');
      if (failed) throw failed.reason;
    },
  };
};
