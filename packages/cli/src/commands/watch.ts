import { sleep } from '@skillstream/async';
import { gatewayAccess, gatewayOptions, gatewayUsage } from '../gateway/access.ts';
import { CliError } from '../terminal/cli-error.ts';
import { note, print, printJson, readArgs, wholeNumber, type Command } from '../terminal/command.ts';
import { openStream } from '../watch/open-stream.ts';
import { sseFrames } from '../watch/sse-frames.ts';
import { createTimeline, timelineLine } from '../watch/timeline.ts';

const usage = `skillstream watch [--seconds N] [--json] [--gateway URL] [--token TOKEN]

Prints what the guards of all services do, a line each (time in UTC, replica, what it did): first the last five
minutes, then as it happens, until Ctrl-C. While the gateway is away it tries again every second.

  --seconds N         ends after so many seconds
  --json              each event as JSON, a line each

Exit codes: 0 at its end; 1 the gateway refuses, or was not there at the beginning; 2 wrong usage.

${gatewayUsage}`;

const options = {
  ...gatewayOptions,
  json: { type: 'boolean', default: false },
  seconds: { type: 'string' },
} as const;

const AGAIN_MS = 1000;
const MOST_SECONDS = 86_400;

const endingOf = (seconds: string | undefined): AbortController => {
  const ending = new AbortController();
  const end = () => ending.abort();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  if (seconds !== undefined) setTimeout(end, 1000 * wholeNumber('seconds', seconds, 1, MOST_SECONDS)).unref();
  return ending;
};

const run = async (args: string[]): Promise<number> => {
  const { values } = readArgs(args, options);
  const at = gatewayAccess(values);
  const { signal } = endingOf(values.seconds);
  const timeline = createTimeline();
  let opened = false;
  while (!signal.aborted) {
    const body = await openStream(at, 'watchPipeline', signal);
    if (body === null && !opened && !signal.aborted)
      throw new CliError(`skillstream is not running: npm start (nobody answers at ${at.address})`);
    if (body && opened) note('the gateway is back');
    opened = true;
    try {
      for await (const { event, data } of body ? sseFrames(body) : []) {
        const found = event === 'event' ? timeline(data) : null;
        if (found && values.json) printJson(found);
        else if (found) print(timelineLine(found));
      }
    } catch (error) {
      if (error instanceof CliError) throw error;
    }
    if (signal.aborted) break;
    if (body) note('the gateway is away, or has ended the stream; trying again');
    await sleep(AGAIN_MS, signal);
  }
  return 0;
};

export const watch: Command = { usage, run };
