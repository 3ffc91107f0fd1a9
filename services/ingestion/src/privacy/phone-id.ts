import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** With a plus, or two zeros and blanks, as it is dialled from abroad: the numbering plans decide. */
const international =
  /(?<![\p{L}\p{N}+])(?:\+|00(?=[\d-]*[ ()/.]))\d(?:[ \u00a0()./-]{0,3}\d){6,14}(?!\p{N})/gu;
/** The scheme of RFC 3966, and the shape of North America with its brackets. */
const unmistakable = /^tel:\+?[\d().-]{7,24}$|^(?:\+?1[ .-]?)?\(\d{3}\) ?\d{3}[ .-]\d{4}$/iu;

/**
 * Whether an id is, or holds, a number to call. Digits alone are an id like any other, however many they are.
 * @param id decoded, of any length; it takes linear time
 */
export const holdsPhone = (id: string): boolean =>
  unmistakable.test(id.trim()) ||
  id
    .matchAll(international)
    .some(
      ([found]) =>
        parsePhoneNumberFromString(found.replace(/^00/, '+').replace('(0)', ''))?.isValid() ?? false,
    );
