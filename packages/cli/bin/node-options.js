// Plain JavaScript: read by a Node that may not run TypeScript.

/**
 * What glibc is told in the environment of a process: large blocks go back to the system once they are free, and few
 * arenas keep small ones. By itself it retained some 40 MB of ingestion's buffers. The Dockerfile says the same.
 */
export const allocatorEnv = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '131072',
  MALLOC_TRIM_THRESHOLD_: '131072',
};

/**
 * How Node is started for a command of skillstream, so that it takes less memory on a machine that has much, where V8
 * lets young objects take 128 MB before it looks at them. Loading a file has some 60 MB of old objects, however long
 * the file is, and at full speed as many again that are free (docs/measured.md).
 * @param {string | undefined} command its first word
 * @returns {{ flags: string[], env: Record<string, string> }}
 */
export const nodeOptions = (command) => {
  const flags = ['--max-semi-space-size=8'];
  return command === 'load'
    ? { flags: [...flags, '--max-old-space-size=192'], env: allocatorEnv }
    : { flags, env: {} };
};
