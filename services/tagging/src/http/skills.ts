import { skillsQuery } from '@skillstream/contracts';
import { fault, type Handlers } from '@skillstream/runtime';
import type { Catalogue } from '../taxonomy/catalogue.ts';

/** The skills of the taxonomy, and each by its id; of one that there is not, which are nearest. */
export const skillHandlers = (catalogue: Catalogue) =>
  ({
    listSkills: (req, res) => {
      res.json(catalogue.list(skillsQuery.parse(req.query)));
    },
    getSkill: (req, res) => {
      const { id } = req.params;
      const answer = catalogue.find(id);
      if (!answer) {
        const nearest = catalogue.nearest(id);
        throw fault('not-found', 'The taxonomy has no such skill', { context: { nearest } });
      }
      res.json(answer);
    },
  }) satisfies Partial<Handlers<'tagging'>>;
