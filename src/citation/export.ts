import type { Reference } from '../record/schema.js';
import { firstSignature, plainTitle } from '../record/words.js';
import { toBibtex } from './bibtex.js';
import { asciiKey, dateOf, titleWords } from './fields.js';
import { toRis } from './ris.js';

export const EXPORT_FORMATS = ['bibtex', 'ris', 'csl-json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A file to attach; `content` is text in UTF-8, `filename` has lower-case ASCII letters, digits, hyphens and one dot. */
export type ExportFile = { readonly filename: string; readonly mediaType: string; readonly content: string };

type Writer = {
  title: string;
  extension: string;
  mediaType: string;
  write: (references: readonly Reference[]) => string;
};

/** CSL-JSON goes out as the record has it; an array even for one reference, as importers expect. */
const WRITERS: Record<ExportFormat, Writer> = {
  bibtex: { title: 'BibTeX', extension: 'bib', mediaType: 'application/x-bibtex', write: toBibtex },
  ris: { title: 'RIS', extension: 'ris', mediaType: 'application/x-research-info-systems', write: toRis },
  'csl-json': {
    title: 'CSL-JSON',
    extension: 'json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    write: (references) => `${JSON.stringify(references, null, 2)}\n`,
  },
};

/** The file format of that key, or null when it is the key of a style. */
export function exportFormat(key: string): ExportFormat | null {
  return EXPORT_FORMATS.find((format) => format === key) ?? null;
}

/** What people call a format: "BibTeX", "RIS", "CSL-JSON". */
export function formatTitle(format: ExportFormat): string {
  return WRITERS[format].title;
}

/**
 * References as a file for a reference manager. One reference gives a file named after it ("kim-2005.ris"), several
 * one named after the collection ("il32-references.ris" for the collection "il32").
 */
export function exportReferences(
  references: readonly Reference[],
  format: ExportFormat,
  collection: string,
): ExportFile {
  const { extension, mediaType, write } = WRITERS[format];
  const [only, ...others] = references;
  const name =
    only !== undefined && others.length === 0 ? referenceName(only) : `${asciiKey(collection)}-references`;
  return { filename: `${name.replace(/^-/u, '')}.${extension}`, mediaType, content: write(references) };
}

/** One formatted reference as a text file named after it. */
export function lineFile(line: string, reference: Reference): ExportFile {
  return { filename: `${referenceName(reference)}.txt`, mediaType: 'text/plain', content: `${line}\n` };
}

/** Formatted references as a text file, one a paragraph, for a manuscript. */
export function listFile(lines: readonly string[], collection: string): ExportFile {
  const filename = `${asciiKey(collection)}-references.txt`;
  return { filename, mediaType: 'text/plain', content: `${lines.join('\n\n')}\n` };
}

/** "kim-2005"; without an author the first words of the title: "entrez-gene-interleukin". */
function referenceName(reference: Reference): string {
  const author = asciiKey(firstSignature(reference));
  const words = author === '' ? titleWords(plainTitle(reference)).slice(0, 3) : [author];
  const year = dateOf(reference.issued).year;
  const name = [...words, ...(year === undefined ? [] : [String(year)])].join('-').slice(0, 60);
  return name === '' ? reference.id : name;
}
