import type { PreviewPosting } from '@skillstream/contracts';
import { useQuery } from '@tanstack/react-query';
import { previewSkillsQuery } from '../api/preview-skills.ts';
import { needsToken } from '../figures/fault-of.ts';

/** The skills that would be found in a posting of a preview. */
export const SkillsCell = ({ posting }: { posting: PreviewPosting }) => {
  const { data, error } = useQuery(previewSkillsQuery(posting));
  if (data) return data.length === 0 ? 'none' : data.join(', ');
  if (needsToken(error)) return 'takes a token with analytics:read';
  return error ? 'not known' : '…';
};
