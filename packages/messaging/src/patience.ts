import { appError } from '@skillstream/errors';

/**
 * How long anything that asks Kafka may take before its client is given up. A broker that hangs is out of its cluster
 * after some 10 s; kafkajs would go on asking it for minutes.
 */
export const PATIENCE_MS = 20_000;

/**
 * Waits for the work, but not for ever. What is still under way then must be ended by `giveUp`; its outcome is
 * unknown.
 * @throws SkillstreamError `timeout`, retryable
 */
export const withPatience = async <T>(
  patienceMs: number,
  work: () => Promise<T>,
  giveUp: () => void,
): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      giveUp();
      reject(appError('timeout', `no answer within ${patienceMs} ms`));
    }, patienceMs);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
};
