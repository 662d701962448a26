import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeCatalogue } from '../../src/cli/genes-main.js';
import { RECORD_USAGE, runRecord } from '../../src/cli/record-main.js';
import { loadRecord, loadRecords } from '../../src/record/load.js';
import type { GeneRecord } from '../../src/record/schema.js';
import { SAMPLE, WITHDRAWN_SAMPLE } from '../catalogue/support.js';
import { TP53 } from '../import/payloads.js';
import { type Behaviour, type Services, sendJson, startServices } from '../import/services.js';

const THINGS = { cell: { 'T cell': [], macrophage: ['macs'], monocyte: [] }, process: { apoptosis: [] } };
const TIMING = { pace: 0, timeout: 1500, backoff: 1, longestWait: 50, tries: 2 };

let folder: string;
let printed: string[];
let services: Services;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'record-'));
  services = await startServices();
});
afterEach(() => rm(folder, { recursive: true }));

async function withCatalogue(): Promise<void> {
  await makeCatalogue({
    folder: join(folder, 'catalogue'),
    files: [SAMPLE, WITHDRAWN_SAMPLE],
    genesUrl: '',
    withdrawnUrl: null,
    userAgent: 'test',
    print: () => undefined,
    progress: { isTerminal: false, write: () => undefined },
  });
}

async function run(...args: string[]): Promise<number> {
  printed = [];
  const print = (line: string): void => {
    printed.push(line.replaceAll(`${folder}/`, ''));
  };
  const environment = { folder, urls: services.urls, things: THINGS, today: '2026-11-27', timing: TIMING };
  return runRecord(args, { ...environment, print, printError: print });
}

const record = (name = 'tp53'): Promise<GeneRecord> => loadRecord(join(folder, `${name}.json`));
const text = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');

async function edit(change: (json: Record<string, unknown>) => void, name = 'tp53.json'): Promise<void> {
  const json = JSON.parse(await text(name)) as Record<string, unknown>;
  change(json);
  await writeFile(join(folder, name), JSON.stringify(json, null, 2));
}

type Rows = Record<string, unknown>[];

describe('a record from public services', () => {
  test('takes three requests, and says what it is doing and what it could not have', async () => {
    await withCatalogue();
    expect(await run('p53', '--email', 'me@example.org')).toBe(0);
    expect(printed).toEqual([
      'MyGene.info ...',
      'NCBI Datasets ...',
      'NCBI citations ...',
      'TP53 (tumor protein p53): 6 names, 15 identifiers, 3 places, 3 sentences of the RefSeq summary, 4 leads, 4 references',
      'Left out of references (page): Mitochondria: expected pages such as 131-142 or i-xii, or an article number such as e4173.',
      'Written: tp53.json',
      'It is a draft: read it, and write the statements marked "not yet reviewed" anew. npm run check checks it.',
    ]);
    const [first = '', ...others] = services.asked;
    expect(first).toMatch(/^mygene q=11998%2CMGI%3A98834&scopes=HGNC%2CMGI&species=9606%2C10090&/u);
    expect(first).toMatch(/&email=me%40example\.org$/u);
    expect(others).toEqual([
      'datasets gene/id/7157/orthologs?taxon_filter=10090',
      'ctxp ?format=csl&id=33333333,22222222,11111111',
    ]);
    expect(new Set(services.userAgents)).toEqual(
      new Set(['il32-bot (npm run record; mailto:me@example.org)']),
    );
  });

  test('has names, identifiers of man and mouse, places on every assembly, each with its source', async () => {
    await withCatalogue();
    await run('TP53');
    const { names, species, identifiers, locations, cytobands, definition } = await record();
    expect(definition.text).toBe('TP53 (tumor protein p53) is a human protein-coding gene at 17p13.1.');
    expect(names.map(({ name, kind, source }) => `${name} ${kind} ${source}`)).toEqual([
      'TP53 symbol hgnc',
      'tumor protein p53 name hgnc',
      'p53 alias hgnc',
      'LFS1 alias hgnc',
      'BCC7 alias mygene',
      'TRP53 alias mygene',
    ]);
    expect(species[1]).toMatchObject({ id: 'mouse', counterpart: { kind: 'ortholog', symbol: 'Trp53' } });
    const rows = identifiers.map(({ database, species: of, accession, label }) =>
      `${database} ${of} ${accession} ${label ?? ''}`.trim(),
    );
    expect(rows).toEqual(
      expect.arrayContaining([
        'ncbigene human 7157',
        'hgnc human HGNC:11998',
        'mgi mouse MGI:98834',
        'ensembl human ENSG00000141510',
        'uniprot human P04637',
        'refseq_mrna human NM_000546 MANE Select, encodes NP_000537',
        'refseq_protein human NP_001119584 from NM_001126112',
        'ncbigene mouse 22059',
        'ensembl mouse ENSMUSG00000059552',
      ]),
    );
    expect(
      locations.map(
        ({ species: of, place, source }) =>
          `${of} ${place?.assembly} ${place?.chromosome}:${place?.start}-${place?.end} ${place?.strand} ${source}`,
      ),
    ).toEqual([
      'human GRCh38 17:7661779-7687546 - mygene',
      'human GRCh37 17:7565097-7590856 - mygene',
      'mouse GRCm39 11:69471185-69482699 + datasets',
    ]);
    expect(cytobands.map(({ band }) => band)).toEqual(['17p13.1', '11 B3']);
  });

  test('has the sentences of the summary and GeneRIFs as leads, marked so, with their papers', async () => {
    await withCatalogue();
    await run('TP53');
    const { statements, sources, references } = await record();
    expect(
      statements.map(({ id, text: sentence, source, mentions }) => [id, sentence, source, mentions]),
    ).toEqual([
      [
        'summary-1',
        'This gene makes a protein that binds DNA (e.g. near damaged sites).',
        'refseq-summary',
        [],
      ],
      ['summary-2', 'Its loss is frequent in tumors, cf. the table.', 'refseq-summary', []],
      ['summary-3', 'Several transcripts are known.', 'refseq-summary', []],
      ['generif-33333333', 'A newer finding about macrophages and p53.', 'generif', ['macrophage']],
      ['generif-22222222', 'A finding about mitochondria.', 'generif', []],
      ['generif-22222222-2', 'Another finding of the same paper.', 'generif', []],
      ['generif-11111111', 'An old finding about apoptosis in T cells.', 'generif', ['apoptosis', 't-cell']],
    ]);
    expect(statements.every(({ claim }) => claim === undefined)).toBe(true);
    expect(sources.find(({ id }) => id === 'generif')?.publisher).toBe('NCBI GeneRIF, not yet reviewed');
    expect(sources.find(({ id }) => id === 'refseq-summary')).toMatchObject({ revised: 'Dec 2016' });
    expect(references[1]).toEqual({
      id: 'pmid-33333333',
      type: 'article-journal',
      title: 'A newer paper about macrophages',
      author: [
        { family: 'Menden', given: 'Michael P.' },
        { family: 'Oldenburg', given: 'K. S.' },
        { literal: 'Some Sequencing Consortium' },
      ],
      issued: { 'date-parts': [[2021, 6, 17]] },
      'container-title': 'Nature communications',
      'container-title-short': 'Nat Commun',
      volume: '10',
      issue: '1',
      page: '1639-1641',
      DOI: '10.1038/s41467-019-09799-2',
      PMID: '33333333',
      PMCID: 'PMC6572829',
    });
  });

  test('of a gene without an ortholog says so; a summary that is not RefSeq’s is left out', async () => {
    await withCatalogue();
    expect(await run('IL32')).toBe(0);
    expect(printed).toContain('The summary was left out: OMIM wrote it, not RefSeq.');
    const { species, locations, statements, identifiers } = await record('il32');
    expect(species[1]).toMatchObject({
      id: 'mouse',
      counterpart: { kind: 'none', note: 'NCBI lists no mouse ortholog.' },
    });
    expect(locations.at(-1)).toEqual({ species: 'mouse', place: null, source: 'datasets' });
    expect(statements.map(({ id }) => id)).toEqual(['generif-15664165']);
    expect(identifiers.find(({ database }) => database === 'ensembl')?.accession).toBe('ENSG00000008517');
  });

  test('of odd answers has what could be read', async () => {
    await withCatalogue();
    expect(await run('IL-8')).toBe(0);
    const { names, identifiers, locations, statements, references } = await record('cxcl8');
    expect(names).toContainEqual({ name: 'IL8', kind: 'previous', source: 'hgnc' });
    expect(identifiers).toContainEqual({
      database: 'refseq_mrna',
      species: 'human',
      accession: 'NM_000584',
      label: 'MANE Select',
      source: 'hgnc',
    });
    expect(locations[0]?.place).toMatchObject({ start: 73740541, assembly: 'GRCh38' });
    expect(statements[0]?.text).toMatch(/^neutroph (?:neutroph )+…$|^neutroph.*neutroph…$/u);
    expect(references[1]).toMatchObject({ id: 'pmid-12345678', title: 'PubMed 12345678', PMID: '12345678' });
    expect(printed).toContain('1 paper is known by PMID alone: no citation was had.');
  });

  test.each([
    ['TP53', 'q=TP53&scopes=symbol%2Calias'],
    ['7157', 'q=7157&scopes=entrezgene'],
  ])('without a catalogue: %s', async (typed, asked) => {
    expect(await run(typed)).toBe(0);
    expect(services.asked[0]).toContain(asked);
    expect(services.asked).toHaveLength(3);
    expect((await record()).names.map(({ name }) => name)).toContain('BCC7');
  });

  test('with species that were asked for', async () => {
    await withCatalogue();
    await run('TP53', '--species', 'none');
    expect(services.asked.map((each) => each.split(' ')[0])).toEqual(['mygene', 'ctxp']);
    expect((await record()).species.map(({ id }) => id)).toEqual(['human']);
    await run('TP53', '--species', 'mouse,rat', '--out', join(folder, 'other.json'));
    expect(services.asked).toContain('datasets gene/id/7157/orthologs?taxon_filter=10090&taxon_filter=10116');
    expect((await record('other')).species.map(({ id }) => id)).toEqual(['human', 'mouse', 'rat']);
  });

  test('all three are sound together and can be served', async () => {
    await withCatalogue();
    for (const gene of ['TP53', 'IL32', 'CXCL8']) await run(gene);
    expect((await loadRecords(folder)).map(({ command }) => command)).toEqual(['cxcl8', 'il32', 'tp53']);
  });
});

describe('which gene is meant', () => {
  test.each([
    [
      ['p65'],
      '"p65" is a name of several genes. Give the symbol of one:\n  GORASP1  golgi reassembly stacking protein 1 (alias)\n  RELA  RELA proto-oncogene, NF-kB subunit (alias)\n  SYT1  synaptotagmin 1 (alias)',
    ],
    [['OLDGENE3'], 'HGNC has withdrawn OLDGENE3 (HGNC:900003). Its place was taken by TP53 and RELA.'],
    [['TP53', '--species', 'cat'], '--species: "cat" is not known. Known: mouse, rat.'],
    [['TP53', '--email', 'me'], '--email: "me" is no address.'],
    [[], `Which gene?\n${RECORD_USAGE}`],
  ])('%j', async (args, message) => {
    await withCatalogue();
    expect(await run(...args)).toBe(1);
    expect(printed).toEqual([message]);
    expect(services.asked).toEqual([]);
  });

  test('nothing that anybody knows', async () => {
    await withCatalogue();
    expect(await run('zzz9')).toBe(1);
    expect(printed).toEqual(['MyGene.info ...', 'No human gene is known as "zzz9".']);
  });

  test('an option that there is not', async () => {
    expect(await run('TP53', '--force')).toBe(1);
    expect(printed[0]).toMatch(/^Unknown option '--force'/u);
  });

  test.each(['HGNC:11998', '7157', 'ENSG00000141510.18', 'p53'])('by %s', async (typed) => {
    await withCatalogue();
    expect(await run(typed, '--species', 'none')).toBe(0);
    expect((await record()).command).toBe('tp53');
  });
});

describe('a service that fails costs its own facts alone', () => {
  const always =
    (send: (response: ServerResponse) => unknown): Behaviour =>
    (response) => {
      send(response);
      return true;
    };
  const fails = {
    down: always((response) => response.writeHead(503).end('<html>')),
    'limiting without a time': always((response) => response.writeHead(429).end()),
    'limiting for long': always((response) => response.writeHead(429, { 'retry-after': '3600' }).end()),
    silent: () => true,
    'talking nonsense': always((response) => response.end('[{"nonsense":')),
    'sending something else': always((response) => sendJson(response, { status: 'error' })),
  };

  test.each(Object.entries(fails))('MyGene.info %s', async (_, behaviour) => {
    services = await startServices({ mygene: behaviour });
    await withCatalogue();
    expect(await run('TP53')).toBe(0);
    expect(printed.find((line) => line.startsWith('Not had from MyGene.info: '))).toBeDefined();
    const { names, identifiers, statements } = await record();
    expect(names.map(({ name }) => name)).toEqual(['TP53', 'tumor protein p53', 'p53', 'LFS1', 'Trp53']);
    expect(identifiers).toContainEqual(
      expect.objectContaining({ database: 'refseq_mrna', accession: 'NM_000546', label: 'MANE Select' }),
    );
    expect(identifiers).toContainEqual(expect.objectContaining({ species: 'mouse', accession: 'P02340' }));
    expect(statements).toEqual([]);
  });

  test.each(Object.entries(fails))('NCBI Datasets %s', async (_, behaviour) => {
    services = await startServices({ datasets: behaviour });
    await withCatalogue();
    expect(await run('TP53')).toBe(0);
    expect(printed.find((line) => line.startsWith('Not had from NCBI Datasets: '))).toBeDefined();
    const { species, identifiers, locations } = await record();
    expect(species[1]?.counterpart).toMatchObject({ kind: 'ortholog', symbol: 'Trp53', source: 'mygene' });
    expect(identifiers).toContainEqual(expect.objectContaining({ species: 'mouse', accession: '22059' }));
    expect(locations.map(({ place }) => place?.assembly)).toEqual(['GRCh38', 'GRCh37']);
  });

  test.each(Object.entries(fails))('the citations %s', async (_, behaviour) => {
    services = await startServices({ ctxp: behaviour });
    await withCatalogue();
    expect(await run('TP53')).toBe(0);
    expect(printed.find((line) => line.startsWith('Not had from NCBI citations: '))).toBeDefined();
    expect(printed).toContain('3 papers are known by PMID alone: no citation was had.');
    const { statements, references } = await record();
    expect(statements).toHaveLength(7);
    expect(references[1]).toEqual({
      id: 'pmid-33333333',
      type: 'article-journal',
      title: 'PubMed 33333333',
      PMID: '33333333',
    });
  });

  test('a limit that is over in a moment costs nothing', async () => {
    const once: Behaviour = (response, count) => {
      if (count > 1) return false;
      response.writeHead(429, { 'retry-after': '0.01' }).end();
      return true;
    };
    services = await startServices({ mygene: once, datasets: once, ctxp: once });
    await withCatalogue();
    expect(await run('TP53')).toBe(0);
    expect(printed.filter((line) => line.startsWith('Not had'))).toEqual([]);
    expect((await record()).statements).toHaveLength(7);
  });

  test('nobody answers: with a catalogue its names are left, and the exit code says so', async () => {
    services = await startServices({ mygene: fails.down, datasets: fails.down, ctxp: fails.down });
    await withCatalogue();
    expect(await run('TP53')).toBe(1);
    expect((await record()).names.map(({ name }) => name)).toEqual([
      'TP53',
      'tumor protein p53',
      'p53',
      'LFS1',
    ]);
  });

  test('nobody answers and there is no catalogue: nothing is written', async () => {
    services = await startServices({ mygene: fails.down });
    expect(await run('TP53')).toBe(1);
    expect(printed).toEqual(['MyGene.info ...', 'MyGene.info: it is out of order (503)']);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a file that is there', () => {
  beforeEach(async () => {
    await withCatalogue();
    await run('TP53');
  });

  const changedPaper = (): Promise<Services> =>
    startServices({
      mygene: (response) => {
        const [human, mouse] = TP53.mygene;
        sendJson(response, [{ ...human, alias: ['NEWNAME'], map_location: '17p13.9' }, mouse]);
        return true;
      },
    });

  test('is brought up to date when nobody edited it', async () => {
    services = await changedPaper();
    expect(await run('TP53')).toBe(0);
    expect(printed).toContain('Brought up to date: tp53.json');
    expect((await record()).names.map(({ name }) => name)).toEqual([
      'TP53',
      'tumor protein p53',
      'p53',
      'LFS1',
      'NEWNAME',
      'Trp53',
    ]);
  });

  test('is left alone when somebody did: the new draft is beside it, and the difference is shown', async () => {
    await edit((json) => {
      const statement = (json['statements'] as Rows)[3];
      if (statement !== undefined) statement['text'] = 'Somebody wrote this.';
    });
    const before = await text('tp53.json');
    services = await changedPaper();
    expect(await run('TP53')).toBe(0);
    expect(await text('tp53.json')).toBe(before);
    expect(printed.slice(-7)).toEqual([
      '< tp53.json alone, > the new draft alone, ~ both but different, = both',
      '< alias: BCC7',
      '~ alias: TRP53 | Trp53',
      '~ statement generif-33333333: Somebody wrote this. | A newer finding about macrophages and p53.',
      '> alias: NEWNAME',
      'tp53.json was edited, so it stays as it is; --refresh brings only what still comes from a service up to date. The new draft is tp53.json.draft.',
      'It is a draft: read it, and write the statements marked "not yet reviewed" anew. npm run check checks it.',
    ]);
    expect((await loadRecords(folder)).map(({ command }) => command)).toEqual(['tp53']);
  });

  test('--refresh changes only what still comes from a service', async () => {
    await edit((json) => {
      const statements = json['statements'] as Rows;
      const names = json['names'] as Rows;
      const lead = statements.find(({ id }) => id === 'generif-33333333');
      if (lead !== undefined) Object.assign(lead, { text: 'Somebody wrote this.', source: 'refseq-summary' });
      json['statements'] = statements.filter(({ id }) => id !== 'generif-11111111');
      json['references'] = (json['references'] as Rows).filter(({ id }) => id !== 'pmid-11111111');
      json['entities'] = (json['entities'] as Rows).filter(({ id }) => id === 'macrophage');
      names.push({ name: 'labname', kind: 'alias' });
    });
    services = await changedPaper();
    expect(await run('TP53', '--refresh')).toBe(0);
    expect(printed).toContain('Brought up to date: tp53.json. 2 edited facts were left as they are.');
    const { names, statements, references } = await record();
    expect(names.map(({ name }) => name)).toEqual([
      'TP53',
      'tumor protein p53',
      'p53',
      'LFS1',
      'Trp53',
      'labname',
      'NEWNAME',
    ]);
    expect(statements.map(({ id, text: sentence }) => `${id} ${sentence}`)).toEqual(
      expect.arrayContaining(['generif-33333333 Somebody wrote this.']),
    );
    expect(statements.map(({ id }) => id)).not.toContain('generif-11111111');
    expect(references.map(({ id }) => id)).not.toContain('pmid-11111111');
    expect(await run('TP53', '--refresh')).toBe(0);
    expect((await record()).names.map(({ name }) => name)).toContain('labname');
  });

  test('is not replaced by less when a service does not answer', async () => {
    const before = await text('tp53.json');
    services = await startServices({ ctxp: (response) => Boolean(response.writeHead(503).end()) });
    expect(await run('TP53', '--refresh')).toBe(0);
    expect(await text('tp53.json')).toBe(before);
    expect(printed).toContain(
      'Not every service answered, so tp53.json stays as it is. The new draft is tp53.json.draft.',
    );
  });

  test('that this command did not write is left alone', async () => {
    await rm(join(folder, 'catalogue', 'drafts'), { recursive: true });
    const before = await text('tp53.json');
    await run('TP53', '--refresh');
    expect(await text('tp53.json')).toBe(before);
    expect(printed).toContain(
      'tp53.json was not written by this command, so it stays as it is. The new draft is tp53.json.draft.',
    );
  });

  test('that is no record is left alone, and it is said why', async () => {
    await writeFile(join(folder, 'tp53.json'), '{');
    expect(await run('TP53')).toBe(1);
    expect(printed.at(-1)).toMatch(/^tp53\.json: line 1, column 2: not JSON/u);
    expect(await text('tp53.json')).toBe('{');
  });

  test('--compare writes nothing and shows fact by fact', async () => {
    await edit((json) => {
      json['cytobands'] = [{ species: 'human', band: '17p13.2', source: 'hgnc' }];
    });
    const before = await readdir(folder);
    expect(await run('TP53', '--compare')).toBe(0);
    expect(await readdir(folder)).toEqual(before);
    const lines = printed.slice(printed.findIndex((line) => line.startsWith('< tp53.json alone')));
    expect(lines[0]).toBe('< tp53.json alone, > the services alone, ~ both but different, = both');
    expect(lines).toEqual(
      expect.arrayContaining([
        '= symbol: TP53',
        '= UniProtKB (human): P04637',
        '= place (human, GRCh38): chr17:7,661,779-7,687,546 (-)',
        '~ band (human): 17p13.2 | 17p13.1',
        '> band (mouse): 11 B3',
      ]),
    );
  });
});
