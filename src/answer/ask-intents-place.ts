import type { Mark } from '../search/reading.js';
import { type Candidate, candidate, FAINT, LIKELY, PLAIN } from './ask-candidate.js';
import type { Features } from './ask-features.js';
import type { ResolvedRequest } from './respond.js';

/** Readings of a question as one for the place in the genome. */
export function locationCandidates(features: Features): readonly Candidate[] {
  const locate: ResolvedRequest = { do: 'locate', species: null };
  if ((features.has('location') && !mapsNames(features)) || features.has('assembly'))
    return [candidate(locate, PLAIN + 0.5, 'tolerant', 'a place in the genome was asked for')];
  if (numberedPlace(features))
    return [candidate(locate, LIKELY - 0.2, 'tolerant', 'a chromosome by its number')];
  const where = features.word(/^(?:where|wheres)$/u);
  const lies = features.word(/^(?:lies?|sits?|sitting|region|genome|genomic|find|found)$/u);
  const onBench = features.word(
    /^(?:gels?|blots?|western|western blot|wb|lanes?|bands?|membrane|sds page)$/u,
  );
  if (where && !onBench && (lies || features.own.length > 0 || features.word(/^(?:it|gene)$/u)))
    return [candidate(locate, LIKELY - 0.3, 'strict', 'where it is')];
  return features.hasWeak('location') && features.word(/^(?:genome|genomic|region)$/u)
    ? [candidate(locate, FAINT + 0.3, 'strict', 'a word of places')]
    : [];
}

/** "at the IL2 locus", "mapped to IL2": the gene is the place of something else. */
function isSetting({ marks }: Features, place: Mark): boolean {
  const at = marks.indexOf(place);
  if (/^(?:one|a|single|same|each|every)$/u.test(marks[at - 1]?.text ?? '') && place.text === 'locus')
    return true;
  if (/^mapp?(?:s|ed)? (?:to|on)$/u.test(place.text)) return marks[at + 1]?.kind === 'own';
  const lead = marks[at - 2]?.text === 'the' ? marks[at - 3]?.text : marks[at - 2]?.text;
  return (
    marks[at - 1]?.kind === 'own' &&
    /^(?:at|from|in|for|of)$/u.test(lead ?? '') &&
    /^loc(?:us|i)$/u.test(place.text)
  );
}

/** "which symbol does that map to": not to a place. */
function mapsNames(features: Features): boolean {
  const places = features.marks.filter((mark) =>
    mark.terms.some((term) => term.kind === 'aspect' && term.aspect === 'location' && !term.weak),
  );
  const names =
    features.has('names') ||
    features.databases.length > 0 ||
    features.has('identifiers') ||
    features.accessions.length > 0;
  if (places.every((mark) => isSetting(features, mark))) return true;
  return names && places.every(({ text }) => /^map/u.test(text));
}

const CHROMOSOME = /^(?:[1-9]|1\d|2[0-2]|x|y)$/u;

/** "is it on 16 or 17". */
function numberedPlace(features: Features): boolean {
  const spoken = features.own.length > 0 || features.word(/^(?:it|gene)$/u);
  return (
    spoken &&
    features.marks.some(
      (mark, at) =>
        mark.text === 'on' &&
        CHROMOSOME.test(features.marks[features.marks[at + 1]?.text === 'the' ? at + 2 : at + 1]?.text ?? ''),
    )
  );
}

/** Readings of a question as one for a species. */
export function speciesCandidates(features: Features): readonly Candidate[] {
  const species = features.species.includes('mouse') ? 'mouse' : null;
  const of = (which: 'mouse' | 'human' | null): ResolvedRequest => ({ do: 'species', species: which });
  const told = features.scope.context.some((mark) =>
    mark.terms.some((term) => term.kind === 'species' && term.species === 'mouse'),
  );
  if (told && features.scope.yesNo && features.word(/^(?:there|exist|exists|present|have|has|got)$/u))
    return [candidate(of('mouse'), LIKELY, 'careful', 'the mouse was spoken of')];
  if (species !== null) return [candidate(of('mouse'), PLAIN + 1.6, 'careful', 'the mouse was named')];
  if (features.has('species'))
    return [candidate(of(null), PLAIN, 'careful', 'a counterpart in another species was asked for')];
  if (
    features.species.includes('human') &&
    features.word(/^(?:from|organism|species)$/u) &&
    features.word(/^(?:what|which)$/u)
  )
    return [candidate(of('human'), LIKELY, 'careful', 'from which species')];
  if (features.species.includes('human'))
    return [
      candidate(
        of('human'),
        features.scope.yesNo ? LIKELY - 0.3 : FAINT + 0.2,
        'strict',
        'the human was named',
      ),
    ];
  return [];
}
