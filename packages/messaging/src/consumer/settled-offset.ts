import { sleep } from '@skillstream/async';
import { appError } from '@skillstream/errors';

/**
 * A suspended broker reported old offsets until 350 ms after it resumed from 20 s of sleep, on an otherwise idle
 * machine.
 */
const APART_MS = 1000;
const MOST_LOOKS = 10;

/**
 * Reads a group's committed offset until two reads, a second apart, agree. A broker that resumes from a suspension
 * believes that it is still the group's coordinator until it learns of its successor, and returns the offset that it
 * knew when it was suspended: everything since would be processed twice. The caller has fenced all other producers, so
 * the true offset does not change. A broker that is cut off only from the other brokers, and for longer, is not
 * detected.
 * @throws SkillstreamError `unavailable` when the offset keeps changing
 */
export const settledOffset = async <T>(
  ask: () => Promise<T>,
  pause: () => Promise<void> = () => sleep(APART_MS),
): Promise<T> => {
  let found = await ask();
  for (let looks = 1; looks < MOST_LOOKS; looks += 1) {
    await pause();
    const again = await ask();
    if (again === found) return found;
    found = again;
  }
  throw appError('unavailable', `The committed offset does not stand still: ${String(found)} now`);
};
