import { describe, expect, it } from 'vitest';
import { phraseKey } from '../../src/search/tokens.js';
import { VOCABULARY_FILES, vocabulary, vocabularyFile } from '../../src/search/vocabulary.js';
import { verbKey } from '../../src/understand/grammar.js';

/** Forms that stand under two meanings of one kind. */
function doubles(
  entries: readonly (readonly [meaning: string, forms: readonly string[]])[],
): readonly string[] {
  const owners = new Map<string, string>();
  return entries.flatMap(([meaning, forms]) =>
    forms.flatMap((form) => {
      const owner = owners.get(form.toLowerCase());
      owners.set(form.toLowerCase(), meaning);
      return owner === undefined || owner === meaning ? [] : [`${form}: ${owner}, ${meaning}`];
    }),
  );
}

describe('the vocabulary', () => {
  it.each(Object.keys(VOCABULARY_FILES))('%s has the shape that is expected', (file) => {
    const known = Object.keys(VOCABULARY_FILES).find(
      (each): each is keyof typeof VOCABULARY_FILES => each === file,
    );
    expect(known === undefined ? null : Object.keys(vocabularyFile(known)).length).toBeGreaterThan(0);
  });

  it('has no space around a form', () => {
    const forms = vocabulary().flatMap((term) => term.forms);
    expect(forms.filter((form) => form.trim() !== form)).toEqual([]);
  });

  it.each(['database', 'aspect', 'thing', 'beyond', 'format', 'species', 'space'] as const)(
    'has no form under two meanings among those of the kind %s',
    (kind) => {
      const terms = vocabulary().filter((term) => term.kind === kind);
      expect(doubles(terms.map((term) => [meaningOf(term), term.forms]))).toEqual([]);
    },
  );

  it('has every verb in one family', () => {
    const verbs = Object.entries(vocabularyFile('verbs.json')).filter(([, { use }]) => use !== 'causative');
    expect(doubles(verbs.map(([family, { forms }]) => [family, forms.map(verbKey)]))).toEqual([]);
  });

  it('names in a list of the grammar only lists that there are', () => {
    const grammar = vocabularyFile('grammar.json');
    const named = Object.values(grammar).flatMap((forms) => forms.filter((form) => form.startsWith('@')));
    expect(named.filter((name) => grammar[name.slice(1)] === undefined)).toEqual([]);
  });

  it('keeps different things apart', () => {
    const thing = (form: string): string | undefined =>
      vocabulary().flatMap((term) =>
        term.kind === 'thing' && term.forms.some((one) => phraseKey(one) === phraseKey(form))
          ? [term.thing]
          : [],
      )[0];
    for (const [one, other] of [
      ['oncogene', 'tumor suppressor'],
      ['kinase', 'phosphatase'],
      ['hepatocyte', 'kupffer cell'],
      ['fibrosis', 'angiogenesis'],
      ['zinc finger', 'disulfide bond'],
    ] as const) {
      expect(thing(one)).toBeDefined();
      expect(thing(one)).not.toBe(thing(other));
    }
  });
});

function meaningOf(term: ReturnType<typeof vocabulary>[number]): string {
  switch (term.kind) {
    case 'database':
      return term.database;
    case 'aspect':
      return term.aspect;
    case 'thing':
      return term.thing;
    case 'beyond':
      return term.what;
    case 'format':
      return term.format;
    case 'species':
      return term.species;
    case 'space':
      return term.space;
    case 'action':
      return term.action;
    case 'activity':
    case 'generic':
      return term.kind;
  }
}
