import { readFileSync } from 'node:fs';

/** The version of the platform that this process runs. */
export const platformVersion = (): string => {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
};
