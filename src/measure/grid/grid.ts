import { effectQuestions } from './effects.js';
import { type GridRecord, geneOf } from './gene.js';
import { identifierQuestions } from './identifiers.js';
import { nameQuestions } from './names.js';
import { placeQuestions, speciesQuestions } from './places.js';
import { quantityQuestions } from './quantities.js';
import type { Grid, GridQuestion } from './question.js';
import { seeded, shuffled } from './random.js';
import { referenceQuestions } from './references.js';
import { traitQuestions } from './traits.js';

/** The seed of the grid that one develops against; every other seed uses other verbs, forms and made-up things. */
export const DEVELOPMENT_SEED = 0;

/** At most so many questions of one part with a Yes, with a No and with neither, so that no part and no lead drowns the rest. */
const SHARE_SIZE = 50;
const GRID_SIZE = 2_000;

const PARTS = [
  effectQuestions,
  traitQuestions,
  quantityQuestions,
  nameQuestions,
  identifierQuestions,
  placeQuestions,
  speciesQuestions,
  referenceQuestions,
];

/**
 * Questions about a record with their truth, computed from the record alone.
 * @param seed `DEVELOPMENT_SEED`, or any other integer for the held-out word lists in an order of its own
 * @param shareSize at most so many questions of one part and lead, unless the grid would be small
 * @returns at least 1,500 for a record with a handful of effects; the same for the same record and seed
 */
export function gridOf(
  record: GridRecord,
  seed: number = DEVELOPMENT_SEED,
  shareSize: number = SHARE_SIZE,
): readonly GridQuestion[] {
  const grid: Grid = { gene: geneOf(record), half: seed === DEVELOPMENT_SEED ? 'development' : 'heldOut' };
  const all = unique(
    shuffled(
      PARTS.flatMap((questions) => questions(grid)),
      seeded(seed),
    ),
  );
  const sizes = new Map<string, number>();
  const isEarly = ({ part, verdict }: GridQuestion) => {
    const share = `${part} ${typeof verdict === 'string' ? verdict : verdict[0]}`;
    const size = (sizes.get(share) ?? 0) + 1;
    sizes.set(share, size);
    return size <= shareSize;
  };
  const chosen = new Set(all.filter(isEarly));
  const rest = all.filter((question) => !chosen.has(question));
  return [...chosen, ...rest.slice(0, Math.max(0, GRID_SIZE - chosen.size))];
}

/** A question stands in a grid once; where two parts would label it differently, it stands in none. */
function unique(questions: readonly GridQuestion[]): readonly GridQuestion[] {
  const found = new Map<string, GridQuestion | null>();
  for (const question of questions) {
    const earlier = found.get(question.q);
    const isNew = earlier === undefined;
    if (isNew) found.set(question.q, question);
    else if (earlier !== null && JSON.stringify(earlier.verdict) !== JSON.stringify(question.verdict))
      found.set(question.q, null);
  }
  return [...found.values()].filter((question) => question !== null);
}
