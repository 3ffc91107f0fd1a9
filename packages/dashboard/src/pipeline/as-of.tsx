import { createContext, useContext } from 'react';
import { timeOfDay } from '../format/times.ts';

/** Since when nothing is known, in milliseconds since 1970; null while the figures are of the time that is shown. */
export const NotKnownSince = createContext<number | null>(null);

/** Of figures that may no longer hold, when they did: in each panel, as each is read by itself. */
export const AsOf = () => {
  const since = useContext(NotKnownSince);
  return since === null ? null : <p className="as-of">As of {timeOfDay(since)}; not known since then.</p>;
};
