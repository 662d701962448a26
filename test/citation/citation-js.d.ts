import '@citation-js/core';

declare module '@citation-js/core' {
  /** Parses any format whose plugin is loaded; only tests read files. */
  export class Cite {
    constructor(input: string);
    readonly data: unknown;
  }
}
