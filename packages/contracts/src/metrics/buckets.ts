// Prometheus can tell how many were faster than a bound only where that bound is a bucket: each limit of an objective
// (250 ms for a response, 10 s from accepted to counted) is one, with a neighbour on either side.

/** For work that is done within milliseconds: requests, batches, transactions. In seconds. */
export const WORK_SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

/** For batches: one may wait for an engine for longer than a group's session (10 s) or the relay's patience (20 s). */
export const BATCH_SECONDS = [...WORK_SECONDS, 20, 60] as const;

/** For what passes through the whole pipeline, and may wait for a service that is away. In seconds. */
export const JOURNEY_SECONDS = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 60, 120, 300, 900, 3600] as const;

/** For numbers of records in one batch. */
export const BATCH_SIZES = [1, 5, 10, 50, 100, 250, 500, 1000, 2500] as const;
