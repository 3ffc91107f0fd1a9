import { gatewayAccess, gatewayOptions, gatewayUsage, type GatewayAccess } from '../gateway/access.ts';
import { askGateway } from '../gateway/ask-gateway.ts';
import { newCounts, nothingTaken, settled } from '../load/counts.ts';
import { fileOptions, fileUsage, openOptionsOf } from '../load/file-options.ts';
import { shownInput } from '../load/input-name.ts';
import { interruptedText, sayingWhenInterrupted } from '../load/interruption.ts';
import { loadAndWait, type LoadAndWait } from '../load/load-and-wait.ts';
import { loadSummary } from '../load/load-summary.ts';
import { openSource, type Source } from '../load/open-source.ts';
import { namedFile } from '../load/parts.ts';
import { previewParts } from '../load/preview.ts';
import { qualityLines } from '../load/quality-text.ts';
import { createRecords } from '../load/records-of.ts';
import { createReasons } from '../load/reasons.ts';
import { createReportFile, reportPath, tryReportFile } from '../load/report-file.ts';
import { reportFolder } from '../platform/paths.ts';
import { CliError } from '../terminal/cli-error.ts';
import { note, print, readArgs, wholeNumber, type Command } from '../terminal/command.ts';
import { createProgressView } from '../terminal/progress.ts';

const usage = `skillstream load PATH|URL|- [--dry-run] [--map FIELD=COLUMN,…] [--map-file FILE] [--dates dmy|mdy] [--source NAME]
                 [--country CODE] [--allow-private] [--no-wait] [--reports FOLDER] [--patience SECONDS]
                 [--gateway URL] [--token TOKEN]

Loads postings from a file, from all files of a folder or a zip, from an address by http or https, or from standard
input with "-": tables (CSV, TSV; commas, semicolons, tabs or bars) whose first line names the columns; JSON, a posting a
line (NDJSON), an array, also below a key, or one object; RSS, Atom and other XML feeds; pages with schema.org's
JobPosting; compressed with gzip or zstd, or not. What counts is what is in a file, not its name. Columns are found by
the names that people use (job_title, company, posted_at); others are left out and named. Rejected lines go into a report file with line number, index in an
array, and reason; the rest is loaded. Loading a file again loads nothing twice. Exit code 1 where a file cannot be read
to its end, where something could not be sent, where nothing moves and not all is counted, and where every posting was
refused.

  --dry-run             prints what the file is, which column becomes which field, the first rows as they would be
                        stored, with role, country, pay and skills found, and the first faults by line and column;
                        loads nothing, and needs nothing running
${fileUsage}  --allow-private       read also from an address of this machine or its network, which is refused otherwise
  --no-wait             do not wait until the postings are counted
  --reports FOLDER      where the report of rejected lines goes (default: .skillstream/reports)
  --patience SECONDS    how long nothing may be accepted, or counted later, before it gives up
                        (default: 120; while they are counted, 15 at the least)
${gatewayUsage}`;

const options = {
  ...gatewayOptions,
  ...fileOptions,
  'allow-private': { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  wait: { type: 'boolean', default: true },
  'no-wait': { type: 'boolean', default: false },
  reports: { type: 'string' },
  patience: { type: 'string', default: '120' },
} as const;

/** The address and the tokens for a gateway, by the options. */
export type AccessOf = (reported: {
  gateway?: string;
  token?: string;
}) => GatewayAccess | Promise<GatewayAccess>;

/** Loads as the arguments say. */
export const runLoad = async (args: string[], accessOf: AccessOf = gatewayAccess): Promise<number> => {
  const { values, positionals } = readArgs(args, options, { min: 1, max: 1, names: ['FILE'] });
  const file = positionals[0]!;
  const shown = shownInput(file);
  const patienceMs = wholeNumber('patience', values.patience, 0, 86_400) * 1000;
  const openOptions = openOptionsOf(values, file);
  const source = await openSource(file, values['allow-private']);
  try {
    return await loadFrom(source, { file, shown, values, openOptions, patienceMs, accessOf });
  } finally {
    await source.close();
  }
};

type Load = {
  file: string;
  /** The same as it may be printed. */
  shown: string;
  values: ReturnType<typeof readArgs<typeof options>>['values'];
  openOptions: ReturnType<typeof openOptionsOf>;
  patienceMs: number;
  accessOf: AccessOf;
};

const loadFrom = async ({ parts, bytes }: Source, load: Load): Promise<number> => {
  const { file, shown, values, openOptions, patienceMs, accessOf } = load;
  const named = namedFile(shown);
  if (values['dry-run']) {
    const preview = await previewParts(parts, openOptions).catch((error: Error) => {
      throw new CliError(`${named}: ${error.message}`);
    });
    print(preview.text);
    return preview.takes ? 0 : 1;
  }
  const reportTo = reportPath(values.reports ?? reportFolder, file, new Date());
  tryReportFile(reportTo);
  const at = await accessOf(values);
  await askGateway(at, 'getHealth');

  let bytesRead = 0;
  const records = createRecords(parts, {
    ...{ path: shown, open: openOptions, onNote: note },
    onBytes: (bytes) => (bytesRead += bytes),
  });
  const reasons = createReasons();
  const report = createReportFile(reportTo);
  const view = createProgressView(process.stderr, () => performance.now());
  let saidWaiting = '';
  let counts = newCounts();
  const sayWhere = () => {
    view.end();
    note(interruptedText(counts));
  };
  const loading: LoadAndWait = {
    at,
    view,
    patienceMs,
    records: records.lines,
    readSoFar: () => ({ done: bytesRead, total: bytes }),
    wait: values.wait && !values['no-wait'],
    onRejected: async (rejection) => {
      reasons.add(rejection);
      await report.write(rejection);
    },
    onWaiting: (reason) => {
      if (reason !== saidWaiting) note(`waiting: ${reason}`);
      saidWaiting = reason;
    },
    onCounts: (now) => (counts = now),
  };
  const result = await sayingWhenInterrupted(sayWhere, () => loadAndWait(loading));
  const reportFile = await report.close();
  const failures = records.failures();
  for (const failure of failures) note(failure);
  const none = settled(result.outcome) === 0 && result.outcome.unsent === 0;
  if (result.error instanceof CliError && none) throw new CliError(`${named}: ${result.error.message}`);
  if (result.error) note(`${named}: ${result.error.message}`);
  else if (none) throw new CliError(`no postings in ${named}`);
  const quality = qualityLines(records.qualities());
  print([loadSummary({ ...result, reasons, reportFile, cwd: process.cwd() }), ...quality].join('\n'));
  if (nothingTaken(result.outcome)) note(`${named}: every posting was refused`);
  const broken = result.error !== null || failures.length > 0 || result.outcome.unsent > 0;
  return broken || nothingTaken(result.outcome) ? 1 : 0;
};

export const load: Command = { usage, run: (args) => runLoad(args) };
