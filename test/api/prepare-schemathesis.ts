import { join } from 'node:path';
import { preparePython } from './prepare-python.ts';

const requirements = join(import.meta.dirname, 'requirements.txt');

/**
 * Installs schemathesis on first use.
 * @param report hears what takes its time
 * @returns the path of its command
 */
export const prepareSchemathesis = (report: (line: string) => void): string =>
  join(preparePython('schemathesis', requirements, report), 'schemathesis');
