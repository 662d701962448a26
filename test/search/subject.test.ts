import { describe, expect, test } from 'vitest';
import { readable } from '../../src/search/normalise.js';
import { type Named, namedIn, subjectOf } from '../../src/search/subject.js';
import { cxcl8, il31, il32 } from '../fixtures/records.js';

/** Spans of a text: each piece with its owners, letters for records. */
function spans(
  text: string,
  ...pieces: readonly (readonly [piece: string, owners: string, kind?: Named<string>['kind']])[]
) {
  return pieces.map(([piece, owners, kind = 'name']): Named<string> => {
    const start = text.indexOf(piece);
    if (start < 0) throw new Error(`no ${piece} in ${text}`);
    return { start, end: start + piece.length, kind, owners: owners.split('') };
  });
}

describe('the subject', () => {
  test.each<[text: string, owners: string, others: string]>([
    ['does AAA induce BBB?', 'a', 'b'],
    ['is BBB induced by AAA?', 'b', 'a'],
    ['what is the uniprot id of BBB', 'b', ''],
    ['after BBB knock-down, is AAA induced?', 'a', 'b'],
    ['unlike BBB, does AAA bind?', 'a', 'b'],
    ['with BBB added, what of AAA?', 'a', 'b'],
    ['We read on BBB yesterday. Does AAA do that?', 'a', 'b'],
    ['is it AAA or BBB?', 'a', 'b'],
    ['compared with BBB', 'b', ''],
  ])('of "%s"', (text, owners, others) => {
    const named = spans(
      text,
      ...(['AAA', 'BBB'] as const)
        .filter((name) => text.includes(name))
        .map((name) => [name, name.charAt(0).toLowerCase()] as const),
    );
    expect(subjectOf(text, named)).toMatchObject({ owners: [owners], others: [...others] });
  });

  test('a name counts before an accession, and that before an author', () => {
    const text = 'P00001 and BBB by Smith';
    const all = spans(text, ['P00001', 'a', 'accession'], ['BBB', 'b'], ['Smith', 'c', 'author']);
    expect(subjectOf(text, all)).toMatchObject({ owners: ['b'], others: ['a', 'c'], typed: 'BBB' });
    expect(
      subjectOf(
        text,
        all.filter(({ kind }) => kind !== 'name'),
      ),
    ).toMatchObject({ owners: ['a'] });
  });

  test('a shared name belongs to all its owners', () => {
    expect(subjectOf('what is p65?', spans('what is p65?', ['p65', 'ab']))).toEqual({
      owners: ['a', 'b'],
      others: [],
      typed: 'p65',
      pointsBack: false,
    });
  });

  test('"it" before every name points back', () => {
    const text = 'does it induce BBB?';
    expect(subjectOf(text, spans(text, ['BBB', 'b'])).pointsBack).toBe(true);
    expect(subjectOf('does BBB do it?', spans('does BBB do it?', ['BBB', 'b'])).pointsBack).toBe(false);
  });

  test('nothing named', () => {
    expect(subjectOf('who wrote it?', [])).toEqual({ owners: [], others: [], typed: '', pointsBack: false });
  });
});

describe('what a text names of the records', () => {
  const named = (text: string) =>
    namedIn([il32, il31, cxcl8], text).map(
      ({ start, end, kind, owners }) =>
        `${readable(text).slice(start, end)} ${kind} ${owners.map(({ command }) => command).join(' ')}`,
    );

  test.each([
    ['does IL-32γ induce interleukin 8?', ['IL-32gamma name il32', 'interleukin 8 name cxcl8']],
    ['what is P10145', ['P10145 accession cxcl8']],
    ['PMID 15664165', ['PMID 15664165 accession il32']],
    ['who is Mabilleau', ['Mabilleau author il32']],
    ['who wrote the mabilleau paper', ['mabilleau author il32']],
    ['a young paper', []],
    ['what does IL33 do', []],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });
});
