import { useEffect, useState } from 'react';

/** The time in milliseconds, so often anew. */
export const useTick = (everyMs: number): number => {
  const [nowMs, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return nowMs;
};
