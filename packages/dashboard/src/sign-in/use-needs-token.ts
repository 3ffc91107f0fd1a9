import type { Scope } from '@skillstream/contracts';
import { useQuery } from '@tanstack/react-query';
import { signInQuery } from '../api/sign-in.ts';

/** Whether this installation says that a scope takes a token; false as long as it has not. */
export const useNeedsToken = (scope: Scope): boolean => {
  const { data } = useQuery(signInQuery);
  return data?.tokenNeededFor.includes(scope) ?? false;
};
