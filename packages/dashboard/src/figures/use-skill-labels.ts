import { useQuery } from '@tanstack/react-query';
import { skillsQuery } from '../api/skills.ts';

/** Names skills by their ids; the id itself as long as the taxonomy is not there, or does not have it. */
export const useSkillLabels = (ids: readonly string[]): ((id: string) => string) => {
  const { data } = useQuery(skillsQuery(ids));
  return (id) => data?.get(id)?.label ?? id;
};
