import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * undici, loaded when something is fetched for the first time: ingestion without sources never does, and its modules
 * take 6 MB of memory.
 */
export const undici = () => require('undici') as typeof import('undici');
