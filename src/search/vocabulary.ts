import type { DatabaseKey } from '../record/databases.js';
import type { Entity } from '../record/schema.js';

/**
 * The field's words: what people at the bench and at the terminal call the kinds of facts a gene record has, the things that
 * statements are about, and the things that records of this kind never hold. No fact about any gene stands here.
 */

/** The kinds of facts that can be asked for. */
export type Aspect =
  | 'names'
  | 'isoform'
  | 'identifiers'
  | 'location'
  | 'assembly'
  | 'species'
  | 'citation'
  | 'author'
  | 'evidence'
  | 'summary'
  | 'definition'
  | 'function'
  | 'motifs'
  | 'family'
  | 'refseq'
  | 'help';

/** How one thing acts on another, as asked. */
export type Action = 'raise' | 'lower' | 'support' | 'regulate' | 'produce' | 'activate' | 'link' | 'change';

interface TermBase {
  /** spellings, lower case; matched by the stems of their words */
  readonly forms: readonly string[];
}

/** One entry of the vocabulary. */
export type Term = TermBase &
  (
    | { readonly kind: 'database'; readonly database: DatabaseKey; readonly weak: boolean }
    | { readonly kind: 'space'; readonly space: 'doi' | 'pubmed' | 'pmc' }
    | { readonly kind: 'aspect'; readonly aspect: Aspect; readonly weak: boolean }
    | { readonly kind: 'format'; readonly format: string }
    | { readonly kind: 'species'; readonly species: 'human' | 'mouse' }
    | { readonly kind: 'action'; readonly action: Action }
    | { readonly kind: 'thing'; readonly thing: string; readonly group: Entity['kind'] }
    /** records of this kind hold no such fact; `what` completes "The record has nothing on ..." */
    | { readonly kind: 'beyond'; readonly what: string }
    /** lab work that a question mentions as its purpose; says nothing about what is asked */
    | { readonly kind: 'activity' }
    /** explained but undirected: gene, protein, id, number */
    | { readonly kind: 'generic' }
  );

const list = (forms: string): readonly string[] => forms.split('|').map((form) => form.trim());

const database = (key: DatabaseKey, forms: string, weak = ''): Term[] => [
  { kind: 'database', database: key, weak: false, forms: list(forms) },
  ...(weak === '' ? [] : [{ kind: 'database' as const, database: key, weak: true, forms: list(weak) }]),
];
const aspect = (name: Aspect, forms: string, weak = ''): Term[] => [
  { kind: 'aspect', aspect: name, weak: false, forms: list(forms) },
  ...(weak === '' ? [] : [{ kind: 'aspect' as const, aspect: name, weak: true, forms: list(weak) }]),
];
const thing = (group: Entity['kind'], name: string, forms = ''): Term => ({
  kind: 'thing',
  thing: name,
  group,
  forms: [name, ...(forms === '' ? [] : list(forms))],
});
const action = (name: Action, forms: string): Term => ({ kind: 'action', action: name, forms: list(forms) });
const beyond = (what: string, forms: string): Term => ({ kind: 'beyond', what, forms: list(forms) });
const format = (name: string, forms: string): Term => ({
  kind: 'format',
  format: name,
  forms: list(forms).flatMap((form) => [
    form,
    ...['format', 'style', 'file', 'entry'].map((what) => `${form} ${what}`),
  ]),
});

const FEW = ['one', 'two', 'three', 'four', 'five', 'a few', 'a couple of', '1', '2', '3', '4', '5', '10'];
const LINES = ['line', 'sentence', 'word', 'bullet', 'bullet point', 'point'];
/** "in three lines": how long a summary is wanted. */
const IN_FEW_LINES = FEW.flatMap((few) => [
  `${few} liner`,
  ...LINES.flatMap((line) => [
    `in ${few} ${line}`,
    ...['version', 'summary', 'intro'].map((what) => `${few} ${line} ${what}`),
  ]),
]).join('|');

const DATABASE_TERMS: readonly Term[] = [
  ...database(
    'hgnc',
    'hgnc|hgnc id|hgnc number|hgnc symbol id|hgnc symbol report|symbol report|hugo|hugo id|hgnc accession',
  ),
  ...database('mgi', 'mgi|mgi id|mgi number|mgi accession|mouse genome informatics'),
  ...database('rgd', 'rgd id|rgd number|rgd accession|rat genome database'),
  ...database('ccds', 'ccds|ccds id|ccds number|consensus cds'),
  ...database('pdb', 'pdb|pdb id|pdb code|pdb entry|pdb accession|protein data bank'),
  ...database('alphafold', 'alphafold|alphafold id|alphafold entry|alphafold db'),
  ...database(
    'ncbigene',
    'ncbi gene|ncbi|entrez|entrez gene|entrez id|entrez gene id|ncbi gene id|ncbi id|locuslink|locus link|gene id|geneid|gene number|gene nr|gene no|ncbigene|entrezgene|gene identifier|ncbi number|gene db',
    '',
  ),
  ...database(
    'ensembl',
    'stable id|ensembl|ensembl gene|ens id|ensg|ensembl id|ens gene|ensembl stable id|ensg id|ensid|ens number|ens nr|ens accession',
  ),
  ...database(
    'uniprot',
    'uniprot|uniprotkb|uni prot|swissprot|swiss prot|sp accession|uniprot id|uniprot kb|trembl|uniprotkb swissprot|expasy|protein knowledgebase|uniprot knowledgebase',
    'protein accession|protein entry|protein id|protein database|protein identifier|protein number',
  ),
  ...database(
    'refseq_mrna',
    'refseq mrna|refseq transcript|mrna refseq|nm|nm number|nm id|nm accession|refseq nm|refseq rna|transcript refseq|transcript accession|mrna accession|transcript id|mrna id|refseq mrna id|mrna sequence accession|nm nr|nuccore|refseq nucleotide|nucleotide accession|cdna accession|refseq cdna|mrna record|mrna identifier|transcript identifier|transcript entry|nm underscore|messenger rna accession|reference mrna|reference transcript|genbank mrna|mrna entry',
    'mrna|transcript|messenger rna|cdna|messenger',
  ),
  ...database(
    'refseq_protein',
    'refseq protein|refseq prot|protein refseq|np|np number|np id|np accession|refseq np|prot refseq|refseq peptide|np nr|np underscore|protein refseq accession|refseq protein accession|refseq protein id|reference protein|ncbi protein|ncbi protein accession|refseq polypeptide|refseq aa',
  ),
  ...database(
    'omim',
    'mckusick|mckusick catalog|mckusick catalogue|mckusick number|omim|mim|omim id|mim number|omim number|mendelian inheritance|online mendelian inheritance in man|mendelian inheritance in man|omim entry|mim id|omim nr',
  ),
  ...database(
    'homologene',
    'homologene|homolo gene|homologene id|homologene group|homologene cluster|homology group|homologue group|ortholog group number',
  ),
  ...database(
    'genecards',
    'genecards|gene card|card for every gene|cards for every gene|site with gene cards|cards for genes|gene cards|genecard|gene card link|weizmann gene|carddisp|gene cards page|genecards page',
  ),
  ...database(
    'pubmed_search',
    'search term for pubmed|pubmed search term|search pubmed for|pubmed search|pubmed query|pubmed link|search pubmed|pubmed search link|literature search|pubmed results|pubmed hits|query pubmed|pubmed url|look up in pubmed|search the literature|pubmed listing|lit search|pubmed list',
  ),
];

const SPACE_TERMS: readonly Term[] = [
  { kind: 'space', space: 'doi', forms: list('doi|dois|digital object identifier') },
  {
    kind: 'space',
    space: 'pubmed',
    forms: list(
      'pubmed ncbi nlm nih gov|pubmed ncbi nlm nih|pubmed ncbi|pmid|pmids|pubmed id|pubmed ids|pubmed number|pubmed identifier|pubmed nr|pubmed|pub med|medline',
    ),
  },
  {
    kind: 'space',
    space: 'pmc',
    forms: list(
      'free full text|free version|free copy|open access version|free pdf|pmc|pmcid|pmc id|pubmed central|pmc number|pmc nr|pmc link|pmc version',
    ),
  },
];

const ASPECT_TERMS: readonly Term[] = [
  ...aspect(
    'names',
    'renamed|renamed to|belongs to which gene|belong to which gene|which current gene|current gene|what current gene|gene is that|gene is this|renamed from|hgnc symbol|hgnc approved symbol|hgnc approved|hgnc style|hgnc style symbol|hgnc name|hgnc nomenclature|hugo symbol|hugo name|hugo gene symbol|hugo approved|hgnc gene symbol|hgnc gene name|sym|syms|abbreviate|abbreviated|name variant|name variants|alias|aliases|synonym|other name|other names|aka|a k a|also known as|alternative name|alternate name|also called|another name|different name|symbol|symbols|nomenclature|gene symbol|official symbol|approved symbol|previous symbol|previous name|old name|former name|formerly known|older name|names|called|known as|full name|stand for|stands for|standing for|go by|goes by|known under|goes under|nickname|spelling|listed symbol|gene name|protein name|official name|isoform name|isoform names|name of the isoform|names of the isoforms|list the isoforms|which isoforms are listed|listed isoforms|other symbols|naming|designation|historical name|abbreviation|short for|acronym|same gene|same protein|same locus|same entry|greek letter variants|greek letters|greek letter names|greek letter isoforms|same thing|same molecule|same as|identical to|equivalent to|legacy name|alternative symbol|alt name|alt names|previously called|used to be called|call it|papers call it|old papers call it|they call it|people call it|do you call|called before|a different gene|synonymous|old symbol',
    'name|named|same|identical|term|equals|refer|refer to|label',
  ),
  ...aspect('isoform', 'isoform|splice form|spliceform|splice isoform|subtype'),
  ...aspect(
    'identifiers',
    'cross link|cross links|crosslink|cross linked|all the numbers|all numbers|every number|all the codes|all codes|all accs|dbxrefs|db xrefs|cross references|all ids|every id|cross ref|cross refs|cross reference|cross references|crossref|crossrefs|xref|xrefs|external id|external ids|external identifier|all identifiers|all accessions|database ids|database id|db id|db ids|database identifier|accessions|identifiers|ids|database cross reference|database links|external links|external references|id table|all database|every database|all the databases|db xref|dbxref|database entries|mapping table|id mapping|which databases|other databases|accession numbers|database records|all the ids|every accession|each database|what databases|database numbers|linkouts|link outs|external db',
    'databases|database|dbs',
  ),
  ...aspect(
    'location',
    'seqname|seqnames|seqid|chromstart|chromend|chrom start|chrom end|txstart|txend|tx start|tx end|start end|start stop|gff line|gtf line|chr start end|bed coordinates|bed coords|bed interval|granges|chromosomal|chromosomal locus|cytoband|cytogenetic|cytogenetic band|chromosome band|karyotype band|chromosome arm|x linked|autosomal|sex chromosome|x chromosome|genomic coordinate|chromosomal localization|gene localization|genomic localization|location|locus|chromosome|chromosomal location|chromosomal position|coordinate|coordinates|coords|coord|genomic location|genomic position|genome location|position|map position|mapped to|mapped on|is mapped|maps to|map to|where in the genome|genome browser|ucsc|ucsc browser|ucsc genome browser|genomic coordinates|genome position|genomic locus|gene location|chr|chrom|genomic region|where on the genome|in the genome|on the genome|genomic coords|browser position|genome coordinates|locate|located|start position|end position|start and end|start coordinate|end coordinate|loci|genomic interval|bed line|bed entry|physical position|physical location|lies on|sits on|megabase|mb',
    'range|interval|span|genome|genomic|where|lie|lies|sit|sits|sitting|region|start|end',
  ),
  ...aspect(
    'assembly',
    'assembly|which build|what build|builds of the genome|genome build|genome version|genome assembly|reference genome|hg19|hg38|hg18|grch37|grch38|build 37|build 38|b37|b38|grch 37|grch 38|hg 19|hg 38|t2t|chm13|liftover|ncbi36|genome release',
  ),
  ...aspect(
    'species',
    'ortholog|orthologue|homolog|homologue|counterpart|species|organism|orthology|orthologous|homologous gene|other species|which animals|conserved in|conservation',
    'equivalent|version',
  ),
  ...aspect(
    'citation',
    'citation|cite|cites|footnote 1|footnote 2|footnote 3|footnote one|which footnote|footnote number|cited|citing|reference|references|paper|papers|article|articles|publication|publications|pub|pubs|bibliography|literature|refs|ref|journal|reference list|journal article|manuscript|bibliographic|study|studies|title|volume|page numbers|page range|page span|elocator|e locator|e number|article number|nbib|nbib file|enw|medline format|which pages|what pages|full reference|citation info|literature list|preprint|reading list|issue number|ama|ama style|mla|mla style|chicago style|ieee style|nature style|acs style',
    'read|link to the paper|footnote|footnotes',
  ),
  ...aspect(
    'author',
    'author|authors|first author|last author|senior author|co author|coauthor|who wrote|written by|wrote|who showed|who found|who reported|who described|who demonstrated|who published|who says|says who|who do i credit|who to credit|who do i cite|whom do i cite|who said|who claims|whose paper|whose work|which group showed|which group found|which group reported|which group published|which group did|which group wrote|which group described|which group says|by which group|which lab|whose group|who proved|who did|et al|who established|who observed|who identified that|who has shown|authored|whose study|whose finding|whose findings|whose claim|whose data|whose article|whose result|whose results',
  ),
  ...aspect(
    'evidence',
    'based on|this based on|source|sources|evidence|proof|where is that from|where is this from|where does that come from|where did you get|according to whom|according to what|according to which|according to who|where is this written|where is that written|where is it written|where is this stated|where is that stated|where is this described|where was this shown|where was that shown|where is this published|where was this published|based on what|says where|provenance|what supports|primary literature|primary source|backs that|backs this|backs it|back that up|backs that up|back this up|where is it from|statement from|claim from',
    'published|publish|backed by|come from|comes from|coming from|show|shows|showed|shown|claim|statement|report|reported|demonstrate|demonstrated|described|prove|support|fact|say|says|from',
  ),
  ...aspect(
    'summary',
    `${IN_FEW_LINES}|explain what it is|explain what this is|explain it|explain this gene|what is it even|what even is|never heard of|wtf is|intro|intro to|an intro|primer on|introduce me to|sum up|sum it up|summing up|paragraph|blurb|short form|short version of|introductory|plain words|layman|laymans terms|lay summary|in plain terms|summary|summarize|overview|tldr|tl dr|at a glance|tell me about|tell us about|tell me something about|tell me more about|about the gene|gene card summary|fact sheet|profile|in a nutshell|eli5|info on|information on|information about|info about|introduce|introduction|describe|description|explain|brief|rundown|run down|the basics|basics|quick facts|key facts|everything about|everything you know|everything you have|what do you know about|know about|what do we know|briefing|in short|the gist|gist|short version|crash course|recap|whole card|gene info|all about|what can you tell me|anything about|details on|details about|general info|give me the card|show card|card|remind me what|background on|in brief|in one breath|in a breath|one liner|elevator pitch|synopsis|what is known|whats known|deal with|the deal with`,
    'info|information|about|details|know|background|facts|data',
  ),
  ...aspect('definition', 'definition|define|meaning|mean'),
  ...aspect(
    'function',
    'function|functions|role|roles|what does it do|biological function|biological role|biology|activity|activities|effect|effects|purpose|good for|mechanism of action|functional|job|does what|known functions|what is it for|bioactivity|biological activity|physiological role|what it does|molecular function|action|actions|biologically',
    'do|does|doing|work|works|working|act|acts|act on',
  ),
  ...aspect(
    'motifs',
    'motif|motifs|post translational modification|posttranslational modification|ptm|ptms|modification site|modification sites|sequence motif|sequence motifs|sequence feature|sequence features|post translational|posttranslational|modification|modifications|modified|protein feature|protein features|functional site|functional sites|protein motif|modification residue|sites|protein modifications',
    'site|feature|features',
  ),
  ...aspect(
    'family',
    'family|protein family|gene family|kinda protein|kinda molecule|kinda gene|sorta protein|sorta molecule|protein type|molecule type|superfamily|protein class|class|kind of protein|type of protein|sort of protein|what kind of molecule|type of molecule|belong to|belongs to|member of|kind of gene|kind of molecule|category|classified|classified as|kind of cytokine|kind of factor|group of proteins|group of protein|protein group|groups of proteins|group of molecules|class of proteins|class of molecules|types of protein|kind of molecules|family of proteins|family of molecules|category of protein|counted among',
    'member|kind|type|sort',
  ),
  ...aspect(
    'help',
    'stuff do you know|kind of stuff do you know|what kind of stuff do you know|what sort of stuff|im lost|i am lost|what is this for|whats this for|what is this thing|do i type|i type|what to type|do i write here|what to ask|what to write|get answers from|get answers out of|talk to you|first time here|first time user|first time using|new here|am i able to|able to look up|look up with you|look up here|look up in here|ask you about|ask you here|ask here|how do u work|how u work|what can u do|what do u do|what do u know|what can u answer|what r u|who r u|who are u|what are u|how do i use u|wat can u do|what all can you do|what are you good for|what are you capable of|what things can you|what sort of things|what kind of things|what kinds of things|what can be asked|what can one ask|what can we ask|what am i supposed to|how does one use|use this bot|use the bot|this bot work|the bot work|do u even know|do you even know|u even know|queryable|searchable fields|fields of the record|what fields|which fields|sort of questions|kind of questions|kinds of questions|questions do you|questions do u|questions can you|queried for|can be queried|be queried|fields you|query types|types of questions|types of queries|queries you support|questions you support|you support|supported queries|little bot|bot do|help|help me|what can i type|what can i write|what can i say|what should i type|what is this bot for|are you human|are you real|are you alive|are you an ai|are you ai|are you a person|are you chatgpt|how are you|who wrote this bot|who wrote you|who built this bot|who made this bot|who runs this bot|who maintains this bot|what can i ask|what can you do|what can you answer|how do you work|how does this work|how does this bot work|commands|command list|list commands|what do you know|who are you|what are you|what are you for|instructions|how do i use|how to use|how do i use this|how do i use you|usage|what stuff can i ask|what kind of questions|what questions|which questions|what do you do|what else can you do|what else can i ask|can i ask|can i ask you|manual|are you a bot|what can this bot do|how do i ask|what can you tell me|what is this bot|your capabilities|capabilities|what is your data source|where do you get your data|where does your data come from|where is your data from|what are you able|your licence|your sources|is your data licensed|how to ask|what should i ask|what do you cover|show me the commands|what topics|which topics|tutorial|getting started|what do you have|what have you got|what is in the record|what is in your record|who made you|who built you|how does the bot work|how do you know',
    'ask|bot|question|questions',
  ),
];

const REFSEQ_TERMS: readonly Term[] = aspect(
  'refseq',
  'refseq|refseqs|ref seq|refseq id|refseq ids|refseq accession|refseq accessions|refseq number|refseq entry|refseq entries|ncbi reference sequence|reference sequence|refseq record',
);

const FORMAT_TERMS: readonly Term[] = [
  format('vancouver', 'vancouver|vancouver style|nlm style|icmje'),
  format('apa', 'apa|apa style|apa format|apa 7|apa7'),
  format('harvard', 'harvard|harvard style'),
  format(
    'bibtex',
    'bibtex|bib tex|bib entry|latex citation|bibtex entry|bib file|bib|latex|overleaf|bibtex file',
  ),
  format(
    'ris',
    'ris|ris file|endnote|zotero|mendeley|refman|reference manager|endnote file|reference manager file',
  ),
  format('csl-json', 'csl json|csl|citation json|csljson'),
];

const SPECIES_TERMS: readonly Term[] = [
  {
    kind: 'species',
    species: 'human',
    forms: list(
      'taxid 9606|tax id 9606|taxon 9606|ncbitaxon 9606|txid9606|human|humans|homo sapiens|h sapiens|hsapiens|hsa|hs',
    ),
  },
  {
    kind: 'species',
    species: 'mouse',
    forms: list(
      'mouse|mice|murine|mm|mmu|mus musculus|m musculus|mus|mmusculus|mouse version|murine version|mouse ortholog|mouse gene|mouse homolog|murine homolog|b6|c57bl|c57bl6|balb c|balbc|c57|black6|ensmusg|ensmust|taxid 10090|tax id 10090|taxon 10090|ncbitaxon 10090|txid10090|taxonomy 10090|mouse counterpart|rodent',
    ),
  },
];

const ACTION_TERMS: readonly Term[] = [
  action(
    'raise',
    'induit|induire|push|pushes|pushed|driven|poke|poked|fire up|fires up|fired up|turn up|turns up|turned up|turning up|send up|sends up|climb|climbs|surge|skyrocket|through the roof|ramps up|bumps up|pushes up|shoots up|cranks up|jack|jacks|mobilize|upregulates|activate production|set in motion|spark|sparks|whip up|whips up|swell|soar|induziert|induzieren|inducir|induzir|indotto|indurre|induce|inducer|induction|inducing|inducible|trigger|increase|stimulate|stimulation|stimulator|promote|upregulate|up regulate|upregulation|up regulation|drive|cause|elicit|boost|enhance|turn on|turns on|switch on|ramp up|raise|rise|rises|rose|go up|goes up|went up|going up|gone up|up regulated|provoke|lead to|leads to|higher|more|elevate|elevated|amplify|potentiate|augment|kick off|set off|bring about|crank up|crank out|pump up|bump up|jump|spike|push up|shoot up|upreg|stim|result in|evoke|initiate|intensify|up|initiator|make more|huge|bigger|massive|gets up|turned on|be up|stronger|get stronger|got stronger|gets stronger|brighter|got brighter|more intense|thicker|jack up|worsen|make worse|make it worse|makes worse|worse',
  ),
  action(
    'lower',
    'stay flat|stays flat|unchanged|flat|no change|no effect on|unaffected|weaker|got weaker|tone down|tones down|tamp down|tamps down|quiet|quiets|cool down|cools down|lessen|curb|curbs|keep in check|keeps in check|blunt|blunts|impair|hold back|holds back|stop|stops|stopping|halt|halts|hinder|hinders|interfere|interferes|shrink|stifle|bring down|brings down|slow down|slows down|counter|counters|mute|mutes|soften|fainter|calm down|calm it down|calms down|calms it down|inhibit|inhibition|suppress|suppression|block|reduce|reduction|decrease|downregulate|down regulate|downregulation|down regulation|lower|prevent|dampen|turn off|turns off|switch off|go down|goes down|went down|going down|less|attenuate|repress|silence|diminish|abolish|counteract|antagonize|shut down|shut off|shuts off|leave alone|leaves alone|left alone|shuts down|turns down|turn down|knock down|take down|calm down|push down|pull down|drag down|limit|impair|fall|drop|drops|down regulated|quench|drop in|down|abrogate|restrain',
  ),
  action(
    'support',
    'support|supports|aid|aids|favor|favour|sustain|facilitate|contribute to|contribute|maintain|assist',
  ),
  action(
    'regulate',
    'regulate|regulation|control|controls|modulate|modulation|act via|acts via|act through|acts through|signal|signaling|signalling|signals|works through|work through|works via|through which|via|influence|affect|affects|mediate|mediates|pathway|pathways|cascade|signal transduction|downstream|by which pathway|mechanism|mechanisms|acts by|acting through',
  ),
  action(
    'produce',
    'come out|comes out|pour out|pours out|pouring out|shed|sheds|squirt|leak|leaks|emit|emits|cough up|deliver|puts out|putting out|dumped|pumped out|spits out|churns out|gives off|crank out|cranks out|pump|pumps|throw out|throws out|out of|kick out|kicks out|yield|yields|let out|lets out|release into|coming out|produce|production|producing|secrete|secretion|release|make|makes|making|made|express|expressed|expressing|generate|output|synthesis|synthesize|synthesized|spit out|pump out|churn out|spew|give off|secretes|put out|transcribe|transcribed|expression level|expression levels|dump|dumping',
  ),
  action('activate', 'switch|switches|activate|activates|activated|activating|activator|turn into active'),
  action(
    'link',
    'link|linked|relate|related|relation|relationship|associate|associated|association|connection|connected|something to do|to do with|involve|involved|involvement|implicated|play a role|plays a role|role in|roles in|part in|take part|interplay|crosstalk|tied to|touch|touches|matter for|effect on|effects on|impact on|influence on|act on|acts on|target|targets|treat|treated|treatment|treating|stimulated with|exposed to|exposure|respond|response|in response|react|what about',
  ),
  action(
    'change',
    'change|changes|changed|alter|altered|happen|happens|become|becomes|level|levels|amount|amounts|affected|differ|vary|fluctuate',
  ),
];

const CELLS: readonly Term[] = [
  thing(
    'cell',
    'osteoclast',
    'cells that eat bone|cell that eats bone|cells eating bone|cells that break down bone|cells that resorb bone|cells that destroy bone|cells that chew bone|bone eating cell|bone resorbing cell|bone eater|bone eaters|bone cell|bone chewing cell|bone degrading cell|osteoclastic cell|bone dissolving cell|bone destroying cell|bone munching cell|ocs|osteoclastic|bone resorptive cell',
  ),
  thing('cell', 'monocyte', 'monos|monocytic|monocytic cell|cd14 cell|cd14 monocyte|blood monocyte'),
  thing(
    'cell',
    'macrophage',
    'macs|mac|mphi|m phi|mdm|mdms|macrophage cell|bmdm|macrophagic|big eater cell|m1 macrophage',
  ),
  thing(
    'cell',
    'T cell',
    'lymphocyte|lymphocytes|lymphoid cell|t lymphocyte|tcell|t cells|t lymph|thymocyte|pha blast|pha blasts|t cell blast|t lymphoid cell|tcells',
  ),
  thing(
    'cell',
    'NK cell',
    'lymphocyte|lymphocytes|lymphoid cell|natural killer cell|natural killer|nk|nks|nk cells|nk lymphocyte|natural killers|nkcell',
  ),
  thing(
    'cell',
    'immune cell',
    'cell of the immune system|cells of the immune system|leukocyte|leucocyte|white blood cell|white cell|immune system cell|immune cells|immune system|wbc|wbcs|defense cell',
  ),
  thing('cell', 'B cell', 'b lymphocyte|plasma cell|b cells'),
  thing('cell', 'Th1 cell', 'th1|type 1 helper'),
  thing('cell', 'Th2 cell', 'th2|type 2 helper|type 2 helper t cell|type 2 t helper cell|t helper 2'),
  thing('cell', 'Th17 cell', 'th17'),
  thing('cell', 'regulatory T cell', 'treg|tregs|regulatory t cell'),
  thing('cell', 'helper T cell', 'cd4 t cell|t helper cell|cd4 cell|cd4'),
  thing('cell', 'cytotoxic T cell', 'cd8 t cell|ctl|cd8 cell|cd8|cytotoxic t lymphocyte|killer t cell'),
  thing('cell', 'dendritic cell', 'dc|dcs|modc|bmdc|dendritic'),
  thing('cell', 'neutrophil', 'pmn|pmns|polymorphonuclear'),
  thing('cell', 'eosinophil'),
  thing('cell', 'basophil'),
  thing('cell', 'mast cell', 'mastocyte'),
  thing('cell', 'osteoblast', 'bone building cell|bone forming cell|bone builder|osteoblastic'),
  thing('cell', 'osteocyte'),
  thing('cell', 'fibroblast', 'synoviocyte|fls|synovial fibroblast|mef'),
  thing('cell', 'keratinocyte', 'skin cell'),
  thing('cell', 'epithelial cell', 'epithelial|epithelium|unstimulated epithelial cell'),
  thing('cell', 'endothelial cell', 'huvec|huvecs|endothelial|endothelium'),
  thing('cell', 'hepatocyte', 'liver cell|kupffer cell'),
  thing('cell', 'chondrocyte', 'cartilage cell'),
  thing('cell', 'platelet', 'thrombocyte'),
  thing('cell', 'microglia', 'microglial cell'),
  thing('cell', 'astrocyte', 'glia|glial cell'),
  thing('cell', 'neuron', 'neurone|nerve cell|nerve'),
  thing('cell', 'smooth muscle cell', 'vsmc|smc|myocyte|muscle cell|cardiomyocyte'),
  thing('cell', 'adipocyte', 'fat cell'),
  thing('cell', 'stem cell', 'msc|ipsc|hsc|progenitor cell|mesenchymal stem cell'),
  thing('cell', 'red blood cell', 'erythrocyte|rbc'),
  thing('cell', 'innate lymphoid cell', 'ilc|ilc2|ilcs'),
  thing('cell', 'blood cells', 'pbmc|pbmcs|peripheral blood mononuclear cell|mononuclear cell|whole blood'),
  thing('cell', 'tumor cell', 'cancer cell|tumor cell|carcinoma cell|leukemia cell|melanoma cell'),
  thing(
    'cell',
    'a cell line',
    'cell line|cell lines|thp1|thp 1|hela|jurkat|hek293|hek 293|hek|293t|k562|a549|u937|hl60|hl 60|raw264|raw 264|caco2|caco 2|mcf7|mcf 7|hepg2|hacat|cho cell|cos7',
  ),
  thing('cell', 'activated monocyte'),
];

const PROTEINS: readonly Term[] = [
  thing(
    'gene',
    'TNF',
    'tnf alpha|tnfa|tnfalpha|tumor necrosis factor|tumor necrosis factor alpha|cachectin|tnfsf2|tumor necrosis|necrosis factor',
  ),
  thing('gene', 'CXCL8', 'il 8|il8|interleukin 8|interleukin8'),
  thing(
    'gene',
    'CXCL2',
    'mip 2|mip2|mip 2 alpha|mip 2a|gro beta|grob|macrophage inflammatory protein 2|gro b',
  ),
  thing('gene', 'CCL2', 'mcp 1|mcp1'),
  thing('gene', 'CCL3', 'mip 1 alpha|mip 1a|mip1a'),
  thing('gene', 'CCL5', 'rantes'),
  thing('gene', 'CXCL10', 'ip 10|ip10'),
  thing('gene', 'interferon gamma', 'ifng|ifn gamma|ifn g|ifngamma|type ii interferon'),
  thing(
    'gene',
    'interferon',
    'ifn|ifn alpha|ifn beta|type i interferon|ifna|ifnb|interferon alpha|interferon beta',
  ),
  thing('gene', 'GM-CSF', 'csf2|gmcsf|gm csf'),
  thing('gene', 'M-CSF', 'csf1|mcsf|m csf'),
  thing('gene', 'TGF-beta', 'tgfb|tgfb1|tgf beta|tgfbeta'),
  thing('gene', 'VEGF', 'vegfa'),
  thing('gene', 'RANKL', 'tnfsf11|rank ligand|rank|sranKL'),
  thing('gene', 'proteinase 3', 'prtn3|pr3|proteinase'),
  thing('gene', 'insulin'),
  thing('gene', 'oncostatin M', 'osm'),
  thing(
    'gene',
    'collagen',
    'a1 collagen|albumin|keratin|hemoglobin|elastin|fibronectin|vitronectin|integrin|thrombospondin|lactoferrin|lysozyme|perforin|granzyme|defensin|calprotectin|ferritin|cox 2|inos|mmp|caspase 3|lymphotoxin',
  ),
];

const PATHWAYS: readonly Term[] = [
  thing(
    'pathway',
    'MAPK/ERK pathway',
    'mapk|erk|erk1|erk2|erk 1 2|map kinase|mapk erk|mitogen activated protein kinase|extracellular signal regulated kinase|p44 42|ras raf mek erk|mek erk|mapk pathway|erk pathway|mapks|p44|p42|mapk signaling|erk signaling|raf mek erk|ras mapk',
  ),
  thing('pathway', 'p38 pathway', 'p38|p38 mapk'),
  thing('pathway', 'JNK pathway', 'jnk|sapk'),
  thing('pathway', 'NF-kB pathway', 'nf kb|nfkb|nf kappa b|nfkappab|nf kappab|nuclear factor kappa b|ikb'),
  thing('pathway', 'JAK/STAT pathway', 'jak stat|jak|stat|stat3|stat1|jak1|jak2|stat5|stat6'),
  thing('pathway', 'PI3K/AKT pathway', 'pi3k|akt|pi3k akt|pi3 kinase|mtor|protein kinase b'),
  thing('pathway', 'Wnt pathway', 'wnt|beta catenin|catenin'),
  thing('pathway', 'Notch pathway', 'notch'),
  thing('pathway', 'Hedgehog pathway', 'hedgehog'),
  thing('pathway', 'inflammasome', 'caspase 1|nlrp3|pyroptosis'),
  thing(
    'pathway',
    'toll-like receptor pathway',
    'tlr|tlrs|toll like receptor|tlr4|tlr2|tlr3|nod2|nod1|myd88',
  ),
  thing(
    'pathway',
    'protein kinase C',
    'pkc|protein kinase c|pka|fak|focal adhesion kinase|src kinase|pkcdelta',
  ),
];

const MOTIFS: readonly Term[] = [
  thing(
    'motif',
    'tyrosine sulfation',
    'sulfotransferase site|tyrosine sulfation site|sulfation|sulfated|sulfotyrosine|tyrosine sulfate|sulfated tyrosine|sulfate|sulfation site|sulfate group|tyr sulfation|sulfo tyrosine|y sulfation|tyrosine sulfated|tyr|tyrosine',
  ),
  thing(
    'motif',
    'N-myristoylation',
    'n myristoylation site|myristoylation|myr|myr site|myr sites|myristoylated|myristoyl|myristate|myristic acid|myristoylation site|n myristoylation|n myristoyl|myristyl|myristylation|lipid anchor site|lipidated|lipidation|acylated|acylation|fatty acylation',
  ),
  thing(
    'motif',
    'phosphorylation',
    'phosphorylation site|phosphorylated|phospho site|phosphosite|phospho sites|phosphosites|phospho|phosphorylate|phosphoryl',
  ),
  thing(
    'motif',
    'RGD',
    'integrin recognition|integrin recognition motif|integrin recognition rgd|integrin recognition sequence|rgd motif|rgd sequence|rgd site|arg gly asp|cell attachment|cell attachment sequence|cell attachment seq|attachment seq|cell attachment motif|attachment sequence|attachment motif|cell adhesion motif|cell adhesion sequence|integrin binding motif|integrin binding site|integrin binding sequence|cell binding motif|arginine glycine aspartate|adhesion motif|adhesion sequence|rgds|cell attachment site|cell binding sequence|attachment site|arginylglycylaspartic acid|arginine glycine aspartic acid|r g d|attach to cells|stick to cells|sticks to cells|bind to cells|adhere to cells',
  ),
  thing(
    'motif',
    'glycosylation',
    'glycosylated|n glycosylation|o glycosylation|glycan|glycans|n linked|o linked|glycosylation site|sugar chains|glycoprotein',
  ),
  thing('motif', 'ubiquitination', 'ubiquitinated|ubiquitin|ubiquitylation|sumoylation|sumo'),
  thing('motif', 'acetylation', 'acetylated'),
  thing('motif', 'palmitoylation', 'palmitoylated|prenylation|farnesylation|gpi anchor'),
  thing('motif', 'methylation', 'methylated|cpg'),
  thing('motif', 'serine sulfation', 'ser|serine|thr|threonine|threonine sulfation|lysine sulfation'),
  thing(
    'motif',
    'signal peptide',
    'signal sequence|leader peptide|leader sequence|propeptide|pro domain|secretion signal',
  ),
  thing('motif', 'transmembrane domain', 'transmembrane|tm domain|membrane spanning|tm helix'),
  thing(
    'motif',
    'disulfide bond',
    'disulfide|disulphide|disulfide bridge|cysteine|cysteines|zinc finger|leucine zipper|death domain|sh2 domain|sh2|sh3|ig domain|coiled coil|helix loop helix|bh3',
  ),
  thing(
    'motif',
    'cleavage site',
    'cleavage|cleaved|proteolytic cleavage|proteolysis|protease site|processed by',
  ),
  thing('motif', 'nuclear localization signal', 'nls|nuclear localization|nuclear export|kdel'),
];

const PROCESSES: readonly Term[] = [
  thing(
    'structure',
    'actin cytoskeleton',
    'actin|cytoskeleton|actin filament|f actin|actin ring|cytoskeletal|actin fibers|microfilament|microfilaments|actin remodeling|stress fiber|cell skeleton|actin network|actin filaments|cellular skeleton|actin rearrangement',
  ),
  thing('structure', 'microtubules', 'microtubule|tubulin|intermediate filament|vimentin|spindle'),
  thing(
    'structure',
    'four-helix bundle',
    'four helix bundle|4 helix bundle|helix bundle|four helix|alpha helix bundle|helical bundle',
  ),
  thing(
    'process',
    'differentiation',
    'differentiate|differentiated|differentiating|formation|maturation|development|genesis|commitment|develop into|develop|differentiation into',
  ),
  thing(
    'process',
    'osteoclast differentiation',
    'osteoclastogenesis|osteoclast formation|osteoclasts form|osteoclast form|form osteoclasts|become osteoclasts|become an osteoclast|turn into osteoclasts|turn into an osteoclast|osteoclasts develop|making osteoclasts|osteoclasts mature|osteoclast precursors|osteoclast development|osteoclast maturation|osteoclastogenic|osteoclast generation|differentiation of osteoclasts|formation of osteoclasts',
  ),
  thing(
    'process',
    'osteoclast activation',
    'osteoclast activity|activation of osteoclasts|switch on osteoclasts|switches on osteoclasts|switch osteoclasts on|switches osteoclasts on|turn on osteoclasts|turns on osteoclasts|osteoclasts active|osteoclasts switched on|osteoclast activating',
  ),
  thing('process', 'activation', 'activate|activated|activates|activating|activity|active'),
  thing(
    'process',
    'expression',
    'expressed|express|gene expression|expression level|transcription|transcribed|transcriptional',
  ),
  thing(
    'process',
    'splicing',
    'transcript diversity|isoform diversity|splicing diversity|splice diversity|transcript variety|alt splicing|alt splice|alt spliced|alternate splicing|one transcript|only one transcript|single transcript|another transcript|other transcripts|splice|spliced|alternative splicing|splice variant|transcript variant|alternatively spliced|alternative transcript|alternative splice variant|splicing variant|isoform|isoforms|transcript variants|splice form|splice isoform|alternate transcript|alternate splicing|alternative splice form|mrna variant|mrna variants|several transcripts|multiple transcripts|different transcripts|alternate splice|splice event|splice site variant|more than one transcript|more than one isoform|spliceform|spliceforms|alternate transcripts|protein variants|different forms|variant forms|transcript isoform|differential splicing|many forms|alternative forms|multiple forms|several forms|more than one form|versions of the protein|versions of it|several versions|different versions|multiple versions|more than one version|versions of this protein|transcripts code for|transcripts encode|encode the same protein|identical protein|one identical protein|one and the same protein|only one protein|just one protein|single protein product|one protein product|spliced in different ways|one mrna|single mrna|several mrnas|multiple mrnas|mrna only|more than one mrna|how many mrnas|how many transcripts|more then one transcript|more then one isoform|number of transcripts|do they give the same protein',
  ),
  thing('process', 'inflammation', 'inflamed|inflammation of the skin|skin inflammation'),
  thing(
    'process',
    'apoptosis',
    'cell death|programmed cell death|necrosis|necroptosis|apoptotic|autophagy|ferroptosis',
  ),
  thing('process', 'proliferation', 'cell growth|proliferate|cell division|cell cycle|grow faster|mitosis'),
  thing(
    'process',
    'migration',
    'chemotaxis|migrate|invasion|recruitment|recruit|motility|metastasis|metastasize|homing',
  ),
  thing('process', 'angiogenesis', 'vascularization|wound healing|fibrosis|tissue repair'),
  thing(
    'process',
    'phagocytosis',
    'endocytosis|exocytosis|degranulation|killing|cytotoxicity|antigen presentation|ros production',
  ),
  thing(
    'process',
    'bone resorption',
    'resorption|bone loss|bone erosion|bone remodeling|bone formation|bone destruction|bone density|resorb|mineralization',
  ),
  thing('process', 'fever', 'pain|itch|appetite|sleep|pruritus|sepsis'),
  thing('process', 'adhesion', 'cell adhesion|adhere|adherence'),
  thing(
    'class',
    'cytokine',
    'cytokines|cytokine family|inflammatory cytokine|interleukin|interleukins|interleukin family|immune messenger|signaling molecule|inflammatory mediators|inflammatory mediator|inflammatory cytokines',
  ),
  thing(
    'class',
    'chemokine',
    'neutrophil chemoattractant|neutrophil attractant|neutrophil chemokine|chemokines|chemoattractant|chemotactic cytokine',
  ),
  thing(
    'class',
    'pro-inflammatory cytokine',
    'pro or anti inflammatory|pro or anti|pro vs anti inflammatory|pro or antiinflammatory|pro inflammatory|proinflammatory|proinflammatory cytokine|inflammatory|inflammation promoting|promotes inflammation|cause inflammation|drive inflammation|promote inflammation|inflam|causes inflammation|drives inflammation|inflammatory or|inflammation',
  ),
  thing(
    'class',
    'anti-inflammatory cytokine',
    'anti inflammatory|antiinflammatory|anti inflammatory cytokine|anti inflam|resolve inflammation|suppresses inflammation|calm inflammation|dampens inflammation',
  ),
  thing('class', 'growth factor', 'growth hormone|hormone|neurotransmitter|mitokine|adipokine|neuropeptide'),
  thing('class', 'transcription factor', 'tf|dna binding protein|homeobox'),
  thing(
    'class',
    'enzyme',
    'kinase|phosphatase|protease|ligase|transferase|hydrolase|polymerase|gtpase|atpase|nuclease|peptidase',
  ),
  thing(
    'class',
    'antimicrobial peptide',
    'toxin|antitoxin|complement|complement factor|immunoglobulin|chaperone|heat shock protein|lectin|ion channel|transporter|structural protein|membrane protein|scaffold protein|tumor suppressor|oncogene|proto oncogene|housekeeping gene|pseudogene|lncrna|mirna|microrna|noncoding rna|ncrna',
  ),
  thing(
    'stimulus',
    'mitogen',
    'mitogens|mitogenic|pha|phytohemagglutinin|con a|cona|concanavalin|concanavalin a|pokeweed|pokeweed mitogen|mitogenic stimulation|mitogenic stimulus|t cell mitogen|mitogenic lectin',
  ),
  thing('stimulus', 'LPS', 'lipopolysaccharide|endotoxin'),
  thing(
    'stimulus',
    'PMA',
    'phorbol|phorbol ester|tpa|ionomycin|cd3 cd28|anti cd3|mdp|muramyl dipeptide|poly i c|poly ic|cpg dna|bcg',
  ),
  thing(
    'stimulus',
    'a virus',
    'virus|viral infection|influenza|hiv infection|bacteria|infection|mycobacteria|parasite|fungus|antigen|allergen',
  ),
  thing(
    'stimulus',
    'stress',
    'hypoxia|oxidative stress|uv|irradiation|radiation|heat shock|dexamethasone|glucocorticoid|steroid|steroids|vitamin d|retinoic acid|estrogen|statin|rapamycin|cyclosporin|alcohol|smoking|exercise|diet|caffeine',
  ),
];

const BEYOND_TERMS: readonly Term[] = [
  beyond(
    'receptors',
    'receptor|receptors|coreceptor|co receptor|ligand|ligands|receptor complex|decoy receptor|cognate',
  ),
  beyond(
    'binding partners',
    'bind|binds|binding|bound|binding partner|interactor|interactors|interact|interacts|interaction|interactome|partner|partners|dock|docking|affinity|kd|complex with|ppi|string db|string score|biogrid|intact db|co ip|coip|dimer|dimerize|trimer|oligomer|homodimer|heterodimer|coimmunoprecipitate|physically interact|stick to|sticks to',
  ),
  beyond(
    'protein structure',
    'what does it look like|what it looks like|how does it look|structure|structures|crystal structure|nmr structure|cryo em|cryoem|fold|folding|tertiary structure|secondary structure|quaternary structure|3d|3d structure|3d model|structural|conformation|helix|helices|beta sheet|crystal|crystallized|rcsb|domain|domains|pfam|interpro|prosite|smart domain|scop|cath|disordered|solvent|epitope|epitopes',
  ),
  beyond(
    'sequences',
    'sequence|sequences|fasta|amino acid|amino acids|nucleotides long|how many nucleotides|number of nucleotides|nucleotide sequence|protein sequence|residue|residues|aa|aas|length|how long|base pairs long|cds|orf|open reading frame|utr|5 utr|3 utr|utrs|codon|start codon|stop codon|kozak|poly a|gc content|bp long|kb long|gene size|gene length|transcript length|number of amino acids|translate it|translate the sequence|translated sequence|translation start|alignment|blast|identity percent|percent identity|similarity|gene span|how big|how large|how many bp|how many aa|size|mature peptide|c terminus|n terminus|terminus|terminal|consensus',
  ),
  beyond(
    'exons and gene structure',
    'exon|exons|intron|introns|exon count|exon number|promoter|promoters|enhancer|enhancers|tata|tata box|tss|transcription start site|cpg island|splice site|splice donor|splice acceptor|upstream region|regulatory region|transcription factor binding site|chip seq|atac|histone',
  ),
  beyond(
    'the strand',
    'strand|plus strand|minus strand|forward strand|reverse strand|sense strand|orientation|antisense',
  ),
  beyond(
    'neighbouring genes',
    'upstream of|downstream from|adjacent to|next door to|immediately upstream|immediately downstream|neighboring gene|neighbouring gene|neighbor|neighbors|neighbour|neighbours|flanking|flanking gene|synteny|syntenic|adjacent gene|nearby gene|next to|gene cluster|upstream gene|downstream gene|nearest gene|overlapping gene',
  ),
  beyond(
    'molecular weight and physical properties',
    'molecular weight|molecular mass|mw|kda|dalton|daltons|weight|mass|isoelectric point|pi value|isoelectric|melting temperature|melting point|tm value|half life|halflife|stability|stable|solubility|soluble|extinction coefficient|charge|hydrophobicity|ph|temperature|concentration in|viscosity|boiling point|density|diffusion|pka|celsius|shelf life|storage|store it|to store|how to store|stored at|storing it|storing the|i store|we store|store this|store the|you store recombinant|freeze|thaw|aliquot|reconstitute|lyophilized',
  ),
  beyond(
    'where in the cell or body it is found',
    'subcellular|subcellular location|subcellular localization|cytosol|cytosolic|cytoplasm|cytoplasmic|nucleus|nuclear|endoplasmic reticulum|er|golgi|mitochondria|mitochondrion|mitochondrial|membrane|plasma membrane|extracellular|intracellular|organelle|lysosome|vesicle|exosome|exosomes|secretome|secretory|localize|localization|localized|localised|cell surface|compartment|where in the cell|inside cells|outside cells|secreted protein|is it secreted|peroxisome|endosome|ribosome',
  ),
  beyond(
    'expression in tissues',
    'tissue|tissues|tissue expression|organ|organs|lung|lungs|liver|spleen|brain|kidney|skin|heart|gut|colon|intestine|pancreas|thymus|lymph node|lymph|placenta|ovary|testis|muscle|muscles|bone marrow|tonsil|breast|prostate|stomach|thyroid|retina|eye|blood|serum|plasma|saliva|urine|csf|synovial|synovial fluid|synovium|joint|joints|cartilage|adipose|fat|airway|mucosa|nasal|uterus|bladder|gtex|tpm|fpkm|rpkm|rna seq|rnaseq|single cell|scrna seq|scrnaseq|expression atlas|human protein atlas|protein atlas|bgee|microarray|transcriptome|transcriptomics|proteomics|copies per cell|fold change|heatmap|volcano plot|expression profile|expression pattern|tissue specific|basal expression|constitutive|constitutively|where is it expressed|body|fetal|embryo|embryonic|hair|tooth|teeth|bone|bones',
  ),
  beyond(
    'diseases and patients',
    'marker|markers|marker gene|surface marker|disease|diseases|disorder|patient|patients|clinical|arthritis|rheumatoid|rheumatoid arthritis|ra|osteoarthritis|cancer|cancers|tumor|tumors|carcinoma|leukemia|lymphoma|melanoma|covid|covid 19|sars|sars cov 2|coronavirus|hiv|aids|tuberculosis|tb|copd|asthma|ibd|crohn|crohns|colitis|ulcerative colitis|psoriasis|lupus|sle|diabetes|obesity|sepsis|septic|atherosclerosis|alzheimer|alzheimers|parkinson|parkinsons|hepatitis|hbv|hcv|flu|dermatitis|eczema|atopic dermatitis|osteoporosis|myasthenia|multiple sclerosis|stroke|cardiovascular|infarction|syndrome|allergy|allergic|autoimmune|autoimmunity|metastatic|biomarker|biomarkers|diagnosis|diagnostic|prognosis|prognostic|survival|mortality|symptom|symptoms|cytokine storm|healthy donors|healthy|deficiency|deficient|pathology|pathogenesis|pathogenic|cohort|epidemiology|prevalence|clinical trial|clinical trials|trial|trials|phase 2|severity|pregnancy|ageing|aging|gwas|cure|illness|hereditary|inherited|inheritance|mendelian disease|sick|ill|sickness|depression|schizophrenia|malaria|gout|anemia|thrombosis|relevance in humans|clinical significance|clinical relevance|medicine',
  ),
  beyond(
    'medical advice and treatment',
    'treat|treatment|therapy|therapies|therapeutic|drug|drugs|medication|dose|doses|dosing|dosage|pill|pills|should i take|side effect|side effects|vaccine|vaccination|prescribe|prescription|doctor|inhibitor|inhibitors|antagonist|agonist|agonists|blocker|blockers|small molecule|biologic|biologics|tocilizumab|infliximab|adalimumab|etanercept|methotrexate|anakinra|nsaid|ibuprofen|aspirin|supplement|supplements|druggable|compound|compounds|crp|toxicity|toxic|safe|safety|overdose|fda approved|fda|remedy',
  ),
  beyond(
    'experimental conditions and reagents',
    'how much|concentration|conc|ng ml|ug ml|mug|ng|nm concentration|how much should i|how much do i|how many ng|dilution|dilute|incubate|incubation|antibody|antibodies|monoclonal|polyclonal|clone number|mab|mabs|catalog number|cat number|catalogue number|cat no|vendor|supplier|company|buy|purchase|price|cost|expensive|cheap|primer|primers|probe|probes|taqman|sirna|shrna|sgrna|grna|guide rna|guide|guides|crispr guide|plasmid|plasmids|vector|vectors|addgene|expression construct|construct|recombinant protein source|elisa kit|kit|kits|protocol|protocols|buffer|medium|media|culture|transfect|transfection|lentivirus|lentiviral|knockdown|knock down|time course|timecourse|how long should|hours|ec50|ic50|dose response|tagged|his tag|gfp|reporter|luciferase|positive control|negative control|control sample|isotype|loading control|housekeeping|reagent|reagents|assay|assays|specificity|cross react|crossreact|cross reactive|rnd systems|abcam|sigma|ct value|annealing|amplicon|restriction site|restriction enzyme|cloning site|sequencing primer|purify|purification|purified|optimal|troubleshoot|stain|staining',
  ),
  beyond(
    'knock-outs, mutants and models',
    'mouse model|mouse models|animal model|knockout|knock out|knockouts|ko|null|phenotype|phenotypes|transgenic|transgene|mutant|mutants|mutation|mutations|mutated|overexpression|overexpress|over expression|knockin|knock in|conditional|cre|floxed|viability|lethal|viable|haploinsufficiency|loss of function|gain of function|essential gene|essential|depmap|model organism|humanized|b6 background|jackson lab',
  ),
  beyond(
    'genetic variants',
    'snp|snps|snv|polymorphism|polymorphisms|variant effect|allele|alleles|rsid|rs number|dbsnp|clinvar|gnomad|genotype|genotypes|haplotype|eqtl|eqtls|copy number|cnv|deletion|deletions|insertion|missense|nonsense|frameshift|stop gained|minor allele frequency|maf|variant frequency|pathogenic variant|genetic variation|genetic variant|genetic variants|sequence variant|risk allele|pli|vcf|indel|indels',
  ),
  beyond(
    'database releases',
    'ensembl release|which release|uniprot release|refseq release|ncbi release|release number|release date|release version|database release|ensembl version|which version of ensembl|annotation release|annotation version|data freeze|release is|release was|which freeze',
  ),
  beyond(
    'other databases',
    'kegg|kegg pathway|reactome|string|gene ontology|go term|go terms|go annotation|go id|vega|havana|gencode|ensembl transcript id|enst|ensp|ensembl transcript|ensembl protein|ensembl peptide|mane|mane select|canonical transcript|unigene|embl|ddbj|ipi|pharmgkb|drugbank|chembl|wikidata|wikigene|wikigenes|orphanet|disgenet|open targets|opentargets|bioproject|geo|geo dataset|gse|sra|ena|arrayexpress|panther|eggnog|orthodb|oma|treefam|genetree|nextprot|peptideatlas|phosphositeplus|phosphosite plus|cosmic|tcga|cbioportal|lovd|gtr|taxonomy id|taxid|taxon id|rnacentral|mirbase|flybase|wormbase|zfin|xenbase|sgd|pombase|genbank accession|genbank|ncbi taxonomy|lrg|refseqgene|ng accession|uniparc|uniref|cas number|mesh id|mesh term|umls|doid|hpo|mondo|efo|chebi|ec number|evidence code|iuphar|imgt|interpro id|biocarta|wikipathways|tair',
  ),
  beyond(
    'other species',
    'fish|fishes|rat|rats|rattus|rattus norvegicus|zebrafish|danio|danio rerio|fly|drosophila|yeast|worm|c elegans|elegans|chicken|chick|dog|dogs|canine|cat|cats|feline|pig|pigs|porcine|swine|cow|cows|bovine|sheep|ovine|horse|equine|goat|rabbit|rabbits|guinea pig|hamster|ferret|monkey|monkeys|macaque|rhesus|primate|primates|chimp|chimpanzee|gorilla|xenopus|frog|bacterial|plant|arabidopsis|e coli|opossum|bat|bats|cynomolgus|marmoset|vertebrate|vertebrates|invertebrate|mammal|mammals|animal|animals|evolution|evolved|phylogeny|phylogenetic|paralog|paralogue|paralogs|paralogous',
  ),
  beyond(
    'discovery and history',
    'cloning paper|original cloning|original cloning paper|original paper|discovery paper|origin|origin of the name|name origin|discover|discovered|discovery|discoverer|history|first identified|first cloned|first described|cloned by|who cloned|originally identified|when was it cloned|nobel|who named|named after|coined|etymology|patent|patents|who coined|cloned|first isolated',
  ),
  beyond(
    'citation counts and journal metrics',
    'if of|if for|impact factor|citation count|citation counts|times cited|cited by|how many citations|number of citations|how often cited|how many times cited|how often has|h index|hindex|altmetric|most cited|quartile|journal rank|scopus|web of science|google scholar|citescore|how often|retracted|retraction|erratum|peer review|peer reviewed|acceptance rate|publication fee|apc|editor|times has it been cited|predatory',
  ),
  beyond(
    'the text, figures and methods of papers',
    'licence|license|under what licence|cc by|copyright|creative commons|abstract|full text|fulltext|full paper|pdf|figure|figures|fig|supplementary|supplement|supplemental|methods section|materials and methods|methods|discussion section|conclusion|conclusions|corresponding author|corresponding authors|e mail|email|mail address|authors mail|affiliation|affiliations|institution|funding|funded by|conflict of interest|sample size|statistics|statistical|statistical test|statistical tests|p value|results section|dataset|raw data|n number|orcid|which university|what university|acknowledgement|acknowledgements|experiment|experiments|limitations',
  ),
  beyond(
    'other papers',
    'review on|reviews on|review about|reviews about|any review|any reviews|good review|good reviews|recent reviews|nature paper|science paper|cell paper|blood paper|pnas|jbc|jem|j immunol|int immunol|nat immunol|lancet|nejm|elife|jci|jama|bmj|frontiers|scientific reports|j exp med|j biol chem|nature immunology|nature communications|journal of immunology|latest paper|newest paper|recent paper|recent papers|recent review|latest review|review article|newer|newest|latest|recent|more papers|other papers|any other papers|further reading|meta analysis|preprints|biorxiv|last year|this year|since 2015|nowadays|up to date|update|updates|updated',
  ),
  beyond(
    'advice',
    'should i use|what should i use|use instead|instead of|order instead|take instead|try instead|recommend|recommendation|recommended|best|better|substitute|replacement|which one is better|advice|advise|suggest me|surrogate|worth it|opinion|do you think|your opinion|alternative to|do i stop|should i stop|should i worry|should i publish|should i trust|should i submit|should i switch',
  ),
  beyond(
    'tasks other than looking facts up',
    'convert|converting|conversion|translate the|translate into|translate this|translate that|translate to english|write the|write up|write me|write my|write a|write an|essay|multiple choice|quiz questions|exam questions|flashcards|mnemonic|homework|hw|poem|joke|story|song|python|r script|translate this|grant aims|grant|specific aims|cover letter|proofread|summarize this paper|powerpoint|slide deck|t test|mann whitney|anova|biostats|statistics homework|calculate|compute|simulate|draw a|draw me|draw the|design|book a|schedule|remind me to|remind me at|remind me tomorrow|order me|plot a|plot me|plot the|generate an image|generate a picture|recipe|haiku|limerick|rap',
  ),
  beyond(
    'comparisons',
    'the most|the least|depend on|depends on|dependent on|require|requires|required for|necessary for|most active|most abundant|most potent|most common|most important|longest|shortest|strongest|weakest|largest|biggest|smallest|dominant isoform|predominant|compare|comparison|whats the difference|what is the difference|difference between|differences between|differ from|stronger than|more potent|compare to|compared to|compared with',
  ),
  beyond('scores and rankings', 'score|scores|scored|rank|ranks|ranking|rating|rated|percentile|gifts'),
  beyond(
    'secrets of the bot',
    'token|bot token|password|passwords|api key|api keys|bot secret|credential|credentials|system prompt|environment variables|env file|env|ssh key|prompt|source code|admin|root access|hack|private key|ip address|config|dan mode|do anything now|jailbreak|developer mode',
  ),
  beyond(
    'everyday matters',
    'my name|my cat|my dog|a secret|secrets|weather|lunch|coffee|pizza|football|movie|party|birthday|holiday|wifi|lab meeting|journal club|seminar|parking|stock price|bitcoin|crypto|president|capital of|super bowl|world cup|what time|news|printer|fridge|freezer|centrifuge|incubator',
  ),
];

const ACTIVITY_TERMS: readonly Term[] = [
  {
    kind: 'activity',
    forms: list(
      'readout|readouts|poster title|slide title|talk title|blastp hit|blastp top hit|top blastp hit|blastp best hit|blast hit|blast top hit|top blast hit|best blast hit|fasta header|blastp query|blast query|readme|log2fc|logfc|lfc|stringtie|free text|gff3|fish spots|fish signals|fish signal|fish image|sseqid|qseqid|saccver|pident|evalue|bitscore|ontology|wiki|clinical geneticist|clin geneticist|geneticist|clinical fellow|fish probe|fish probe design|probe design|sirna order form|gsea|david|igv|enrichr|metascape|cytoscape|snapgene|benchling|geneious|galaxy|seurat|deseq|deseq2|featurecounts|gtf|gff|bam|fastq|blast search|primer blast|biocyc|ipa|clusterprofiler|gprofiler|limma|edger|bioconductor|cytobank|flowjo|graphpad|prism|string upload|endnote library|review|systematic review|meeting|group meeting|lab book|rnaseq table|supplement table|data sheet|datasheet|sample sheet|manifest|dataframe|lookup table|heatmap labels|qpcr|q pcr|rt qpcr|rtqpcr|pcr|rt pcr|western|western blot|wb|elisa|facs|flow cytometry|flow|bac|cloning|clone|crispr|ihc|immunohistochemistry|immunofluorescence|imaging|ngs|mass spec|spreadsheet|curation sheet|sheet|thesis|poster|slide|slides|manuscript draft|supplementary table|table|excel|csv|annotation|pipeline|annotate|lims|order form|ordering|grant application|journal club|lab meeting|committee|reviewer|reviewers|pi|boss|supervisor|labmate|colleague|presentation|talk|figure legend|legend|lab book|notebook|eln|email to|recombinant|overnight|stimulated|vial|tube|freezer box|label|script input|snakemake|nextflow|biomart|blotting|gel|lecture|exam|quiz|class|course|wet lab|bench|paper i am writing|rebuttal|protocol draft|previous instructions|all previous instructions|your instructions|prior instructions|instructions above|metadata|ingest|loader|parser|json|yaml|xml|tsv|html|api|query|field|column|row|cell in the table|dropdown|webform|form field',
    ),
  },
];

const GENERIC_TERMS: readonly Term[] = [
  {
    kind: 'generic',
    forms: list(
      'are named as|named as induced|as named|as listed|as given|as stated|as recorded|as described|pathway name|pathway names|make sense|makes sense|making sense|sense|in old literature|in older literature|in the old literature|in the literature|in literature|in papers|in old papers|in the old papers|in older papers|condition|conditions|circumstance|circumstances|predicted|based|listed here|primary accession|primary|main|official accession|ac|historical|current|currently used|exist|exists|present|presence|older|oldest|alternate|alternative|separated|gene|genes|protein|proteins|molecule|id|identifier|accession|number|nr|no|num|link|url|entry|record|page|code|key|database entry|acc|cell|cells|factor|product|gene product|encode|encodes|encoded|encoding|external|official|website|web page|webpage|hyperlink|accession number|accession no|accession id|one|thing|listed|potential|putative|multiple|several|tag|hit|best hit|top hit|match|uid|stable|infobox|wikipedia article|wiki article|wiki page|db|dbs|machine readable|human readable|plain text|deep link|full link|direct link|permalink|full url|prefilled|group|cluster|curie|prefix|namespace|lookup|look up|look|valid|correct|right|wrong|exact|mb|kb|bp|base pair|base pairs|roughly|approximate|approximately|pathway|pathways|line|value|string|fact|facts|isoforms',
    ),
  },
];

/** The whole table. Earlier terms win where two claim the same words and nothing else decides. */
export const VOCABULARY: readonly Term[] = [
  ...DATABASE_TERMS,
  ...SPACE_TERMS,
  ...ASPECT_TERMS,
  ...REFSEQ_TERMS,
  ...FORMAT_TERMS,
  ...SPECIES_TERMS,
  ...ACTION_TERMS,
  ...CELLS,
  ...PROTEINS,
  ...PATHWAYS,
  ...MOTIFS,
  ...PROCESSES,
  ...BEYOND_TERMS,
  ...ACTIVITY_TERMS,
  ...GENERIC_TERMS,
];
