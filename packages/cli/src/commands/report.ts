import { gatewayAccess, gatewayOptions, gatewayUsage } from '../gateway/access.ts';
import { queryWithAge, withFreshness } from '../gateway/query-with-age.ts';
import { askGateway } from '../gateway/ask-gateway.ts';
import { readFreshness } from '../gateway/freshness.ts';
import { filterOptions, filterUsage, queryOf } from '../gateway/filters.ts';
import { print, printJson, readArgs, type Command } from '../terminal/command.ts';
import { reportTables } from '../terminal/report-tables.ts';
import { table } from '../terminal/tables.ts';

const usage = `skillstream report [ID] [filters] [--json]

Claims about the market, each measured on the loaded postings, with a verdict. Without ID it lists the reports.

${filterUsage}
                                   narrow the postings that the report is about
${gatewayUsage}`;

const options = { ...gatewayOptions, ...filterOptions, json: { type: 'boolean', default: false } } as const;

const run = async (args: string[]): Promise<number> => {
  const { values, positionals } = readArgs(args, options, { min: 0, max: 1 });
  const [id] = positionals;
  const at = gatewayAccess(values);
  if (id === undefined) {
    const response = await askGateway(at, 'listReports');
    const rows = response.reports.map((report) => [report.id, report.title]);
    if (values.json) printJson(response);
    else print(table(['report', 'title'], rows));
    return 0;
  }
  const input = { params: { id }, query: queryOf(values) };
  const standing = readFreshness(at);
  const response = await queryWithAge(at, 'getReport', input);
  const { age: _age, ...given } = response;
  if (values.json) printJson(given);
  else print(reportTables(withFreshness(response, await standing)));
  return 0;
};

export const report: Command = {
  usage,
  run,
};
