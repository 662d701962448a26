/** What Discord's own client would not let a person do; the text is for that person. */
export class ClientRefusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ClientRefusal';
  }
}

/** Refuses with a sentence. */
export function refuse(message: string): never {
  throw new ClientRefusal(message);
}
