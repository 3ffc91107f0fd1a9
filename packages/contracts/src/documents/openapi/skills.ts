import { skillsQuery } from '../../skills-api.ts';
import { answerOf, json, partProblems } from './answers.ts';
import { ref } from './components.ts';
import type { Paths } from './operation.ts';
import { pathId, queryParameters } from './parameters.ts';

/** The skills of the taxonomy. */
export const skillPaths: Paths = {
  '/v1/skills': {
    get: {
      operationId: 'listSkills',
      tags: ['questions'],
      summary: 'Lists the skills that postings are looked through for',
      description:
        'In the order of their ids, a page at a time: send `next` as `cursor` until it is null. A page stays right ' +
        'where the taxonomy changes between two.',
      parameters: queryParameters(skillsQuery),
      responses: { 200: answerOf('A page of skills.', json(ref('SkillsAnswer'))), ...partProblems() },
    },
  },
  '/v1/skills/{id}': {
    get: {
      operationId: 'getSkill',
      tags: ['questions'],
      summary: 'Tells what a skill’s id stands for',
      description: 'Its label, its category, the names that it is found by, and the skills that include it.',
      parameters: [pathId('The skill’s id.', 'kubernetes')],
      responses: { 200: answerOf('The skill.', json(ref('SkillAnswer'))), ...partProblems('NotFound') },
    },
  },
};
