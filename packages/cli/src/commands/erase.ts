import { isTooShort, LEAST_SOUGHT, sourceName } from '@skillstream/contracts';
import { eraseEverywhere } from '../erase/erase-everywhere.ts';
import { endText, previewText } from '../erase/erase-text.ts';
import { followErasure } from '../erase/follow-erasure.ts';
import { prove } from '../erase/prove.ts';
import { isProved, proveText } from '../erase/prove-text.ts';
import { gatewayAccess, gatewayOptions, gatewayUsage } from '../gateway/access.ts';
import { askGateway } from '../gateway/ask-gateway.ts';
import { readUnknownSource } from '../gateway/source-names.ts';
import { dataOption } from '../platform/data-option.ts';
import { usageError } from '../terminal/cli-error.ts';
import { note, print, printJson, readArgs, wholeNumber, type Command } from '../terminal/command.ts';
import { confirm } from '../terminal/confirm.ts';
import { createProgressView } from '../terminal/progress.ts';

const usage = `skillstream erase --source NAME [--matching TEXT] [--dry-run] [--yes] [--gateway URL] [--token TOKEN]
skillstream erase --all-sources --matching TEXT [--dry-run] [--yes] [--gateway URL] [--token TOKEN]
skillstream erase --prove ID [--text TEXT] [--seconds 60] [--data FOLDER] [--json]

Takes all postings of a source out of all counts and removes their text: from the stores, from the log, and from the
dead letters. Says what it would erase, asks, and follows it to its end; it goes on when this command ends. It takes a
token with postings:retract, and with ops:read to follow it. A posting that is sent again later is stored again.

  --all-sources       what holds the text of --matching, of every source: shows how much of which, asks once, goes on
                      after a source that fails, and names those
  --matching TEXT     only postings whose title, employer, description, place, address or id holds it, in any case
  --dry-run           say what would be erased, and erase nothing
  --yes               do not ask

--prove looks for one posting in every store that can be reached: MongoDB, Redis, Kafka from the beginning and, for
engines that run here, their files. It prints a table: store, where, what, how often, and when it goes. A store that is
away is passed and named: then nothing is proved. Where releases share engines, KAFKA_PREFIX, REDIS_PREFIX,
INGESTION_DATABASE and ANALYTICS_DATABASE name this one's.

  --text TEXT         words of the posting, to look for in every place that names it, in Redis, and in files: in any
                      case, but in files letters beyond a-z only as given, all small or all capital. Files of engines
                      in Docker or elsewhere are not looked at, and compressed blocks in files show no words
  --seconds N         fetch nothing more after that in each store; what was fetched is looked at (default: 60)
  --data FOLDER       the data folder of the engines (default: .skillstream/data where they run from it)

Exit codes: 0 erased, or no text where it should be gone; 1 refused, failed (also one of several sources), not
confirmed, there is no such source, text is still where it should be gone, the posting is live, not all could be looked
at, or no place knows the ID; 2 wrong usage.

${gatewayUsage}`;

const options = {
  ...gatewayOptions,
  source: { type: 'string' },
  'all-sources': { type: 'boolean', default: false },
  matching: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  prove: { type: 'string' },
  text: { type: 'string' },
  seconds: { type: 'string', default: '60' },
  data: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof readArgs<typeof options>>['values'];

const checkedText = (name: string, text: string | undefined): void => {
  if (text !== undefined && isTooShort(text))
    throw usageError(`--${name} takes ${LEAST_SOUGHT} characters at least, beside blanks`);
};

const runProof = async (id: string, values: Values): Promise<number> => {
  const seconds = wholeNumber('seconds', values.seconds, 1, 86_400);
  checkedText('text', values.text);
  const folder = values.data === undefined ? undefined : dataOption(values.data);
  const looked = await prove(id, { text: values.text, folder, seconds });
  if (values.json) printJson(looked);
  else print(proveText(id, looked));
  return isProved(looked) ? 0 : 1;
};

const runErasure = async (source: string, values: Values): Promise<number> => {
  const { matching } = values;
  if (!sourceName.safeParse(source).success) throw usageError(`"${source}" is no name of a source`);
  checkedText('matching', matching);
  const at = gatewayAccess(values);
  const params = { name: source };
  const found = await askGateway(at, 'previewErasure', { params, body: { matching } });
  const unknown = found.postings === 0 ? await readUnknownSource(at, source) : null;
  // It may have dead letters all the same: of records that never became postings.
  if (unknown !== null) note(unknown);
  const preview = previewText(found, matching);
  print(`${values['dry-run'] ? 'would erase' : 'to erase'}: ${preview}`);
  if (values['dry-run']) return unknown === null ? 0 : 1;
  if (!values.yes && !(await confirm('Erase them, and their dead letters?'))) {
    print('nothing was erased');
    return 1;
  }
  const begun = await (matching === undefined
    ? askGateway(at, 'erasePostings', { params })
    : askGateway(at, 'eraseMatching', { params, body: { matching } }));
  if (begun.again) note('another erasure of this source is in progress; this one follows it');
  const view = createProgressView(process.stderr, () => performance.now());
  const ended = await followErasure(at, begun, { view, onReason: (why) => note(`tried again: ${why}`) });
  print(endText(ended));
  return unknown !== null && ended.letters === 0 ? 1 : 0;
};

const runEverywhere = (values: Values): Promise<number> => {
  const { matching, 'dry-run': dryRun, yes } = values;
  if (matching === undefined)
    throw usageError('--all-sources takes --matching TEXT: it erases no source as a whole');
  checkedText('matching', matching);
  return eraseEverywhere(gatewayAccess(values), matching, { dryRun, yes });
};

const run = async (args: string[]): Promise<number> => {
  const { values } = readArgs(args, options);
  const { source, prove: id, 'all-sources': all } = values;
  const ways = [source !== undefined, id !== undefined, all].filter(Boolean).length;
  if (ways !== 1)
    throw usageError('which? --source NAME or --all-sources to erase, or --prove ID; --help tells more');
  if (all) return runEverywhere(values);
  return source !== undefined ? runErasure(source, values) : runProof(id!, values);
};

export const erase: Command = { usage, run };
