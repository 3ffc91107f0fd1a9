import { sleep } from '@skillstream/async';
import type { RetagJob } from '@skillstream/contracts';
import { gatewayAccess, gatewayOptions, gatewayUsage, type GatewayAccess } from '../gateway/access.ts';
import { askGateway } from '../gateway/ask-gateway.ts';
import { waitUntilCounted } from '../load/wait-until-counted.ts';
import { CliError } from '../terminal/cli-error.ts';
import { note, print, readArgs, type Command } from '../terminal/command.ts';
import { counted, duration } from '../terminal/numbers.ts';
import { createProgressView } from '../terminal/progress.ts';

const usage = `skillstream retag [--no-wait] [--gateway URL] [--token TOKEN]

Tags every posting again, with the current taxonomy and model of tagging: after a change of either. New postings
have priority. A run in progress is joined; it continues when this command ends.

  --no-wait           start a run, and do not wait for its end
${gatewayUsage}`;

const POLL_MS = 300;
const options = { ...gatewayOptions, 'no-wait': { type: 'boolean', default: false } } as const;

const begin = async (at: GatewayAccess): Promise<RetagJob> => {
  const { taxonomyVersion, modelVersion } = await askGateway(at, 'findTags', { body: { text: '' } });
  const job = await askGateway(at, 'beginRetag');
  note(
    `${job.done > 0 ? 'going on with' : 'tagging again'} ${counted(job.total, 'posting')}: ` +
      `taxonomy ${taxonomyVersion}, model ${modelVersion}`,
  );
  return job;
};

const run = async (args: string[]): Promise<number> => {
  const { values } = readArgs(args, options);
  const at = gatewayAccess(values);
  let job = await begin(at);
  const { id } = job;
  const startedMs = performance.now();
  if (values['no-wait']) return 0;
  const view = createProgressView(process.stderr, () => performance.now());
  while (job.state === 'running') {
    view.show({ label: 'tagging', done: job.done, total: job.total, items: job.done });
    await sleep(POLL_MS);
    job = await askGateway(at, 'getRetag');
    if (job.id !== id) throw new CliError('another run has begun since: say retag again to follow it');
  }
  view.end();
  const countedMs = await waitUntilCounted({ at, onLedger: () => undefined });
  const { expired = 0 } = job;
  if (expired > 0)
    print(
      `${counted(expired, 'posting')} skipped: the text of ${expired === 1 ? 'it' : 'them'} has expired, the tags stay`,
    );
  print(
    `${counted(job.done - expired, 'posting')} tagged again and counted in ${duration(((countedMs ?? startedMs) - startedMs) / 1000)}`,
  );
  return 0;
};

export const retag: Command = { usage, run };
