declare module '@customcommander/ris' {
  /** The records of a RIS text, tag by tag, or null where it cannot be read. */
  export function read(content: string): unknown;
}
