// A later release may know more steps: these are shown by their own names.
const steps: Readonly<Record<string, string>> = {
  accepted: 'accepted',
  requeued: 'marked to be published again',
  published: 'published',
  tagged: 'tagged',
  'counted-in-views': 'counted in views',
  'counted-in-facts': 'counted in facts',
  dead: 'dead letter',
};
// The same steps of a retraction, which undo what the others did.
const stepsOfRetraction: Readonly<Record<string, string>> = {
  accepted: 'retraction accepted',
  'counted-in-views': 'taken out of views',
  'counted-in-facts': 'taken out of facts',
};

/** What a step of a journey is called: the same in a terminal and on the page. */
export const textOfJourneyStep = (step: string, retracted: boolean): string =>
  (retracted ? stepsOfRetraction[step] : undefined) ?? steps[step] ?? step;

/**
 * Of a posting that is or was one of several of a job, whether it is the one that counts where jobs are counted; null
 * of one that never was, or left them. Where only expired ones are left none may count.
 */
export const textOfJob = ({ job, primary }: { job?: string; primary?: boolean }): string | null => {
  if (job === undefined) return null;
  const which = primary === false ? 'it is not the one that counts' : 'it is the one that counts';
  return `Of a job that several postings are or were of; ${which} where jobs are counted.`;
};
