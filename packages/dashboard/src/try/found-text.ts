import type { TagsResult } from '@skillstream/contracts';
import { counted } from '../format/numbers.ts';

type Named = { skillId: string };
const skillsIn = (named: readonly Named[]): string =>
  counted(new Set(named.map(({ skillId }) => skillId)).size, 'skill');

/** How many skills were found, in a sentence. */
export const foundText = ({ tags }: Pick<TagsResult, 'tags'>): string => `${skillsIn(tags)} found`;

/** Where nothing was found in a text, what may be why; null where something was. */
export const noneFoundText = ({ tags }: Pick<TagsResult, 'tags'>): string | null =>
  tags.length > 0 ? null : 'Only English is read: in a text of another language skills are missed.';

/** How often a skill was named, of how many skills: one may be named more than once. */
export const mentionsText = (named: readonly Named[]): string =>
  `${counted(named.length, 'mention')} of ${skillsIn(named)}`;
