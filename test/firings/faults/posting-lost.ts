import { randomUUID } from 'node:crypto';
import { openAccepted } from '../../platform/accepted.ts';
import { runCommand } from '../../platform/run-command.ts';
import { pages, type Fault, type Stage } from '../fault.ts';

const skillstream = async ({ platform }: Stage, word: 'verify' | 'repair', code: number) => {
  const env = { SKILLSTREAM_TOKEN: (await platform.tokens())! };
  const ended = await runCommand([word, '--gateway', platform.url], env);
  if (ended.code !== code) throw new Error(`${word} ended with ${ended.code}: ${ended.out}${ended.err}`);
};

/** Somebody verifies, and repairs it. */
export const postingLost: Fault = {
  name: 'posting-lost',
  what: 'a posting is accepted that the log knows nothing of (a document of MongoDB written by hand), and `skillstream verify` finds it',
  fires: pages('DifferencesFound'),
  quiet: true,
  make: async (stage) => {
    const accepted = await openAccepted(stage.platform.urls.mongoUrl);
    const like = await accepted.postings.findOne({ pendingVersion: null, retracted: false });
    const lost = `${like!._id.split('.')[0]}.lost-${randomUUID().slice(0, 8)}`;
    await accepted.insertLost(like!._id, lost);
    await accepted.close();
    await skillstream(stage, 'verify', 1);
    return () => skillstream(stage, 'repair', 0);
  },
};
