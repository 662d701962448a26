import { describe, expect, it } from 'vitest';
import { ask } from '../../src/answer/ask.js';
import { clausesOf, isAsideClause, isTag, reportLength } from '../../src/answer/ask-clauses.js';
import { readText } from '../../src/search/reading.js';
import { answerText } from '../../src/view/text.js';
import { il32 } from '../fixtures/records.js';

const marksOf = (text: string) => readText(il32, text).marks;
const clauses = (text: string): readonly string[] =>
  clausesOf(marksOf(text)).map((marks) => marks.map(({ raw }) => raw).join(' '));
const kindAndVerdict = (question: string): string => {
  const { kind, verdict } = ask([il32], question);
  return verdict === null ? kind : `${kind} ${verdict}`;
};

describe('clausesOf', () => {
  it.each([
    ['uniprot id of il32 because my boss wants it', ['uniprot id of il32', 'because my boss wants it']],
    ["the ensembl id of this gene i'm in a taxi", ['the ensembl id of this gene', "i'm in a taxi"]],
    ['is it a cytokine or is it a kinase', ['is it a cytokine', 'or is it a kinase']],
    ['does it induce TNF or IL-6', ['does it induce TNF or IL-6']],
    ['does IL-32 go up because of mitogens', ['does IL-32 go up because of mitogens']],
  ])('"%s" has the clauses %j', (text, expected) => {
    expect(clauses(text)).toEqual(expected);
  });
});

describe('isAsideClause', () => {
  it.each(['got two slots left on the plate', 'bet a coffee on it', "don't choose a paper for me"])(
    '"%s" asks nothing of the record',
    (text) => expect(isAsideClause(marksOf(text))).toBe(true),
  );

  it.each(['what is the weather', 'in the T cells of our donors', 'the uniprot id of it', 'dectin'])(
    '"%s" is kept',
    (text) => expect(isAsideClause(marksOf(text))).toBe(false),
  );
});

describe('isTag', () => {
  it.each(['sure about that??', 'or have i got it crossed', 'does that fit', 'true or false'])(
    '"%s" asks whether what was said is so',
    (text) => expect(isTag(marksOf(text))).toBe(true),
  );

  it.each(['is the uniprot id right', 'sure about the osteoclasts', 'is zebrafish right'])(
    '"%s" asks something of its own',
    (text) => expect(isTag(marksOf(text))).toBe(false),
  );
});

describe('reportLength', () => {
  it.each([
    ['the flyer on the board says IL-32 dampens inflammation', 'the flyer on the board says'],
    ['my coauthor insists that IL-32 makes TNF', 'my coauthor insists that'],
  ])('"%s" reports with "%s"', (text, expected) => {
    const marks = marksOf(text);
    const told = marks.slice(0, reportLength(marks));
    expect(told.map(({ raw }) => raw).join(' ')).toBe(expected);
  });

  it('finds no report where the gene or the asker speaks', () => {
    expect(reportLength(marksOf('IL-32 tells macrophages to make TNF'))).toBe(0);
    expect(reportLength(marksOf('what does it say about IL-32'))).toBe(0);
  });
});

describe('stories around a question', () => {
  it.each([
    ['il32 - cytokine family yes/no, bet a coffee on it', 'function'],
    ['plasmid bag has NP_001012649 on it in sharpie. thats il32 right??', 'identifier yes'],
    ['flyer on the board says il32 dampens inflammation.. sure about that??', 'function no'],
    ["somebody wrote 'IL-32 inhibits osteoclast differentiation' in the wiki. can that stay?", 'function no'],
    ['export every accession you store for IL32, I will diff it against our LIMS', 'identifier'],
    [
      'Librarian here, I would like to bookmark the GeneCards page of this gene in our subject guide.',
      'identifier',
    ],
    ['which chemokines does IL-32 switch on, I need their names for a dropdown', 'function'],
    ['box in the minus 80 only says ENSG00000008517. what did they store in there', 'identifier'],
  ])('"%s" gives %s', (question, expected) => {
    expect(kindAndVerdict(question)).toBe(expected);
  });

  it.each([
    'Everything is filled in for IL-32: entrez, ensembl, uniprot. Could somebody tell me which structure to use?',
    'room 9235 is double booked friday, who is moving',
    'N-glycosylated? how many such sites in IL-32',
    'uniprot website is slow today',
  ])('"%s" is not answered', (question) => {
    expect(ask([il32], question).kind).toBe('none');
  });
});

describe('choices', () => {
  it.each([
    ['NK cells have to be activated by what before IL32 goes up, IL-2 or IL-12?', 'function'],
    ['are the il32 isoforms from alternative splicing or from cleavage', 'function'],
    ['two spreadsheets disagree: P24001 or P42001 as UniProt for IL-32?', 'identifier'],
  ])('"%s" gives the one that the record knows', (question, expected) => {
    expect(ask([il32], question).kind).toBe(expected);
  });

  it('stays a refusal when the record knows neither', () => {
    expect(ask([il32], 'does IL-32 induce IL-10 or IL-12?').kind).toBe('none');
  });
});

describe('verdicts on parts that differ', () => {
  it.each([
    'my trainee claims IL-32 drives differentiation AND activation of osteoclasts. correct?',
    'IL-32 supports osteoclast activation but not differentiation, correct?',
    'do mitogens act on NK cells and IL-2 on T cells to raise IL-32',
  ])('"%s" is answered without yes or no', (question) => {
    expect(kindAndVerdict(question)).toBe('function');
  });

  it('says no to what is said to stay as it is', () => {
    expect(
      kindAndVerdict(
        'A coauthor insists that IL32 stays flat in T cells whatever mitogen you add. Does the entry agree?',
      ),
    ).toBe('function no');
  });
});

describe('a wrong accession held against the record', () => {
  it('is answered with No and what the record has', async () => {
    const answer = ask([il32], 'il32 has Entrez gene 9253, correct?');
    expect([answer.kind, answer.verdict]).toEqual(['identifier', 'no']);
    expect(await answerText(answer)).toContain('9253 is not in the record.');
  });

  it('gets neither yes nor no where a mistake is suspected', () => {
    const answer = ask([il32], 'my sheet has Entrez 9253 for interleukin 32. wrong? what should it be');
    expect([answer.kind, answer.verdict]).toEqual(['identifier', null]);
  });

  it('is refused where it is only looked up', () => {
    expect(ask([il32], 'Entrez 9253').kind).toBe('none');
    expect(ask([il32], 'what is Entrez gene 9253').kind).toBe('none');
  });

  it('says no to an accession of this gene that is taken for another gene', () => {
    expect(kindAndVerdict('ENSG00000008517 = IL33, yes?')).toBe('identifier no');
  });
});

describe('what a record does not count or number', () => {
  it.each([
    'how many pg of TNF per 1e6 macrophages after IL-32',
    'how many days with il-32 until i see cells',
    'Which NM_ accession encodes specifically the delta isoform?',
    'what lies at chr16:31.2 Mb',
    'Which other genes lie at 3.1 Mb on chromosome 16?',
    "Sabokbar lab's other osteoclast papers?",
  ])('"%s" is not answered', (question) => {
    expect(ask([il32], question).kind).toBe('none');
  });
});

describe('leads of answers', () => {
  it.each([
    ['is the mouse column empty?', 'species yes'],
    ['is there a mouse refseq for il32', 'species no'],
    ['do all IL32 splice variants encode the same protein?', 'function no'],
    ['zero myristoylation sites in IL-32, correct?', 'function no'],
    ['is the one ending in 8517 the correct ensg for il32', 'none'],
  ])('"%s" gives %s', (question, expected) => {
    expect(kindAndVerdict(question)).toBe(expected);
  });

  it.each([
    'is il32 pro or anti inflammatory',
    'is IL32 on chr16 or chr6?',
    'NK4 ≠ IL-32, agreed?',
    'HomoloGene:128400 is the group of which gene',
    'old array annotation says NK4, current gene symbol?',
    'just a single transcript for IL32, or are there several splice forms?',
  ])('"%s" is answered without yes or no', (question) => {
    expect(ask([il32], question).verdict).toBeNull();
  });
});

describe('arrows and numbers', () => {
  it.each([
    ['edge IL32 -> IL8 in my network, supported or not?', 'function'],
    ['my network has an edge IL-8 -> IL32, correct?', 'none not-said'],
    ['is il32 on the X?', 'location no'],
    ['is il32 on 16?', 'location yes'],
  ])('"%s" gives %s', (question, expected) => {
    expect(kindAndVerdict(question)).toBe(expected);
  });

  it.each([
    ['ref 3', ['mabilleau-2009']],
    ['refs [2] and [3] please', ['kim-2005', 'mabilleau-2009']],
    ['footnotes 1 through 3', ['entrez-gene', 'kim-2005', 'mabilleau-2009']],
    ['the second reference', ['kim-2005']],
  ])('"%s" cites %j', (question, expected) => {
    const { request } = ask([il32], question);
    expect(request.do === 'cite' ? request.references : request.do).toEqual(expected);
  });
});

describe('what the last question was about', () => {
  const after = (before: string, question: string): string => {
    const { record, request } = ask([il32], before);
    return ask([il32], question, { previous: { record, request } }).kind;
  };

  it.each([
    ['ensembl id of IL-33', 'and its chromosome?', 'none'],
    ['does il32 induce cxcl2', 'and whats the entrez of that one then', 'none'],
    ['refseq NP for il32?', 'oops no, mRNA not protein', 'identifier'],
    ['whats the omim entry of IL-33', 'sorry, i meant IL-32', 'identifier'],
    ['is IL-32 delta on the symbol list?', 'does beta count too', 'alias'],
    ['start and end of IL32 in Mb?', 'from which genome build are these positions', 'location'],
  ])('after "%s", "%s" gives %s', (before, question, expected) => {
    expect(after(before, question)).toBe(expected);
  });
});
