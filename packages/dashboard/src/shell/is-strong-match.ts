import type { ListedSkill } from '@skillstream/contracts';

type Named = Pick<ListedSkill, 'skillId' | 'label' | 'matched'>;

/** Whether a text begins a name of a skill, or is one: only such a skill may be opened without being chosen. */
export const isStrongMatch = (text: string, { skillId, label, matched }: Named): boolean => {
  const wanted = text.trim().toLowerCase();
  return (
    wanted !== '' && [skillId, label, matched ?? ''].some((name) => name.toLowerCase().startsWith(wanted))
  );
};
