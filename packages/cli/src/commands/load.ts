import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { gatewayAccess, gatewayOptions, gatewayUsage, type GatewayAccess } from '../gateway/access.ts';
import { askGateway } from '../gateway/ask-gateway.ts';
import { blocksOf } from '../input/blocks.ts';
import { recordsOf } from '../input/records.ts';
import { loadAndWait } from '../load/load-and-wait.ts';
import { loadSummary } from '../load/load-summary.ts';
import { createReasons } from '../load/reasons.ts';
import { createReportFile, reportPath, tryReportFile } from '../load/report-file.ts';
import { nothingTaken, settled } from '../load/counts.ts';
import { reportFolder } from '../platform/paths.ts';
import { CliError } from '../terminal/cli-error.ts';
import { note, print, readArgs, wholeNumber, type Command } from '../terminal/command.ts';
import { count } from '../terminal/numbers.ts';
import { printable } from '../terminal/printable.ts';
import { createProgressView } from '../terminal/progress.ts';

const usage = `skillstream load FILE|- [--no-wait] [--reports FOLDER] [--patience SECONDS] [--gateway URL] [--token TOKEN]

Loads postings from a file, or from standard input with "-": a JSON posting a line (NDJSON), a JSON array, or one
object; compressed with gzip or not. Rejected lines go into a report file with line number, index in an array, and
reason; the rest is loaded. Loading a file again loads nothing twice. Exit code 1 where the file cannot be read to its
end, where something could not be sent, where nothing moves and not all is counted, and where every posting was refused.

  --no-wait           do not wait until the postings are counted
  --reports FOLDER    where the report of rejected lines goes (default: .skillstream/reports)
  --patience SECONDS  how long nothing may be accepted, or counted later, before it gives up
                      (default: 120; while they are counted, 15 at the least)
${gatewayUsage}`;

const options = {
  ...gatewayOptions,
  wait: { type: 'boolean', default: true },
  'no-wait': { type: 'boolean', default: false },
  reports: { type: 'string' },
  patience: { type: 'string', default: '120' },
} as const;

// Its end may be what distinguishes it from others.
const MOST_PATH_CHARS = 4096;

const sizeOf = async (file: string): Promise<number> => {
  try {
    const found = await stat(file);
    if (found.isDirectory()) throw new CliError(`${printable(file, MOST_PATH_CHARS)} is a folder`);
    return found.size;
  } catch (error) {
    if (error instanceof CliError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    const named = printable(file, MOST_PATH_CHARS);
    throw new CliError(code === 'ENOENT' ? `there is no file ${named}` : `cannot read ${named}: ${code}`);
  }
};

/** The address and the tokens for a gateway, by the options. */
export type AccessOf = (reported: {
  gateway?: string;
  token?: string;
}) => GatewayAccess | Promise<GatewayAccess>;

/** Loads as the arguments say. */
export const runLoad = async (args: string[], accessOf: AccessOf = gatewayAccess): Promise<number> => {
  const { values, positionals } = readArgs(args, options, { min: 1, max: 1, names: ['FILE'] });
  const file = positionals[0]!;
  const named = printable(file, MOST_PATH_CHARS);
  const patienceMs = wholeNumber('patience', values.patience, 0, 86_400) * 1000;
  const total = file === '-' ? 0 : await sizeOf(file);
  const reportTo = reportPath(values.reports ?? reportFolder, file, new Date());
  tryReportFile(reportTo);
  const at = await accessOf(values);
  await askGateway(at, 'getHealth');

  let done = 0;
  let ignored = '';
  const input = file === '-' ? process.stdin : createReadStream(file);
  const reasons = createReasons();
  const report = createReportFile(reportTo);
  const view = createProgressView(process.stderr, () => performance.now());
  let saidWaiting = '';
  const result = await loadAndWait({
    at,
    view,
    patienceMs,
    records: recordsOf(
      blocksOf(
        input as AsyncIterable<Buffer>,
        (bytes) => (done += bytes),
        (bytes, at) =>
          (ignored = `${count(bytes)} bytes from byte ${count(at)} on are no gzip and were ignored`),
      ),
    ),
    readSoFar: () => ({ done, total }),
    wait: values.wait && !values['no-wait'],
    onRejected: async (rejection) => {
      reasons.add(rejection);
      await report.write(rejection);
    },
    onWaiting: (reason) => {
      if (reason !== saidWaiting) note(`waiting: ${reason}`);
      saidWaiting = reason;
    },
  });
  const reportFile = await report.close();
  if (ignored !== '') note(`${named}: ${ignored}`);
  if (result.error) note(`${named}: ${result.error.message}`);
  else if (settled(result.outcome) === 0) throw new CliError(`no postings in ${named}`);
  print(loadSummary({ ...result, reasons, reportFile, cwd: process.cwd() }));
  if (nothingTaken(result.outcome)) note(`${named}: every posting was refused`);
  return result.error || result.outcome.unsent > 0 || nothingTaken(result.outcome) ? 1 : 0;
};

export const load: Command = { summary: 'load postings from a file', usage, run: (args) => runLoad(args) };
