/** What we use of citation-js 0.8, which ships no types. */
declare module '@citation-js/core' {
  type Register = {
    add(key: string, value: string): void;
    get(key: string): string | undefined;
    list(): string[];
  };
  type BibliographyOptions = { template: string; format: 'text'; lang?: string };
  export const plugins: {
    config: { get(plugin: '@csl'): { styles: Register; locales: Register } };
    output: { format(name: 'bibliography', items: object[], options: BibliographyOptions): string };
  };
}
declare module '@citation-js/plugin-csl';
