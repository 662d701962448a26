/**
 * What a person reads, before it is laid out for Discord or the terminal. All text is plain: nothing in it is markup.
 */
export interface AnswerView {
  readonly title: string;
  /** where the title leads; null when there is no one page */
  readonly url: string | null;
  /** "Yes." or "No." in front of the body */
  readonly lead: string | null;
  readonly body: readonly string[];
  /** numbered lines below the body, each with its page */
  readonly list: readonly ViewItem[];
  readonly fields: readonly ViewField[];
  /** a table to copy, the first row its head; null when there is none */
  readonly table: readonly (readonly string[])[] | null;
  /** text to copy whole, such as a BibTeX entry, with the language of its markup; null when there is none */
  readonly copy: { readonly text: string; readonly language: string } | null;
  readonly notes: readonly string[];
  /** a file with all of it; null when there is none */
  readonly file: { readonly filename: string; readonly content: string } | null;
  /** which page of a long list this is, from 0, and of how many; null for what has no pages */
  readonly pages: { readonly index: number; readonly count: number } | null;
  readonly links: readonly ViewLink[];
  readonly source: string;
}

/** A named value. `copyable`: an accession or the like, shown so that it can be copied exactly. */
export interface ViewField {
  readonly name: string;
  readonly value: string;
  readonly copyable: boolean;
  /** where the value leads; null when nowhere */
  readonly url: string | null;
  /** false: needs a line of its own */
  readonly narrow: boolean;
  /** the lines of the value with the page behind each, for a list of pages; null when the lines lead nowhere */
  readonly items: readonly ViewItem[] | null;
}

/** One line of a list, and where it leads. */
export interface ViewItem {
  /** what stands before the line: the number of a reference */
  readonly mark: string;
  readonly text: string;
  readonly url: string | null;
}

/** A page behind the answer. `label` is at most 38 characters. */
export interface ViewLink {
  readonly label: string;
  readonly url: string;
}

/** A field with text to read, on a line of its own. */
export function textField(name: string, value: string): ViewField {
  return { name, value, copyable: false, url: null, narrow: false, items: null };
}

/** A short field that stands beside others. */
export function narrowField(name: string, value: string, url: string | null = null): ViewField {
  return { name, value, copyable: false, url, narrow: true, items: null };
}

/** A field whose value is meant to be copied. */
export function copyField(name: string, value: string): ViewField {
  return { name, value, copyable: true, url: null, narrow: true, items: null };
}

/** A list whose lines lead to their pages. */
export function listField(name: string, items: readonly ViewItem[]): ViewField {
  const value = items.map(({ mark, text }) => `${mark} ${text}`.trim()).join('\n');
  return { name, value, copyable: false, url: null, narrow: false, items };
}
