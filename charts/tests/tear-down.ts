import { rmSync } from 'node:fs';

/** Removes the copy that `set-up.ts` made. */
export default (): void => {
  const copy = process.env.SKILLSTREAM_CHARTS;
  if (copy) rmSync(copy, { recursive: true, force: true });
};
