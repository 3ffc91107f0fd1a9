import type { Described, Descriptions } from './operation.ts';
import { pathSource } from './parameters.ts';

const ofOne: Omit<Described, 'description'> = {
  ...{ tag: 'watching', pathId: pathSource, returns: 'The source.', problems: ['NotFound'] },
};

/** The resource `boards`. */
export const boardsDescribed: Descriptions = {
  listBoards: {
    tag: 'watching',
    description:
      'The sources in the file of sources of this installation. Each is read at its interval, by one replica at a ' +
      'time. What is gone from a list that was read to its end is closed, never deleted: its `closedAt` says when.',
    returns: 'The sources, in the order of the file.',
  },
  runBoard: {
    ...ofOne,
    description:
      'Within some seconds, and also while it is paused; while a run is in progress, by another one after it. ' +
      'Where the last run has `dropRefused`, look at the board, and ask with `acceptDrop=true` if the jobs are gone ' +
      'indeed: that holds until the run has ended, or somebody asks without it.',
  },
  pauseBoard: {
    ...ofOne,
    description:
      'Until it is resumed, whatever the file says. A run in progress ends with the batch of at most 20 postings that ' +
      'is being stored; resumed, the source is read from the beginning.',
  },
  resumeBoard: {
    ...ofOne,
    description: 'Whatever the file says. It is read at once where its time has passed.',
  },
};
