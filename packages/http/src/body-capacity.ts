import { createCapacity } from './capacity.ts';

/** The most that all bodies may have in a process at a time, in bytes; one caller leaves a quarter of it to others. */
const bodyLimits = { most: 32 * 1024 * 1024, mostOfOne: 24 * 1024 * 1024 };

/** What the whole bodies that a process has share, from their first byte until they are answered. */
export const createBodyCapacity = () => createCapacity('bytes of bodies', bodyLimits);
