import type { Scope } from '@skillstream/contracts';
import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { signInQuery } from '../api/sign-in.ts';
import { heldToken, onReader } from '../api/token.ts';
import { mayHaveScope } from './may-have-scope.ts';

/** Whether it makes sense to ask for what takes a scope: it is open here, or the token that is held may have it. */
export const useMay = (scope: Scope): boolean => {
  const { data } = useQuery(signInQuery);
  const token = useSyncExternalStore(onReader, heldToken);
  return data !== undefined && (!data.tokenNeededFor.includes(scope) || mayHaveScope(token, scope));
};
