import { existsSync, rmSync } from 'node:fs';
import { engineDataIn, removeData, type DataLeft } from '@skillstream/engines';
import { dataOption } from '../platform/data-option.ts';
import { externalEngines } from '../platform/engine-addresses.ts';
import { dataFolder, sourcesFolder } from '../platform/paths.ts';
import { readRunFile } from '../platform/run-file.ts';
import { resetExternal } from '../reset/external.ts';
import { databaseNames } from '../platform/service-specs.ts';
import { CliError } from '../terminal/cli-error.ts';
import { confirm } from '../terminal/confirm.ts';
import { print, readArgs, type Command } from '../terminal/command.ts';
import { printable } from '../terminal/printable.ts';

const usage = `skillstream reset [--yes] [--data FOLDER]

Removes topics, collections and views together: the data of the engines that "up" starts (a folder, and Docker's
volumes where there are some) or, where KAFKA_BROKERS, MONGO_URL and REDIS_URL are set,
what is skillstream's in those engines, by KAFKA_PREFIX, REDIS_PREFIX, INGESTION_DATABASE and ANALYTICS_DATABASE where
releases share them. Asks first. What engines did not make stays in the folder, and a folder that
a running "up" has is left alone. Exit code 1 where Docker does not remove its volumes; all else is removed then.

  --yes            do not ask
  --data FOLDER    the data folder (default: .skillstream/data)`;

const options = {
  yes: { type: 'boolean', default: false },
  data: { type: 'string', default: dataFolder },
} as const;

const MOST_NAMES = 5;
const shownNames = (names: string[]) =>
  [
    ...names.slice(0, MOST_NAMES).map((name) => printable(name)),
    ...(names.length > MOST_NAMES ? ['…'] : []),
  ].join(', ');

const volumesLeft = (folder: string, { names, reason }: NonNullable<DataLeft['volumes']>): string =>
  `Docker's volumes ${names.join(', ')} could not be removed: ${reason}\n` +
  'All else was removed. Run reset again when Docker answers, or, where it is gone for good, ' +
  `remove ${folder}/docker-volumes.json.`;

const names = ['KAFKA_PREFIX', 'REDIS_PREFIX'];
/** Which release's data: of those that share engines each has names of its own. */
const namedOf = (env: NodeJS.ProcessEnv): string => {
  const given = names.flatMap((name) => (env[name] ? [`${name} ${env[name]}`] : []));
  return given.length > 0 ? ` (${given.join(', ')})` : '';
};

const run = async (args: string[]): Promise<number> => {
  const { values } = readArgs(args, options);
  const folder = dataOption(values.data);
  if (readRunFile()) throw new CliError('skillstream is running: stop it first (skillstream down)');
  const external = externalEngines(process.env);
  const what = external
    ? `all of skillstream's data in ${external.kafkaBrokers.join(',')}, MongoDB (${databaseNames().join(' and ')}) and Redis${namedOf(process.env)}`
    : `${folder}${engineDataIn(folder).includes('docker') ? " and Docker's volumes of it" : ''}`;
  if (!external && !existsSync(folder)) {
    print('there is no data');
    return 0;
  }
  // A mistyped folder of somebody's documents must not be taken for ours.
  const retained = engineDataIn(folder);
  if (!external && retained.length === 0) throw new CliError(`${folder} holds no engine's data`);
  if (!values.yes && !(await confirm(`Delete ${what}?`))) {
    print('nothing was deleted');
    return 1;
  }
  // What boards said of lists whose postings are deleted would keep them from being read again.
  rmSync(sourcesFolder, { recursive: true, force: true });
  if (external) await resetExternal(external, print);
  else {
    const { files, volumes } = await removeData(folder);
    if (files.length > 0) print(`${folder} stays: what engines did not make is in it (${shownNames(files)})`);
    if (volumes) throw new CliError(volumesLeft(folder, volumes));
  }
  print('reset: the next start begins with nothing');
  return 0;
};

export const reset: Command = { usage, run };
