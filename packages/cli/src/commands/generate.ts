import { readKey } from '../auth/read-key.ts';
import { signedTokens } from '../auth/sign-token.ts';
import { gatewayAccess, gatewayOptions, gatewayUsage, type GatewayAccess } from '../gateway/access.ts';
import { generatorSummary, isKept } from '../generate/generator-text.ts';
import { createLagNotes } from '../generate/lag-notes.ts';
import { runGenerator } from '../generate/run-generator.ts';
import { answered, createSendCounts } from '../generate/send-counts.ts';
import { generateEndlessly } from '../sample/index.ts';
import { note, print, readArgs, wholeNumber, type Command } from '../terminal/command.ts';
import { createProgressView } from '../terminal/progress.ts';

const usage = `skillstream generate --rate N --minutes M [--seed S] [--key FILE] [--gateway URL] [--token TOKEN]

Sends made-up postings at a steady rate, as a user of the API would: each when it is due, whether those before have a
result or not. Says when the rate cannot be kept, and ends with what was asked for and achieved, what became of each
posting, and the latencies, counted from when a posting was due. Ctrl-C ends it with the same summary.

Their source is "sample", so they are never taken for postings of your own. They stay, though, and count with those
that npm start loads: every result about the sample is of both from then on. The way back removes everything, your own
postings too: skillstream down, skillstream reset, npm start. A seed gives the same postings, in the same order, at any
rate: sent again they are unchanged, and count nothing twice.

  --rate N            postings a second, 1 to 5,000
  --minutes M         for how long, 1 to 1,440
  --seed S            0 to 1,000,000,000 (default: 1)
  --key FILE          sign tokens by this private key (PEM, P-256), as a demonstration does, in place of --token
${gatewayUsage}

Exit codes: 0 the rate was kept; 1 it was not, or the gateway refuses the postings; 2 wrong usage.`;

const options = {
  ...gatewayOptions,
  rate: { type: 'string', default: '' },
  minutes: { type: 'string', default: '' },
  seed: { type: 'string', default: '1' },
  key: { type: 'string' },
} as const;

const PATIENCE_MS = 10_000;

// The second signal ends it at once: results may not come.
const stopOnSignals = (): AbortSignal => {
  const stopping = new AbortController();
  const onSignal = () => {
    if (stopping.signal.aborted) process.exit(1);
    note('\nstopping; once more ends it at once');
    stopping.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, onSignal);
  return stopping.signal;
};

/** Access by the options: with a key, tokens that allow nothing but to send postings. */
const accessOf = ({ key, ...given }: { key?: string; gateway?: string; token?: string }): GatewayAccess => {
  const at = gatewayAccess(given);
  if (key === undefined) return at;
  return { ...at, token: signedTokens(readKey(key), () => Date.now(), ['postings:write']) };
};

const run = async (args: string[]): Promise<number> => {
  const { values } = readArgs(args, options);
  const perSecond = wholeNumber('rate', values.rate, 1, 5000);
  const minutes = wholeNumber('minutes', values.minutes, 1, 1440);
  const seed = wholeNumber('seed', values.seed, 0, 1_000_000_000);
  const total = perSecond * minutes * 60;
  const counts = createSendCounts();
  const view = createProgressView(process.stderr, () => performance.now());
  const noteLag = createLagNotes(note, () => performance.now());
  const onTick = (lateMs: number) => {
    noteLag(counts, lateMs);
    view.show({ label: 'sending', done: answered(counts), total, items: answered(counts) });
  };
  const tookMs = await runGenerator({
    ...{ at: accessOf(values), schedule: { perSecond, total }, postings: generateEndlessly(seed) },
    ...{ counts, onTick, signal: stopOnSignals(), patienceMs: PATIENCE_MS },
  }).finally(view.end);
  print(generatorSummary(counts, perSecond, tookMs));
  return isKept(counts) ? 0 : 1;
};

export const generate: Command = { usage, run };
