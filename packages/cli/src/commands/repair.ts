import { MOST_REPUBLISHED, type VersionDifference } from '@skillstream/contracts';
import { gatewayAccess, gatewayOptions, gatewayUsage, type GatewayAccess } from '../gateway/access.ts';
import { callWithRetry } from '../gateway/ask-gateway.ts';
import { canRepair, differing } from '../reconcile/reconcile.ts';
import { reconcileGateway } from '../reconcile/reconcile-gateway.ts';
import { waitUntilIdle } from '../reconcile/wait-until-idle.ts';
import { reconciliationVerdict, versionLine, versionLines } from '../reconcile/words.ts';
import { note, print, readArgs, type Command } from '../terminal/command.ts';
import { count, counted } from '../terminal/numbers.ts';

const usage = `skillstream repair [--gateway URL] [--token TOKEN]

Compares what was accepted with what is counted, as verify does, and publishes again exactly the postings that are
missing or behind; of a retracted one the retraction. Then compares again. What is counted and should not be cannot
be repaired by publishing, nor can a posting whose text has expired: it is listed. Exit code 1 when anything differs in the end.

${gatewayUsage}`;

const republish = async (at: GatewayAccess, differences: VersionDifference[]): Promise<number> => {
  let pending = 0;
  for (let from = 0; from < differences.length; from += MOST_REPUBLISHED) {
    const postingIds = differences.slice(from, from + MOST_REPUBLISHED).map(({ postingId }) => postingId);
    const response = await callWithRetry(at, 'republishPostings', { body: { postingIds } });
    pending += response.pending;
  }
  for (const difference of differences) print(`published again: ${versionLine(difference)}`);
  return pending;
};

const run = async (args: string[]): Promise<number> => {
  const { values } = readArgs(args, gatewayOptions);
  const at = gatewayAccess(values);
  let published = 0;
  const repairReal = async (differences: VersionDifference[]) => {
    const those = differences.filter(canRepair);
    if (those.length > 0) published += await republish(at, those);
  };
  const before = await reconcileGateway(at, repairReal);
  print(`${count(published)} of ${counted(before.postings, 'posting')} published again`);
  if (published > 0 && !(await waitUntilIdle(at))) note('postings are moving still');
  const after = published > 0 ? await reconcileGateway(at) : before;
  for (const line of versionLines(after)) print(line);
  print(reconciliationVerdict(after));
  return differing(after) === 0 ? 0 : 1;
};

export const repair: Command = { usage, run };
