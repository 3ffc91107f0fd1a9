import { workplaces } from '@skillstream/contracts/posting-values';
import { categoryName } from '../format/category-name.ts';
import { capital, valueName } from '../format/words.ts';

/**
 * A part of a claim as people say it. The answer has its id alone: that of a workplace, a skill or a category.
 * @param labelOf names a skill by its id, and gives the id of what is none
 */
export const partName = (id: string, labelOf: (id: string) => string): string => {
  if (workplaces.some((one) => one === id)) return capital(valueName(id));
  const label = labelOf(id);
  return label === id ? categoryName(id) : label;
};
