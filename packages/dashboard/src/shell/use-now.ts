import { useEffect, useState } from 'react';

/** The time in milliseconds, every five seconds anew. */
export const useNow = (): number => {
  const [nowMs, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 5_000);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
};
