import { appError, issuesOf } from '@skillstream/errors';
import { parseDocument } from 'yaml';
import { reportFile, type Report } from './schema.ts';

const readReport = (name: string, text: string, problems: string[]): Report | null => {
  const report = (problem: string) => problems.push(`${name} ${problem}`);
  const document = parseDocument(text);
  for (const { message } of document.errors) report(message.split('\n')[0]!.replace(/:$/, ''));
  if (document.errors.length > 0) return null;
  const read = reportFile.safeParse(document.toJS());
  if (!read.success) {
    for (const { path, message } of issuesOf(read.error)) report(`${path || 'file'}: ${message}`);
    return null;
  }
  // The id of a report leads to its file, and two files cannot define the same report.
  if (name !== `${read.data.id}.yaml`) report(`id: the file of "${read.data.id}" is ${read.data.id}.yaml`);
  return read.data;
};

/**
 * Parses and validates reports.
 * @param files text of each YAML file by its name
 * @returns the reports, sorted by id
 * @throws `misconfigured`, listing every issue with file and path; rules across fields (an id used twice) are checked
 *   once each field is valid by itself
 */
export const parseReports = (files: Readonly<Record<string, string>>): Report[] => {
  const problems: string[] = [];
  const reports = Object.entries(files)
    .map(([name, text]) => readReport(name, text, problems))
    .filter((report) => report !== null);
  if (problems.length > 0) {
    const lines = problems.map((problem) => `  ${problem}`).join('\n');
    const message = `The reports have ${problems.length} fault(s):\n${lines}`;
    throw appError('misconfigured', message, { context: { problems } });
  }
  return reports.sort((a, b) => (a.id < b.id ? -1 : 1));
};
