import { nameKey, plainText } from '../record/names.js';

/**
 * How names of the catalogue are compared, from strict to lenient. Stripping hyphens merges names of different genes (AP-2 is
 * TFAP2A, aP2 is FABP4), so the stricter way is asked first.
 */

/** Case, Unicode forms and Greek letters do not matter; hyphens and spaces do. */
export function spelledKey(name: string): string {
  return plainText(name);
}

/** Letters and digits alone. */
export function squeezedKey(name: string): string {
  return plainText(name).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** As records compare names: leading zeros and the Latin letter for a Greek one as well ("IFN-gamma" is IFNG). */
export function lenientKey(name: string): string {
  return nameKey(name);
}
