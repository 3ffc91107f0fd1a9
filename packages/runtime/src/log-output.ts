import sonicBoom from 'sonic-boom';

/** In UTF-16 units: so much waits for a reader that does not read; what comes then is left out. */
const MOST_WAITING = 8 * 1024 * 1024;
/** At the end the reader is waited for so often, 100 ms each time. */
const MOST_WAITS = 10;

/**
 * Writes lines to a file descriptor without waiting for whoever reads them. A reader that is gone holds up neither the
 * work nor the end of the process; for one that stands still the end waits a second, where the descriptor does not
 * block. pino's own destination, by sonic-boom 4, tries for ever at the end to write what nobody reads, so that a
 * service whose parent was killed never ended.
 */
export const createLogOutput = (fd: number) => {
  let [ending, gone, waits, waiting] = [false, false, 0, false];
  const out = new sonicBoom.SonicBoom({
    ...{ fd, sync: false, maxLength: MOST_WAITING },
    retryEAGAIN: () => !ending || ++waits < MOST_WAITS,
  });
  // Nobody is left who could be told.
  out.on('error', () => (gone = true));
  process.once('exit', () => {
    ending = true;
    try {
      out.flushSync();
    } catch {
      gone = true;
    }
  });
  out.on('drain', () => (waiting = false));
  return {
    write: (line: string): void => {
      if (gone) return;
      waiting = true;
      out.write(line);
    },
    /**
     * Calls back when all lines are written, or cannot be. A process that exits while a line is being written has that
     * line twice, the second time behind all others.
     */
    flush: (done: () => void): void => {
      if (gone || !waiting) return done();
      out.once('drain', done).once('error', done);
    },
  };
};
