import { receivedDeadLetters, taggedDeadLetters } from '@skillstream/contracts';
import { createNewestDeadLetters } from '../dead-letters/newest-dead-letters.ts';
import { readDeadLetters, type DeadLetter } from '../dead-letters/read-dead-letters.ts';
import { migrateAll } from '../dead-letters/migrate-all.ts';
import { kafkaBrokers } from '../platform/engine-addresses.ts';
import { CliError, usageError } from '../terminal/cli-error.ts';
import { printable, printableLines } from '../terminal/printable.ts';
import { note, print, printJson, readArgs, wholeNumber, type Command } from '../terminal/command.ts';
import { counted } from '../terminal/numbers.ts';
import { table } from '../terminal/tables.ts';

const usage = `skillstream dlq list [--topic TOPIC] [--limit 1000] [--json]
skillstream dlq show TOPIC/PARTITION/OFFSET [--json]
skillstream dlq migrate

Records that a consumer could not process, by their topic, partition and offset, and why: the newest, up to the limit
and 64 MB of values.

"migrate" gives the letters of an earlier release keys of their own, so that they can be erased one by one, and has
their topics compacted. Run it once, after all services were upgraded; stopped in the middle, run it again.

Kafka's address is that of the "up" that runs here, or KAFKA_BROKERS; log-in, TLS and the prefix of names are set by
KAFKA_SASL_…, KAFKA_TLS… and KAFKA_PREFIX, as for the services.`;

const options = {
  topic: { type: 'string' },
  limit: { type: 'string', default: '1000' },
  json: { type: 'boolean', default: false },
} as const;
const topics = [receivedDeadLetters.name, taggedDeadLetters.name];
const MAX_VALUE_CHARS = 2000;
const MOST_BYTES = 64_000_000;

const list = (letters: DeadLetter[]): string =>
  letters.length === 0
    ? 'no dead letters'
    : table(
        ['record', 'code', 'reason', 'time', 'key'],
        letters.map(({ identity, code, reason, time, key }) => [
          identity,
          code,
          printable(reason, 60),
          time,
          printable(key ?? '–'),
        ]),
      );

const show = (letter: DeadLetter): string =>
  [
    ['record', letter.identity],
    ['dead letter', letter.storedAt],
    ['code', printable(letter.code)],
    ['reason', printableLines(letter.reason)],
    ['attempts', letter.attempts],
    ['time', printable(letter.time)],
    ['key', printable(letter.key ?? '–', Infinity)],
    ['value', letter.value === null ? 'none (a tombstone)' : printable(letter.value, MAX_VALUE_CHARS)],
  ]
    .map(([name, value]) => `${name!.padEnd(12)}${value}`)
    .join('\n');

const run = async (args: string[]): Promise<number> => {
  const names = ['list, show or migrate'];
  const { values, positionals } = readArgs(args, options, { min: 1, max: 2, names });
  const [what, identity] = positionals;
  if (what === 'migrate' && !identity) {
    await migrateAll(kafkaBrokers(), topics);
    return 0;
  }
  if (what !== 'list' && what !== 'show')
    throw usageError(`dlq cannot "${positionals.join(' ')}"; it can list, show and migrate`);
  if (what === 'list' && identity) throw usageError(`unexpected: ${identity}`);
  if (what === 'show' && !/^[^/]+\/\d+\/\d+$/.test(identity ?? ''))
    throw usageError('which record? TOPIC/PARTITION/OFFSET, as "dlq list" names it');
  const most = wholeNumber('limit', values.limit, 1, 100_000);
  const newest = createNewestDeadLetters({ most, mostBytes: MOST_BYTES });
  const isWanted = (letter: DeadLetter): boolean => {
    if (what === 'show') return letter.identity === identity;
    return !values.topic || letter.topic === values.topic || letter.storedAt.startsWith(`${values.topic}/`);
  };
  const take = (letter: DeadLetter) => isWanted(letter) && newest.add(letter);
  await readDeadLetters(kafkaBrokers(), topics, take, newest.drop);
  const { letters, left } = newest.all();
  if (what === 'list') {
    if (values.json) printJson(letters);
    else print(list(letters));
    if (left > 0) note(`${counted(left, 'older one')} left out`);
    return 0;
  }
  const found = letters[0];
  if (!found) throw new CliError(`there is no dead letter of ${identity}`);
  if (values.json) printJson(found);
  else print(show(found));
  return 0;
};

export const dlq: Command = { usage, run };
