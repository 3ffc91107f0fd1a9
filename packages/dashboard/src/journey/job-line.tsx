import { textOfJob } from '@skillstream/contracts/journey-text';
import { useQuery } from '@tanstack/react-query';
import { postingQuery } from '../api/posting.ts';
import { expensive } from '../api/refetching.ts';

/** Whether a posting is one of several of a job, and counts for it: that is found out behind its acceptance. */
export const JobLine = ({ id }: { id: string }) => {
  // It may be linked, or no longer be the one that counts, while it is looked at.
  const { data } = useQuery({ ...postingQuery(id), ...expensive, staleTime: 0 });
  const text = data && textOfJob(data.data);
  return text ? <p>{text}</p> : null;
};
