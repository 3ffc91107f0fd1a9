import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, wherever the command was typed. */
export const projectRoot = fileURLToPath(new URL('../../../../', import.meta.url));
/** What runs leave behind: data, logs, reports. */
const stateFolder = join(projectRoot, '.skillstream');
export const dataFolder = join(stateFolder, 'data');
export const logFolder = join(stateFolder, 'logs');
export const reportFolder = join(stateFolder, 'reports');
/** Signs tokens for what runs on this machine. */
export const demoKeyFile = join(stateFolder, 'demo-signing-key.pem');
export const runFile = join(stateFolder, 'run.json');
