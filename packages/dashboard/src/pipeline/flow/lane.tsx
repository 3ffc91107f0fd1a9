import type { Place } from './dots.ts';

/** Room for the dots of a place, so that they cover no text. */
export const Lane = ({ place, name }: { place: Place; name?: string }) => (
  <div className="lane" data-place={place}>
    {name}
  </div>
);
