import type { Sighting } from '@skillstream/contracts';

const ranks: Record<Sighting['stage'], number> = {
  accepted: 0,
  published: 1,
  tagged: 2,
  'counted-in-views': 3,
  'counted-in-facts': 4,
};

/**
 * How far a posting was when it was seen, a death further than the stage before it. Sightings of several replicas may
 * arrive in another order: the relay's of a posting that it published comes after those of who read it at once.
 */
export const rankOf = ({ stage, dead }: Pick<Sighting, 'stage' | 'dead'>): number =>
  ranks[stage] + (dead ? 0.5 : 0);
