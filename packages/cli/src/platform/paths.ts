import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, independent of the working directory. */
export const projectRoot = fileURLToPath(new URL('../../../../', import.meta.url));
/** Where runs store data, logs and reports. */
export const stateFolder = join(projectRoot, '.skillstream');
export const dataFolder = join(stateFolder, 'data');
export const logFolder = join(stateFolder, 'logs');
export const profileFolder = join(stateFolder, 'profiles');
export const reportFolder = join(stateFolder, 'reports');
/** What is known of sources from their runs. */
export const sourcesFolder = join(stateFolder, 'sources');
/** Where Node keeps what it compiled: a service starts with a third less CPU than the first time. */
export const compileCacheFolder = join(stateFolder, 'compile-cache');
/** The private key that signs tokens for what runs on this machine. */
export const demoKeyFile = join(stateFolder, 'demo-signing-key.pem');
export const runFile = join(stateFolder, 'run.json');
