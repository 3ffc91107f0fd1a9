import type { Place } from './dots.ts';
import './lane.css';

/** Room for the dots of a place, beside its name, so that they cover no text. */
export const Lane = ({ place, name }: { place: Place; name?: string }) => (
  <div className="lane">
    {name !== undefined && <span data-name>{name}</span>}
    <span className="dots" data-place={place} />
  </div>
);
