import { appError } from '@skillstream/errors';
import type { Handlers } from '@skillstream/http';
import type { Turns } from '@skillstream/async';
import { skillsQuery } from '@skillstream/contracts';
import type { Catalogue } from '@skillstream/tagger';

/**
 * The skills of the taxonomy, and each by its id; of one that there is not, which are nearest.
 * @param turns looking for the nearest takes some milliseconds of the loop that the consumer has, too
 */
export const skillHandlers = (catalogue: Catalogue, turns: Turns) =>
  ({
    listSkills: (req, res) => {
      res.json(catalogue.list(skillsQuery.parse(req.query)));
    },
    getSkill: async (req, res) => {
      const { id } = req.params;
      const result = catalogue.find(id);
      if (!result) {
        await turns.pause();
        const nearest = catalogue.nearest(id);
        throw appError('not-found', 'The taxonomy has no such skill', { context: { nearest } });
      }
      res.json(result);
    },
  }) satisfies Partial<Handlers<'tagging'>>;
