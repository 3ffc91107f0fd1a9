import { boardOf, createBoardFetchers, createGuardedAgent, type Source } from '@skillstream/boards';
import { gatewayAccess, gatewayOptions, gatewayUsage } from '../gateway/access.ts';
import { askGateway } from '../gateway/ask-gateway.ts';
import { createReasons, reasonLines } from '../load/reasons.ts';
import { sourcesFolder } from '../platform/paths.ts';
import { changeSource, listPlatform } from '../sources/platform-sources.ts';
import { runSource } from '../sources/run-source.ts';
import { addSource, pauseSource, readSources, sourceNameOfBoard } from '../sources/sources-file.ts';
import { runText, sourcesListText } from '../sources/sources-text.ts';
import { newState, readState, writeState } from '../sources/source-state.ts';
import { CliError, usageError } from '../terminal/cli-error.ts';
import { note, print, readArgs, wholeNumber, type Command } from '../terminal/command.ts';
import { createProgressView } from '../terminal/progress.ts';

const usage = `skillstream sources list [--file FILE]
skillstream sources add ADDRESS [--name NAME] [--file FILE]
skillstream sources run [NAME…] [--all] [--every SECONDS] [--patience SECONDS] [--file FILE] [--gateway URL] [--token TOKEN]
skillstream sources pause NAME, resume NAME [--file FILE]
skillstream sources list, run NAME… [--accept-drop], pause NAME, resume NAME --platform [--gateway URL] [--token TOKEN]

Reads job boards by their public APIs and sends what they list, each account under a name of yours. An address is one
that you have in your browser, like https://boards.greenhouse.io/ACCOUNT. Run it again and again, by cron say: what has
not changed is counted once, and a board that says so is not read again. A list that could be read only in part never
calls a job gone. Exit code 1 where a board could not be read to its end, something could not be sent, or
the platform's file of sources has a fault.

  --platform          the sources that the platform reads by itself, from a file of its own; takes a token with
                      ops:read to list them, with ops:write for the rest
  --accept-drop       of the platform: this run closes what is gone from the list, also where that is most of it at
                      once. Look at the board before
  --file FILE         the sources, in YAML (default: sources.yaml here)
  --name NAME         of the source (default: the account)
  --all               read and send also what a board says is as it was at the last run
  --every SECONDS     between two requests to one host (default: 1)
  --patience SECONDS  how long nothing may be accepted before it gives up (default: 120)
${gatewayUsage}`;

const options = {
  ...gatewayOptions,
  file: { type: 'string', default: 'sources.yaml' },
  name: { type: 'string' },
  every: { type: 'string', default: '1' },
  all: { type: 'boolean', default: false },
  platform: { type: 'boolean', default: false },
  'accept-drop': { type: 'boolean', default: false },
  patience: { type: 'string', default: '120' },
} as const;

const chosen = (sources: readonly Source[], names: readonly string[], file: string): Source[] => {
  const unknown = names.find((name) => sources.every((source) => source.name !== name));
  if (unknown !== undefined) throw new CliError(`there is no source ${unknown} in ${file}`);
  if (names.length > 0) return sources.filter(({ name }) => names.includes(name));
  return sources.filter(({ paused }) => !paused);
};

type Values = ReturnType<typeof readArgs<typeof options>>['values'];

const runAll = async (values: Values, names: string[]): Promise<number> => {
  const { contact, sources } = readSources(values.file);
  const those = chosen(sources, names, values.file);
  if (those.length === 0)
    throw new CliError(`there is no source to run in ${values.file}: skillstream sources add ADDRESS`);
  const everyMs = wholeNumber('every', values.every, 0, 3600) * 1000;
  const patienceMs = wholeNumber('patience', values.patience, 0, 86_400) * 1000;
  const at = await gatewayAccess(values);
  await askGateway(at, 'getHealth');
  const dispatcher = createGuardedAgent();
  const fetch = createBoardFetchers(dispatcher, everyMs)(contact);
  const view = createProgressView(process.stderr, () => performance.now());
  let failed = false;
  try {
    for (const source of those) {
      const reasons = createReasons();
      const of = `${source.board.list(source.account)} ${at.address}`;
      const known = readState(sourcesFolder, source.name);
      const { state, run, error } = await runSource(source, {
        ...{
          fetch,
          at,
          patienceMs,
          state: known.of === of && !values.all ? known : newState(of),
          now: new Date(),
        },
        onProgress: (read, total) =>
          view.show({ label: `reading ${source.name}`, done: read, total: total ?? 0, items: read }),
        onFault: (fault) => note(`${source.name}: ${fault}`),
        onRejected: async (rejection) => reasons.add(rejection),
        onWaiting: (reason) => note(`waiting: ${reason}`),
      });
      view.end();
      writeState(sourcesFolder, source.name, state);
      print([runText(source, run), ...reasonLines(reasons)].join('\n'));
      failed ||= error !== null || run.state === 'partial';
    }
  } finally {
    await dispatcher.destroy();
  }
  return failed ? 1 : 0;
};

/** What the platform is asked for, which reads its own file. */
const onPlatform = async (values: Values, what: string, names: string[]): Promise<number> => {
  const at = gatewayAccess(values);
  const acceptsDrop = values['accept-drop'];
  if (what === 'list') {
    const { text, isFaulty } = await listPlatform(at);
    print(text);
    return isFaulty ? 1 : 0;
  }
  if (what === 'run' || what === 'pause' || what === 'resume') {
    if (names.length === 0) throw usageError(`sources ${what} --platform takes a NAME`);
    for (const name of names) print(await changeSource(at, acceptsDrop ? 'accept' : what, name));
  } else throw usageError(`the platform has a file of its own: sources ${what} changes the one here`);
  return 0;
};

const run = async (args: string[]): Promise<number> => {
  const { values, positionals } = readArgs(args, options, {
    min: 1,
    max: 1001,
    names: ['list, add, run or pause'],
  });
  const [what, ...names] = positionals;
  if (values['accept-drop'] && !(values.platform && what === 'run'))
    throw usageError('--accept-drop is for sources run NAME --platform: nothing else closes postings');
  if (values.platform) return onPlatform(values, what!, names);
  const one = (name: string): string => {
    if (names.length !== 1) throw usageError(`sources ${what} takes one ${name}`);
    return names[0]!;
  };
  switch (what) {
    case 'list': {
      const { sources } = readSources(values.file);
      if (sources.length === 0) print(`no sources in ${values.file}`);
      else
        print(
          sourcesListText(
            sources.map((source) => ({ source, state: readState(sourcesFolder, source.name) })),
          ),
        );
      return 0;
    }
    case 'add': {
      const address = one('ADDRESS');
      const name = values.name ?? sourceNameOfBoard(address);
      addSource(values.file, { name, address });
      print(`added ${name} (${boardOf(address).board.title}) to ${values.file}`);
      return 0;
    }
    case 'run':
      return runAll(values, names);
    case 'pause':
    case 'resume':
      pauseSource(values.file, one('NAME'), what === 'pause');
      return 0;
    default:
      throw usageError(`sources cannot "${what}"; it can list, add, run, pause and resume`);
  }
};

export const sources: Command = { usage, run };
