/** How a command says that it cannot be carried out. */

/** The request cannot be carried out as it stands; the message says why and what to do. */
export class Refused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'Refused';
  }
}
