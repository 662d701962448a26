import type { Answer } from '../answer/answer.js';
import type { Pictures } from '../picture/pictures.js';
import { geneSymbol } from '../record/words.js';
import type { ReplyFile } from './reply.js';

/** The picture of an answer, or a sentence saying why there is none; both null for an answer that has no picture. */
export interface Illustration {
  readonly file: ReplyFile | null;
  readonly note: string | null;
}

/** Draws the picture that belongs to an answer. */
export type Illustrate = (answer: Answer) => Promise<Illustration>;

const NOTHING: Illustration = { file: null, note: null };

/** An illustrator that draws where a gene lies under every answer about its location. */
export function createIllustrator(pictures: Pictures): Illustrate {
  return async (answer) => {
    if (answer.kind !== 'location') return NOTHING;
    const { record, species } = answer;
    const place = record.locations.find((entry) => entry.species === species)?.place;
    const of = record.species.find((entry) => entry.id === species);
    if (place === undefined || place === null || of === undefined) return NOTHING;
    const band = record.cytobands.find((entry) => entry.species === species)?.band;
    const picture = await pictures(
      { place, species: of, ...(band === undefined ? {} : { band }) },
      { label: geneSymbol(record) },
    );
    if (picture.kind === 'not-drawn') return { file: null, note: picture.message };
    return { file: { name: picture.filename, data: picture.png, description: picture.alt }, note: null };
  };
}
