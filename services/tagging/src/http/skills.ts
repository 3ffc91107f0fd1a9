import type { Turns } from '@skillstream/async';
import { skillsQuery } from '@skillstream/contracts';
import { appError } from '@skillstream/errors';
import type { Handlers } from '@skillstream/http';
import type { Catalogue } from '@skillstream/tagger';

/**
 * Handlers that list the skills of the taxonomy and return one by its id; for an unknown id, the nearest skills.
 * @param turns yields to the event loop: the search for the nearest blocks it, and the consumer, for some milliseconds
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
