import { sleep } from '@skillstream/async';
import type { Difference, VerifyJob } from '@skillstream/contracts';
import { gatewayAccess, gatewayOptions, gatewayUsage, type GatewayAccess } from '../gateway/access.ts';
import { askGateway } from '../gateway/ask-gateway.ts';
import { printUnready } from '../gateway/print-unready.ts';
import { differing } from '../reconcile/reconcile.ts';
import { reconcileGateway } from '../reconcile/reconcile-gateway.ts';
import { reconciliationVerdict, versionLines } from '../reconcile/words.ts';
import { note, print, printJson, readArgs, type Command } from '../terminal/command.ts';
import { count, counted } from '../terminal/numbers.ts';
import { printable } from '../terminal/printable.ts';

const usage = `skillstream verify [--json] [--gateway URL] [--token TOKEN]

Recounts the log and compares every number of the views and the facts with it; then compares, posting by posting, what
was accepted with what is counted, since a log does not show what it lost. Prints every difference.
Exit code 1 on any difference.

${gatewayUsage}`;

const POLL_MS = 300;
const MOST_LINE_CHARS = 2000;
const options = { ...gatewayOptions, json: { type: 'boolean', default: false } } as const;

/** A difference as one line. */
const differenceLine = ({ model, partition, key, field, expected, found }: Difference): string =>
  printable(
    `${model} partition ${partition}: ${key} ${field}: expected ${expected ?? 'nothing'}, found ${found ?? 'nothing'}`,
    MOST_LINE_CHARS,
  );

const cleaned = ({ cleanedRetractions = 0 }: VerifyJob): string =>
  cleanedRetractions > 0
    ? ` (of ${counted(cleanedRetractions, 'retracted posting')} the log knows nothing any more: no differences)`
    : '';

/** The closing line. */
const verdict = (job: VerifyJob): string =>
  job.state === 'failed'
    ? `verification failed: ${printable(job.error ?? 'no reason given', MOST_LINE_CHARS)}`
    : `${counted(job.numbersCompared, 'number')} compared over ${counted(job.postings, 'posting')}, ` +
      `${counted(job.differenceCount, 'difference')}${cleaned(job)}`;

/** Starts a recount of the log, and waits for its result. */
const recount = async (at: GatewayAccess): Promise<VerifyJob> => {
  let job: VerifyJob = await askGateway(at, 'beginVerification');
  const { id } = job;
  let said = -1;
  while (job.state === 'running') {
    // The total is not known until the log has been examined.
    if (job.partitions > 0 && job.partitionsDone !== said)
      note(`verified ${job.partitionsDone} of ${counted(job.partitions, 'partition')}`);
    said = job.partitionsDone;
    await sleep(POLL_MS);
    job = await askGateway(at, 'getVerification', { params: { id } });
  }
  return job;
};

const showRecount = (job: VerifyJob) => {
  for (const difference of job.differences) print(differenceLine(difference));
  if (job.differenceCount > job.differences.length)
    print(`and ${count(job.differenceCount - job.differences.length)} more`);
  print(verdict(job));
};

const run = async (args: string[]): Promise<number> => {
  const { values } = readArgs(args, options);
  const at = gatewayAccess(values);
  // A response may only say that a service is not available: which ones are is printed before it.
  const naming = async (error: unknown): Promise<never> => {
    await printUnready(at);
    throw error;
  };
  const job = await recount(at).catch(naming);
  if (job.state === 'failed') await printUnready(at);
  if (!values.json) showRecount(job);
  const reconciliation = await reconcileGateway(at).catch(naming);
  if (values.json) printJson({ ...job, reconciliation });
  else
    for (const line of [...versionLines(reconciliation), reconciliationVerdict(reconciliation)]) print(line);
  return job.state === 'done' && job.differenceCount === 0 && differing(reconciliation) === 0 ? 0 : 1;
};

export const verify: Command = { usage, run };
