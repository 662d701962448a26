import { ENTITY_KINDS, type Entity } from '../record/schema.js';

/** Words for the things that records speak of: kind -> name -> forms. */
export type Things = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Finds the things of the vocabulary in a sentence. */
export type EntityLinker = (sentence: string) => readonly Entity[];

/** Shorter forms ("mac", "dc") are words of speech, not of papers. */
const LEAST_LETTERS = 4;

interface Form {
  readonly text: string;
  readonly entity: Entity;
}

/**
 * Makes a linker. The longest form wins, whole words only, and a plural s does not matter.
 * @param things the vocabulary; kinds that a record does not have are left out
 */
export function entityLinker(things: Things): EntityLinker {
  const forms = Object.entries(things)
    .flatMap(([kind, named]) => formsOf(kind, named))
    .toSorted((a, b) => b.text.length - a.text.length);
  return (sentence) => {
    let rest = ` ${words(sentence)} `;
    const found: Entity[] = [];
    for (const { text, entity } of forms) {
      const form = [` ${text} `, ` ${text}s `].find((each) => rest.includes(each));
      if (form === undefined) continue;
      rest = rest.replaceAll(form, ' | ');
      if (!found.some(({ id }) => id === entity.id)) found.push(entity);
    }
    return found;
  };
}

function formsOf(kindName: string, named: Readonly<Record<string, readonly string[]>>): Form[] {
  const kind = ENTITY_KINDS.find((each) => each === kindName);
  if (kind === undefined) return [];
  return Object.entries(named).flatMap(([name, forms]) => {
    const entity: Entity = { id: slug(name), kind, name, also: [] };
    const texts = [...new Set([name, ...forms].map(words))];
    return entity.id === ''
      ? []
      : texts.filter((text) => text.length >= LEAST_LETTERS).map((text) => ({ text, entity }));
  });
}

function words(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Ids of a record have at most so many characters. */
const LONGEST_ID = 40;

/** Lower-case words joined by hyphens, as ids of a record are. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/gu, '-')
    .slice(0, LONGEST_ID)
    .replace(/^-+|-+$/gu, '');
}
