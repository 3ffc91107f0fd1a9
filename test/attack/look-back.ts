import { until } from '@skillstream/async/testing';
import { verifyJob } from '@skillstream/contracts';
import { messageOf } from '@skillstream/errors';
import { differing, reconcile } from '../../packages/cli/src/reconcile/reconcile.ts';
import { namedOf, pagesOf } from '../../packages/cli/src/reconcile/pages-of.ts';
import type { AttackPlatform } from './attack-platform.ts';
import { checkEnd, type EndState } from './check-end.ts';
import { checkLog } from './check-logs.ts';
import type { Finding } from './finding.ts';
import { checkBlocks, readBlocks, type Flight } from './loop-blocks.ts';
import { checkMemory, memoryLimit, peakBytes } from './memory.ts';

/** How long what is left to do may take when nothing is sent any more: a ledger that never balances is a finding. */
const SETTLES_WITHIN_MS = 120_000;

/** What each service took of its thread and its memory: the worst stretch in ms of CPU, and bytes. */
export type Cost = {
  service: string;
  worstBlockMs: number;
  blocks: number;
  peak: number | null;
  limit: number;
};

const finding = (kind: string, about: string, detail: string): Finding => ({
  kind,
  about,
  detail,
  numbers: [],
});

/** What the services say of themselves by their processes: costs, and findings of loops, memory, logs and ends. */
export const lookAtServices = (
  { services, watchFolder }: AttackPlatform,
  pids: ReadonlyMap<string, number>,
  sinceMs: number,
  flights: readonly Flight[],
) => {
  const findings: Finding[] = [];
  const costs = services.map((service): Cost => {
    const { name } = service;
    const pid = pids.get(name)!;
    if (!service.running() || service.pid() !== pid)
      findings.push(finding('ended', name, `the process ended: ${service.logText().slice(-1500)}`));
    const blocks = readBlocks(watchFolder, pid, sinceMs);
    const [peak, limit] = [peakBytes(pid), memoryLimit(name)];
    findings.push(
      ...checkBlocks(name, blocks, flights),
      ...checkMemory(name, peak, limit),
      ...checkLog(name, service.logText()),
    );
    const worstBlockMs = Math.max(0, ...blocks.map(({ cpuMs }) => cpuMs));
    return { service: name, worstBlockMs, blocks: blocks.length, peak, limit };
  });
  return { costs, findings };
};

/** Waits until everybody answers again: only then has the last stretch of a loop been written down. */
export const answersAgain = async ({ services }: AttackPlatform): Promise<Finding[]> => {
  const asked = services.map(async ({ name, url }): Promise<Finding[]> => {
    const health = async () =>
      (await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(SETTLES_WITHIN_MS) })).ok;
    return until(`${name} answers`, health, SETTLES_WITHIN_MS).then(
      () => [],
      (error: unknown) => [finding('does not come back', name, messageOf(error))],
    );
  });
  return (await Promise.all(asked)).flat();
};

/** Waits until nothing moves, and compares everything; what cannot be had in its time is a finding. */
export const lookAtNumbers = async (
  platform: AttackPlatform,
  { accepted, good }: Pick<EndState, 'accepted' | 'good'>,
  everybodyAnswers: boolean,
): Promise<{ findings: Finding[]; postings: number; deadLetters: number }> => {
  const at = { address: platform.url, token: platform.tokens };
  try {
    if (!everybodyAnswers) throw new Error('not everybody answers');
    await until(
      'the re-tagging has ended',
      async () => ((await platform.get('/v1/retag')) as { state: string }).state !== 'running',
      SETTLES_WITHIN_MS,
    ).catch(() => undefined);
    // What is not balanced by then is told by checkEnd, with its numbers.
    await until(
      'the ledger is balanced',
      async () => (await platform.ledger()).balanced,
      SETTLES_WITHIN_MS,
    ).catch(() => undefined);
    const ledger = await platform.ledger();
    const verified = verifyJob.parse(await platform.verify());
    const found = differing(await reconcile({ page: pagesOf(at), named: namedOf(at) }));
    return {
      findings: checkEnd({ ledger, verified, differing: found, accepted, good }),
      postings: ledger.total.accepted,
      deadLetters: ledger.total.deadLettered,
    };
  } catch (error) {
    return { findings: [finding('not known', 'the end', messageOf(error))], postings: 0, deadLetters: 0 };
  }
};
