// Makes a posting of what runs here that was accepted and, so it says, published, and of which the log knows nothing,
// as a broker that loses a record leaves it: docs/patterns/reconciliation.md says what to see then.
import { randomUUID } from 'node:crypto';
import { mongoUrl } from '../../packages/cli/src/platform/engine-addresses.ts';
import { openAccepted } from '../platform/accepted.ts';
import { scriptArgs } from './script-args.ts';

scriptArgs({ usage: 'usage: node test/scripts/lose-posting.ts', options: {} }, () => undefined);

const accepted = await openAccepted(mongoUrl());
const like = await accepted.postings.findOne({ pendingVersion: null, retracted: false });
if (like === null) throw new Error('there is no posting yet that could be copied: load some');
const postingId = `${like._id.split('.')[0]}.lost-${randomUUID().slice(0, 8)}`;
await accepted.insertLost(like._id, postingId);
await accepted.close();
process.stdout.write(`${postingId} was accepted, and nobody will ever hear of it\n`);
