import { startEngines, type Engines } from '@skillstream/engines';
import { demoKey, publicHalf } from '../auth/demo-key.ts';
import { localAccess } from '../gateway/access.ts';
import { dataOption } from '../platform/data-option.ts';
import { dataFolder } from '../platform/paths.ts';
import { requireFreePorts } from '../platform/ports.ts';
import { readRunFile } from '../platform/run-file.ts';
import { managementPortOf, portOf, serviceNames } from '../platform/service-specs.ts';
import { waitUntilReady } from '../platform/wait-until-ready.ts';
import { CliError, usageError } from '../terminal/cli-error.ts';
import { note, print, readArgs, wholeNumber, type Command } from '../terminal/command.ts';
import { nextSteps } from '../up/next-steps.ts';
import { loadSample } from '../up/load-sample.ts';
import { startServices } from '../up/platform.ts';

const usage = `skillstream up [--sample] [--engines auto|external|docker|java] [--data FOLDER] [--port N]

Finds or starts Kafka, MongoDB and Redis, starts the four services, and runs until Ctrl-C. A process that
ends by itself is restarted, which is printed; engines only where they run with Java: of Docker's it is printed when
one goes, and when it is back. Where a service is misconfigured, its configuration errors are printed by variable, and
everything stops with exit code 1.

  --sample         load made-up postings and show a first result
  --engines NAME   where the engines come from (default: auto, which stays with those that have the data)
  --data FOLDER    the folder of the data, or of Docker volumes by its name
                   (default: .skillstream/data); it must have no other files
  --port N         the gateway's port; the services take the three after it, and each process one that is
                   ten higher for its metrics (default: 4100)`;

const providers = ['auto', 'external', 'docker', 'java'] as const;
type Provider = (typeof providers)[number];
const isProvider = (name: string): name is Provider => (providers as readonly string[]).includes(name);

const options = {
  sample: { type: 'boolean', default: false },
  engines: { type: 'string', default: 'auto' },
  data: { type: 'string', default: dataFolder },
  port: { type: 'string', default: '4100' },
} as const;

// The first signal requests an orderly stop, the second ends at once; engines notice that by themselves.
const stopOnSignals = (): AbortSignal => {
  const stopping = new AbortController();
  const onSignal = () => {
    if (stopping.signal.aborted) process.exit(1);
    print('\nstopping; once more ends it at once');
    stopping.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  return stopping.signal;
};

const until = (signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    // A pending promise does not keep a process alive, a timer does.
    const alive = setInterval(() => {}, 60_000);
    const done = () => (clearInterval(alive), resolve());
    if (signal.aborted) done();
    else signal.addEventListener('abort', done, { once: true });
  });

const run = async (args: string[]): Promise<number> => {
  const { values } = readArgs(args, options);
  const provider = values.engines;
  if (!isProvider(provider)) throw usageError(`--engines takes ${providers.join(', ')}, not "${provider}"`);
  const port = wholeNumber('port', values.port, 1, 65_522);
  const folder = dataOption(values.data);
  const running = readRunFile();
  if (running)
    throw new CliError(
      `skillstream runs already: ${running.urls.gateway} (process ${running.pids['up']}); skillstream down stops it`,
    );
  const ports = serviceNames.map((name) => portOf(name, port));
  await requireFreePorts([...ports, ...ports.map(managementPortOf)]);

  const startedMs = performance.now();
  const givenUp = new AbortController();
  const signal = AbortSignal.any([stopOnSignals(), givenUp.signal]);
  const onMisconfigured = (name: string, faults: string[]) => {
    for (const issue of faults) note(`${name}: ${issue}`);
    givenUp.abort();
  };
  let noteRun = () => {};
  const engines: Engines = await startEngines({
    ...{ provider, dataFolder: folder, report: print },
    onRestarted: () => noteRun(),
  });
  let stopServices = async () => {};
  let code = 0;
  try {
    if (!signal.aborted) {
      const started = startServices({
        ...{ engines, gatewayPort: port, startedAt: new Date(), report: print },
        ...{ publicKey: publicHalf(demoKey()), onMisconfigured },
      });
      ({ stop: stopServices, noteRun } = started);
      await waitUntilReady(started.services, print, signal);
      if (values.sample && !signal.aborted) await loadSample(localAccess(started.gateway), print, signal);
      if (!signal.aborted) print(nextSteps(started.gateway, (performance.now() - startedMs) / 1000));
      await until(signal);
    }
  } catch (error) {
    code = signal.aborted ? 0 : 1;
    if (code) note(error instanceof Error ? error.message : String(error));
  } finally {
    await stopServices();
    await engines.stop();
  }
  print('stopped');
  return givenUp.signal.aborted ? 1 : code;
};

export const up: Command = { usage, run };
