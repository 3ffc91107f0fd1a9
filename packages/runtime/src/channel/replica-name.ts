import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The name of this start of a replica: that of its pod or container, where it is known, and some random digits. */
export const replicaName = (name: string | undefined): string => {
  const start = randomBytes(3).toString('hex');
  return name === undefined ? start : `${name}-${start}`;
};

/** The version of the platform that this process runs. */
export const platformVersion = (): string => {
  const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
};
