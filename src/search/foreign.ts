import { LEXICON } from './lexicon.js';
import { once } from './once.js';
import { phraseKey } from './tokens.js';
import type { Term } from './vocabulary.js';

/**
 * Words of other languages for the kinds of facts that can be asked for, each with the English phrase of the vocabulary that
 * means the same. Databases and accessions need none: they are called alike everywhere.
 */
const FOREIGN_PHRASES: readonly (readonly [english: string, words: string])[] = [
  [
    'other names',
    '別名 别名 同義語 同义词 별칭 다른이름 別の名前 alias nombres nombre namen noms nom nomi nome sinonimos sinónimos synonyme synonymes другиеимена синонимы',
  ],
  ['receptor', '受容体 受体 수용체 rezeptor récepteur recepteur recettore рецептор receptores'],
  ['structure', '構造 结构 구조 struktur estructura struttura структура'],
  ['function', '機能 功能 기능 働き 役割 作用 funktion fonction función funcion funzione função функция'],
  ['chromosome', '染色体 염색체 chromosom cromosoma cromossomo хромосома хромосоме'],
  ['location', '位置 座標 坐标 위치 lage posición ubicación position posizione localización'],
  ['mouse', 'マウス 小鼠 마우스 생쥐 maus mäuse souris ratón raton ratones topo camundongo мышь мыши'],
  ['human', 'ヒト 人类 사람 인간 mensch humano humain umano человек'],
  [
    'paper',
    '論文 论文 文献 논문 artikel artículo articulo artigo articolo papier veröffentlichung publikation публикация статья статьи',
  ],
  [
    'reference',
    '参考文献 引用 참고문헌 referenz referencia référence referenza quelle referencias références referenzen fuente fuentes ссылка',
  ],
  ['author', '著者 作者 저자 autor autores auteur auteurs autore автор'],
  ['gene', '遺伝子 基因 유전자 gen gene gène ген гена'],
  ['protein', 'タンパク質 蛋白质 蛋白 단백질 proteína proteina protéine eiweiß eiweiss белок белка'],
  ['number', '番号 编号 번호 nummer número numero numéro номер'],
  ['disease', '病気 疾患 疾病 질병 krankheit enfermedad maladie malattia doença болезнь'],
  ['antibody', '抗体 항체 antikörper anticuerpo anticorps anticorpo антитело'],
  ['dose', '用量 剂量 용량 dosis dosi доза'],
  ['primers', 'プライマー 引物 프라이머 cebadores amorces праймеры'],
  ['isoform', 'アイソフォーム 亚型 同种型 isoformen isoformas variantes isoformes изоформы'],
  ['splice variant', 'スプライシング スプライスバリアント スプライス 剪接 剪切'],
  ['expression', '発現 表达 발현 expresión expressão espressione экспрессия'],
  ['tissue', '組織 组织 조직 gewebe tejido tissu tessuto ткань'],
  [
    'produce',
    'выработку выработка продукцию секрецию produktion producción production produzione 産生 产生 생산',
  ],
  [
    'macrophage',
    'макрофагами макрофагах макрофагов マクロファージ 巨噬细胞 대식세포 makrophagen macrófagos macrophages macrofagi макрофаги',
  ],
  ['monocyte', '単球 单核细胞 단핵구 monozyten monocitos monocytes monociti моноциты'],
  [
    'osteoclast',
    '破骨細胞 破骨细胞 파골세포 osteoklasten osteoclastos ostéoclastes osteoclastes osteoclasti остеокласты',
  ],
  [
    'differentiation',
    '分化 분화 differenzierung diferenciación différenciation differenziamento дифференцировка',
  ],
  ['activation', '活性化 激活 활성화 aktivierung activación attivazione активация'],
  [
    'induce',
    'стимулирует стимулировать вызывает вызывать усиливает вызвать активирует induzieren stimuliert induire stimule induce estimula stimola 誘導 诱导 유도 induziert induce induit индуцирует',
  ],
  ['cytokine', 'サイトカイン 细胞因子 사이토카인 zytokin citocina citoquina citochina цитокин'],
  ['family', 'ファミリー 家族 패밀리 familie familia famille famiglia семейство'],
  ['molecular weight', '分子量 분자량 molekulargewicht'],
  ['sequence', '配列 序列 서열 sequenz secuencia séquence sequenza последовательность'],
  [
    'summary',
    'quoi とは 是什么 什么是 概要 要約 简介 요약 zusammenfassung resumen résumé resume riassunto кратко',
  ],
  ['link', 'enlace lien collegamento'],
  ['code', 'código codigo códigos codigos kennung kennungen codice'],
  ['who wrote', 'quien quién qui escribió escribio écrit geschrieben scritto'],
  ['all ids', '全てのid 所有id 모든id'],
];

interface ForeignWord {
  readonly word: string;
  readonly terms: readonly Term[];
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

const tables = once(() => {
  const words: readonly ForeignWord[] = FOREIGN_PHRASES.flatMap(([english, forms]) =>
    forms.split(' ').map((word) => ({ word, terms: LEXICON.phrases.get(phraseKey(english)) ?? [] })),
  );
  const spaced: ReadonlyMap<string, readonly Term[]> = new Map(
    words.filter(({ word }) => !UNSPACED.test(word)).map(({ word, terms }) => [word, terms]),
  );
  return { spaced, within: words.filter(({ word }) => UNSPACED.test(word)) };
});

/**
 * What a word of another language means in the vocabulary; a run of a script without spaces may hold several known words.
 * @param text lower case
 * @returns empty when nothing is known
 */
export function foreignTerms(text: string): readonly Term[] {
  const whole = tables().spaced.get(text);
  if (whole !== undefined) return whole;
  if (!UNSPACED.test(text)) return [];
  return tables()
    .within.filter(({ word }) => text.includes(word))
    .flatMap(({ terms }) => terms);
}
