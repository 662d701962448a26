import { describe, expect, test } from 'vitest';
import { subjectOf } from '../../src/search/terms.js';
import { cxcl8, il31, il32 } from '../fixtures/records.js';

/** What a question is about and what else it names, by the commands of the records. */
function told(question: string, records = [il32, il31, cxcl8]) {
  const { owners, others, ...rest } = subjectOf(records, question);
  return {
    ...rest,
    owners: owners.map(({ command }) => command).join(' '),
    others: others.map(({ command }) => command).join(' '),
  };
}

describe('the subject', () => {
  test.each<[text: string, owners: string, others: string]>([
    ['does IL32 induce IL31?', 'il32', 'il31'],
    ['is IL31 induced by IL32?', 'il31', 'il32'],
    ['what is the uniprot id of IL31', 'il31', ''],
    ['after IL31 knock-down, is IL32 induced?', 'il32', 'il31'],
    ['unlike IL31, does IL32 bind?', 'il32', 'il31'],
    ['with IL31 added, what of IL32?', 'il32', 'il31'],
    ['We read on IL31 yesterday. Does IL32 do that?', 'il32', 'il31'],
    ['is it IL32 or IL31?', 'il32', 'il31'],
    ['compared with IL31', 'il31', ''],
    ['does IL-32γ induce interleukin 8?', 'il32', 'cxcl8'],
    ['what is P10145', 'cxcl8', ''],
    ['PMID 15664165', 'il32', ''],
    ['who is Mabilleau', 'il32', ''],
    ['who wrote the mabilleau paper', 'il32', ''],
    ['a young paper', '', ''],
    ['what does IL33 do', '', ''],
  ])('of "%s"', (question, owners, others) => {
    expect(told(question)).toMatchObject({ owners, others });
  });

  test('a name counts before an accession, and what is named before an author', () => {
    expect(told('P10145 and IL31 by Kim')).toMatchObject({ owners: 'il31', others: 'cxcl8', typed: 'IL31' });
    expect(told('P10145 by Mabilleau')).toMatchObject({ owners: 'cxcl8', others: '' });
  });

  test('a shared name belongs to all its owners', () => {
    const names = [...il31.names, { name: 'NK4', kind: 'alias' as const }];
    expect(told('what is NK4?', [il32, { ...il31, names }])).toEqual({
      owners: 'il32 il31',
      others: '',
      typed: 'NK4',
      pointsBack: false,
    });
  });

  test('"it" before every name points back', () => {
    expect(told('does it induce IL31?').pointsBack).toBe(true);
    expect(told('does IL31 do it?').pointsBack).toBe(false);
  });

  test('nothing named', () => {
    expect(told('who wrote it?')).toEqual({ owners: '', others: '', typed: '', pointsBack: false });
  });
});
