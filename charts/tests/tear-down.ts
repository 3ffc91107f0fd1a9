import { rmSync } from 'node:fs';
import { chartsCopy } from './config.ts';

/** Removes the copy that `set-up.ts` made. */
export default (): void => {
  const copy = chartsCopy.folder();
  if (copy) rmSync(copy, { recursive: true, force: true });
};
