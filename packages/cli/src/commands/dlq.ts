import { receivedDeadLetters, taggedDeadLetters } from '@skillstream/contracts';
import { readDeadLetters, type DeadLetter } from '../dead-letters/read.ts';
import { kafkaBrokers } from '../platform/engine-addresses.ts';
import { CliError, usageError } from '../terminal/cli-error.ts';
import { printable, printableLines } from '../terminal/printable.ts';
import { print, printJson, readArgs, type Command } from '../terminal/command.ts';
import { table } from '../terminal/tables.ts';

const usage = `skillstream dlq list [--topic TOPIC] [--json]
skillstream dlq show TOPIC/PARTITION/OFFSET [--json]

Records that a consumer could not take, by the topic, partition and offset where they stood, and why.
Kafka's address is that of the "up" that runs here, or KAFKA_BROKERS.`;

const options = { topic: { type: 'string' }, json: { type: 'boolean', default: false } } as const;
const topics = [receivedDeadLetters.name, taggedDeadLetters.name];
const MAX_VALUE_CHARS = 2000;

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
  const { values, positionals } = readArgs(args, options, { min: 1, max: 2, names: ['list or show'] });
  const [what, identity] = positionals;
  if (what !== 'list' && what !== 'show') throw usageError(`dlq cannot "${what}"; it can list and show`);
  if (what === 'list' && identity) throw usageError(`unexpected: ${identity}`);
  if (what === 'show' && !/^[^/]+\/\d+\/\d+$/.test(identity ?? ''))
    throw usageError('which record? TOPIC/PARTITION/OFFSET, as "dlq list" names it');
  const letters = await readDeadLetters(kafkaBrokers(), topics);
  if (what === 'list') {
    const wanted = letters.filter(
      (letter) =>
        !values.topic || letter.topic === values.topic || letter.storedAt.startsWith(`${values.topic}/`),
    );
    if (values.json) printJson(wanted);
    else print(list(wanted));
    return 0;
  }
  const found = letters.find((letter) => letter.identity === identity);
  if (!found) throw new CliError(`there is no dead letter of ${identity}`);
  if (values.json) printJson(found);
  else print(show(found));
  return 0;
};

export const dlq: Command = { summary: 'list and show dead letters', usage, run };
