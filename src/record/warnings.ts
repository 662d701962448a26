import type { Problem } from './problems.js';
import type { GeneRecord } from './schema.js';

/** Characters of a statement that a phone shows without making the reader search for its end. */
const COMFORTABLE_STATEMENT = 160;

/**
 * What is sound but will read badly, in the order of the file: long statements, none of first importance, a place on no
 * assembly. Nothing is refused for it.
 */
export function recordWarnings({ statements, locations }: GeneRecord): Problem[] {
  return [
    ...locations.flatMap(({ place }, index) =>
      place === null || place.assembly !== undefined
        ? []
        : [
            {
              path: `locations[${index}].place`,
              message:
                'no assembly: readers cannot find the place in a browser. Name it, or say that you infer it.',
            },
          ],
    ),
    ...(statements.length === 0 || statements.some(({ importance }) => importance === 1)
      ? []
      : [
          {
            path: 'statements',
            message: 'none has "importance": 1, so nobody knows what to say first of this gene.',
          },
        ]),
    ...statements.flatMap(({ text }, index) =>
      text.length <= COMFORTABLE_STATEMENT
        ? []
        : [
            {
              path: `statements[${index}].text`,
              message: `${text.length} characters; up to ${COMFORTABLE_STATEMENT} read well on a phone.`,
            },
          ],
    ),
  ];
}
