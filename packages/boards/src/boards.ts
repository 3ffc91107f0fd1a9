import type { Board } from './board.ts';
import { ashby } from './boards/ashby.ts';
import { greenhouse } from './boards/greenhouse.ts';
import { justJoinIt } from './boards/just-join-it.ts';
import { lever } from './boards/lever.ts';
import { personio } from './boards/personio.ts';
import { recruitee } from './boards/recruitee.ts';
import { remoteOk } from './boards/remote-ok.ts';
import { smartrecruiters } from './boards/smartrecruiters.ts';
import { weWorkRemotely } from './boards/we-work-remotely.ts';

/** Every board that can be read; a new one is a file and a line here. */
export const boards: readonly Board[] = [
  ashby,
  greenhouse,
  justJoinIt,
  lever,
  personio,
  recruitee,
  remoteOk,
  smartrecruiters,
  weWorkRemotely,
];

/** A board, and whose jobs there. */
export type BoardAccount = { board: Board; account: string };

/** The board and the account that an address belongs to; null where it is of none of them. */
export const detectBoard = (address: string): BoardAccount | null => {
  const url = URL.parse(address.includes('://') ? address : `https://${address}`);
  if (url === null) return null;
  for (const board of boards) {
    const account = board.detect(url);
    if (account !== null) return { board, account };
  }
  return null;
};
