import type { Origin } from '@skillstream/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

/**
 * Asks everything on the page again when the origin that counts has changed, as with the first own posting: else one
 * figure would be of the sample, and the next of own postings, until each is asked again by itself.
 */
export const useRenewalByOrigin = (origin: Origin | undefined): void => {
  const queries = useQueryClient();
  const before = useRef(origin);
  useEffect(() => {
    if (before.current !== undefined && origin !== undefined && before.current !== origin)
      void queries.invalidateQueries({}, { cancelRefetch: false });
    before.current = origin ?? before.current;
  }, [origin, queries]);
};
