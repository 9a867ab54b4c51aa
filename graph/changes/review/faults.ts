/** There is no change set of this id. */
export class ChangeSetUnknown extends Error {
  constructor(id: string) {
    super(`Review refused: there is no change set "${id}"; GET /changes lists those that there are`);
    this.name = "ChangeSetUnknown";
  }
}

/** The change set was applied or discarded: it is a record now, and no longer changes. */
export class ChangeSetClosed extends Error {
  readonly state: string;
  constructor(id: string, state: string) {
    super(`Review refused: change set "${id}" is ${state}; propose its source again to review it anew`);
    this.name = "ChangeSetClosed";
    this.state = state;
  }
}

/** Someone else decided in the meantime. */
export class ReviewOutdated extends Error {
  readonly given: number;
  readonly version: number;
  constructor(id: string, given: number, version: number) {
    super(`Review refused: change set "${id}" is at version ${version}, the decision was made at ${given}; read it again and decide anew`);
    this.name = "ReviewOutdated";
    this.given = given;
    this.version = version;
  }
}

/** A decision, an answer or an edit cannot be carried out as it is given. */
export class ReviewRefused extends Error {
  /** One line a fault: what was given, what is wrong, what is accepted. */
  readonly problems: string[];
  constructor(what: string, problems: readonly string[]) {
    super(`${what} refused: ${problems.slice(0, 5).join("; ")}${problems.length > 5 ? ` and ${problems.length - 5} more` : ""}`);
    this.name = "ReviewRefused";
    this.problems = [...problems];
  }
}
