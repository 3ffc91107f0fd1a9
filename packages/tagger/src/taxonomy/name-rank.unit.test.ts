import { expect, test } from '@jest/globals';
import { NO_RANK, nameRank } from './name-rank.ts';

test.each([
  ['go', { own: ['go'], other: ['golang'] }, 0],
  ['.net', { own: ['dotnet', '.net'], other: [] }, 0],
  ['node', { own: ['nodejs', 'node.js'], other: ['node'] }, 1],
  ['postgres', { own: ['postgresql'], other: [] }, 2],
  ['k8', { own: ['kubernetes'], other: ['k8s'] }, 3],
  ['sql', { own: ['microsoft-sql-server'], other: [] }, 4],
  ['sql', { own: ['nosql', 'graph-sql'], other: [] }, 4],
  ['net', { own: ['ado-net'], other: [] }, 4],
  ['sql', { own: ['nosql'], other: [] }, 5],
  ['sql', { own: ['mongodb'], other: ['nosql store'] }, 5],
  ['sql', { own: ['mongodb'], other: ['bson'] }, NO_RANK],
])('“%s” names %j by rank %i', (wanted, names, rank) => expect(nameRank(wanted, names)).toBe(rank));
