import { describe, expect, it } from 'vitest';
import { lexicon, meanings } from '../../src/search/lexicon.js';
import { indexWords, nearWords } from '../../src/search/spelling.js';
import { completeQuestions } from '../../src/view/questions.js';
import { il31, il32 } from '../fixtures/records.js';

describe('nearWords', () => {
  it('finds a misspelt word and scores it', () => {
    expect(nearWords('osteoclst', lexicon().words)[0]?.key).toBe('osteoclast');
    expect(nearWords('uniport', lexicon().words)[0]).toEqual({ key: 'uniprot', score: 1 / 7 });
  });

  it('takes a word for another one only where one letter in four is wrong', () => {
    const words = indexWords(['magnesium', 'centromere']);
    expect(nearWords('magnesuim', words)).toEqual([{ key: 'magnesium', score: 1 / 9 }]);
    expect(['manganese', 'centrifuge'].flatMap((word) => nearWords(word, words))).toEqual([]);
  });

  it.each(['il33', 'p24001', 'tnf', 'zzzzzzz'])('leaves %s alone', (word) => {
    expect(nearWords(word, lexicon().words)).toEqual([]);
  });

  it('knows phrases however they are spaced', () => {
    expect(meanings('gene cards')).toEqual(meanings('GeneCards'.toLowerCase()));
    expect(meanings('do i')).not.toEqual(meanings('wtf'));
  });
});

describe('completeQuestions', () => {
  it('has good defaults for an empty box', () => {
    expect(completeQuestions(il32, '', 6)).toEqual([
      'What is IL32?',
      'What does IL32 do?',
      'What are the other names of IL32?',
      'What are all the database IDs of IL32?',
      'Where in the genome is IL32?',
      'Which references does the record have?',
    ]);
  });

  it.each([
    ['osteo', 'Does IL32 support osteoclast differentiation?'],
    ['unip', 'What is the UniProtKB accession of IL32?'],
    ['bibtex kim', 'BibTeX for Kim et al. 2005'],
    ['mouse', 'Is there a mouse ortholog of IL32?'],
    ['taifb', 'What is TAIFb?'],
    ['where', 'Where in the genome is IL32?'],
  ])('"%s" offers "%s" first', (typed, first) => {
    expect(completeQuestions(il32, typed, 5)[0]).toBe(first);
  });

  it('keeps to the limit and to 100 characters', () => {
    const all = completeQuestions(il31, '', 100);
    expect(completeQuestions(il31, '', 3)).toHaveLength(3);
    expect(Math.max(...all.map((text) => text.length))).toBeLessThanOrEqual(100);
    expect(new Set(all).size).toBe(all.length);
  });
});
