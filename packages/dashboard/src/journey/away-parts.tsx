import type { Journey } from '@skillstream/contracts';

/** Who could not be asked for a part of a journey, and why. */
export const AwayParts = ({ away }: Pick<Journey, 'away'>) =>
  away?.map(({ part, reason }) => (
    <p key={part} className="stale">
      {part} is away: {reason}
    </p>
  ));
