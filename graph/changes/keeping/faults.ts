/** Someone else changed what is kept in the meantime, or it is there already. */
export class KeptOutdated extends Error {
  constructor(what: string, id: string, fault: string) {
    super(`the ${what} ${JSON.stringify(id)} ${fault}`);
    this.name = "KeptOutdated";
  }
}
