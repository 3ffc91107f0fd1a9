import { oneLine } from '@skillstream/contracts/plain-text';
import { holdsEmail, maskEmails } from './email.ts';
import type { Masked, MaskKind } from './mask.ts';
import { decodedText } from './decoded-text.ts';
import { maskPhones } from './phone.ts';
import { holdsProfileLink, maskProfileLinks } from './profile-link.ts';
import { maskNames, maskSigners } from './sign-off.ts';

export type MaskContext = {
  /** ISO code of where the work is, or null; its numbering plan reads phone numbers. */
  country: string | null;
  /** The employer's name, or an empty text; it is no person's. */
  organization: string;
  /** The posting's title, or an empty text: what stands before "Director" in it is a trade, and no name. */
  title: string;
};

/** Takes out of the texts of one posting what points to a person. */
export const createMask = ({ country, organization, title }: MaskContext) => {
  const masked: Masked = { email: 0, phone: 0, profile: 0, name: 0 };
  const add = (kind: MaskKind) => () => void (masked[kind] += 1);

  /** A text without addresses, phone numbers and profiles: for names of employers and places. */
  const contacts = (text: string): string =>
    maskPhones(maskEmails(maskProfileLinks(text, add('profile')), add('email')), country, add('phone'));
  const named = (text: string): string => maskNames(contacts(text), organization, add('name'));
  return {
    contacts,
    /** A text without those, and without the names of recruiters. */
    text: (text: string): string => maskSigners(named(text), [organization, title], add('name')),
    /** Null stays. */
    contactsOf: (text: string | null): string | null => (text === null ? null : contacts(text)),
    /** A public address: without its query where that names a person; null where the rest does too. */
    url: (url: string): string | null => {
      const named = contactIn(url);
      if (named === null) return url;
      masked[named] += 1;
      const bare = url.replace(/[?#].*$/s, '');
      return contactIn(bare) === null ? bare : null;
    },
    /** How much was masked so far, by kind. */
    masked,
  };
};

/** What names a person in an address of the web. Digits in one are an id, and no number to call. */
const contactIn = (url: string): MaskKind | null => {
  const text = oneLine(decodedText(url));
  if (holdsEmail(text)) return 'email';
  return holdsProfileLink(text) ? 'profile' : null;
};

export type Mask = ReturnType<typeof createMask>;
