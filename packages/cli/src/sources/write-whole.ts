import { renameSync, writeFileSync } from 'node:fs';

/** Writes a file whole or not at all; two processes at once do not mix. */
export const writeWhole = (file: string, text: string): void => {
  const made = `${file}.${process.pid}.new`;
  writeFileSync(made, text);
  renameSync(made, file);
};
