import { appError } from '@skillstream/errors';
import { sleep } from '@skillstream/async';

/**
 * A broker that slept for 20 s told old offsets until 350 ms after it woke up, on a machine with little else to do.
 */
const APART_MS = 1000;
const MOST_LOOKS = 10;

/**
 * Asks where a group stands until two answers, a second apart, are the same. A broker that stood still and wakes up
 * takes itself for the group's coordinator until it hears of its successor, and tells what it knew when it fell
 * asleep: all that was done since would be done twice. Whoever asks has fenced the others, so the true offset stands
 * still. One that is cut off from the other brokers alone, and stays so for longer, is not noticed.
 * @throws SkillstreamError `unavailable` when it does not stand still
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
