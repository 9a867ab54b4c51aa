import { type DatasetFault, fault, faultText } from "#graph/model/dataset-fault.ts";

/** A fault in a dataset's files. Row and column count from 1; in a table the heading is row 1; a fault of a whole file is at 1:1. */
export interface Problem {
  file: string;
  row: number;
  column: number;
  fault: DatasetFault;
  /** The same in English words. */
  message: string;
}

/** A fault at its place, not in words yet. */
export type Found = Omit<Problem, "message">;

/** `companies.csv:14:3: message`, as compilers print it. */
export const problemLine = (it: Omit<Problem, "fault">): string => `${it.file}:${it.row}:${it.column}: ${it.message}`;

/** How many problems there are, those that only a line's number tells of included. */
export const problemTotal = (problems: readonly Problem[]): number =>
  problems.reduce((sum, { fault: { code, parameters } }) => sum + (code === "more" ? Number(parameters.more) : 1), 0);

/** A fault of a whole file. */
export const wholeFile = (file: string, what: DatasetFault): Found => ({ file, row: 1, column: 1, fault: what });

const keptPerFile = 1000;

interface FileProblems {
  kept: Problem[];
  more: number;
  places: Set<string>;
}

/** Gathers problems: one a place and field, the first 1,000 of a file in full, the rest as one line with their number. */
export class ProblemList {
  private readonly byFile = new Map<string, FileProblems>();

  get isEmpty(): boolean {
    return this.byFile.size === 0;
  }

  /** `field`: which one of the record it is about; in JSON Lines, all fields of a record stand at one place. */
  add(found: Found, field?: string): void {
    const problem: Problem = { ...found, message: faultText(found.fault, "en") };
    let entry = this.byFile.get(problem.file);
    if (entry === undefined) {
      entry = { kept: [], more: 0, places: new Set() };
      this.byFile.set(problem.file, entry);
    }
    const place = `${problem.row}:${problem.column}`;
    const told = field === undefined ? place : `${place}:${field}`;
    if (place !== "1:1" && (entry.places.has(place) || entry.places.has(told))) return;
    if (entry.kept.length < keptPerFile) {
      entry.places.add(told);
      entry.kept.push(problem);
    } else entry.more += 1;
  }

  /** In the order of files as met, rows and columns ascending. */
  toArray(): Problem[] {
    return [...this.byFile].flatMap(([file, { kept, more }]) => {
      const sorted = [...kept].sort((a, b) => a.row - b.row || a.column - b.column);
      const total = kept.length + more;
      if (more === 0) return sorted;
      const rest = fault("more", { more, total });
      return [...sorted, { ...wholeFile(file, rest), message: faultText(rest, "en") }];
    });
  }
}
