/** What was asked for cannot be meant: a forged cursor, an unknown kind. `path` names the parameter. */
export class InputInvalid extends Error {
  readonly path: string;
  readonly remedy: string;
  constructor({ path, fault, remedy }: { path: string; fault: string; remedy: string }) {
    super(`${path}: ${fault}`);
    this.name = "InputInvalid";
    this.path = path;
    this.remedy = remedy;
  }
}

/** Nothing in the store has this id. */
export class NotInStore extends Error {
  readonly remedy: string;
  constructor({ what, id, remedy }: { what: string; id: string; remedy: string }) {
    super(`no ${what} has the id ${JSON.stringify(id)}`);
    this.name = "NotInStore";
    this.remedy = remedy;
  }
}
