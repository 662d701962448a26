import type { Explanation } from '../answer/ask.js';
import { threshold } from '../answer/ask-coverage.js';
import type { Request } from '../answer/request.js';
import { isSpeech, type Mark } from '../search/reading.js';
import type { Term } from '../search/vocabulary.js';

function termText(term: Term): string {
  switch (term.kind) {
    case 'database':
      return `database ${term.database}${term.weak ? ' (weak)' : ''}`;
    case 'aspect':
      return `asks ${term.aspect}${term.weak ? ' (weak)' : ''}`;
    case 'thing':
      return `${term.group} ${term.thing}`;
    case 'beyond':
      return `beyond: ${term.what}`;
    case 'space':
      return `reference number ${term.space}`;
    case 'format':
      return `format ${term.format}`;
    case 'species':
      return `species ${term.species}`;
    case 'action':
      return `verb ${term.action}`;
    case 'activity':
    case 'generic':
      return term.kind;
  }
}

function markText(mark: Mark): string {
  const parts = [
    mark.name === null ? '' : `name ${mark.name.name} (${mark.name.kind})`,
    mark.accession === null ? '' : `accession ${mark.accession.base}: ${mark.accession.found}`,
    mark.entities.length === 0 ? '' : `in the record: ${mark.entities.join(', ')}`,
    mark.reference === null
      ? ''
      : `${mark.reference.by} of ${mark.reference.references.map(({ id }) => id).join(', ')}`,
    ...new Set(mark.terms.map(termText)),
  ].filter((part) => part !== '');
  const spelling = mark.fuzzy === null ? '' : ` (misspelt, score ${mark.fuzzy.toFixed(2)})`;
  return `  ${mark.kind.padEnd(9)} ${mark.raw}${spelling}${parts.length > 0 ? `: ${parts.join('; ')}` : ''}`;
}

function requestText(request: Request): string {
  const { do: what, ...rest } = request;
  return `${what} ${JSON.stringify(rest)}`;
}

/** How an answer was found, in lines: what was recognised, what was read, the ranking, the threshold, the rule. */
export function whyText({ reading, scope, candidates, coverage, rule, answer }: Explanation): string {
  const unread = reading.marks.filter((mark) => !scope.core.includes(mark) && !isSpeech(mark));
  const unexplained = coverage?.unexplained.map((mark) => mark.raw).join(', ') ?? '';
  return [
    'Recognised in what asks:',
    ...scope.core.filter((mark) => !isSpeech(mark)).map(markText),
    ...(unread.length === 0 ? [] : ['Beside it:', ...unread.map(markText)]),
    `Yes or no expected: ${scope.yesNo ? 'yes' : 'no'}`,
    ...(candidates.length === 0 ? [] : ['Ranking:']),
    ...candidates.map(
      ({ score, strictness, because, request }) =>
        `  ${score.toFixed(2)} ${requestText(request)} (${because}; needs ${threshold(strictness)} explained)`,
    ),
    ...(coverage === null
      ? []
      : [
          `Explained: ${coverage.share.toFixed(2)}${unexplained === '' ? '' : `, not explained: ${unexplained}`}`,
        ]),
    `Rule: ${rule}`,
    `Kind: ${answer.kind}${answer.verdict === null ? '' : `, verdict ${answer.verdict}`}`,
  ].join('\n');
}
