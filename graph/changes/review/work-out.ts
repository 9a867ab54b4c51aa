import { heldSource } from "#graph/dataset/source.ts";
import type { ChangeSet } from "#graph/model/change-set.ts";
import type { RecordContent } from "#graph/model/record.ts";
import type { IdentityQuestion, ReviewedChangeSet } from "#graph/model/review.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { askStore } from "../ask.ts";
import { type Comparison, compare } from "../compare.ts";
import { changesOfEdits } from "../edits/changes-of-edits.ts";
import { revert } from "../revert.ts";
import { ReviewRefused } from "./faults.ts";
import type { KeptInput } from "./input.ts";
import { editsOfAnswers } from "./left-questions.ts";
import { surroundingsOf } from "./surroundings.ts";

/** What a change set proposes, and what its review shows beside it. */
export interface WorkedOut
  extends Pick<ReviewedChangeSet, "identity" | "refs" | "documents" | "conflictsWith" | "rivals" | "silenced" | "remarks"> {
  changeSet: Pick<ChangeSet, "basedOn" | "changes" | "tallies">;
  /** Heads of datasets that are new or changed. */
  datasets: RecordContent[];
}

interface WorkOptions {
  store: GraphStore;
  input: KeptInput;
  /** Answers that people gave, by question. */
  answers: ReadonlyMap<string, IdentityQuestion["answer"]>;
  /** The change set whose own rejections silence nothing. */
  changeSet: string | null;
  signal?: AbortSignal | undefined;
}

async function comparisonOf({ store, input, answers, changeSet, signal }: WorkOptions): Promise<Comparison> {
  const ask = askStore(store, signal);
  switch (input.origin) {
    case "dataset":
    case "document":
      return compare({
        store,
        source: heldSource(input.dataset),
        name: input.name,
        addsOnly: input.origin === "document",
        answers,
        notSilencedBy: changeSet,
        ...(signal === undefined ? {} : { signal }),
      });
    case "edit":
      return changesOfEdits({ ask, edits: input.edits });
    case "questions": {
      const { edits, questions } = await editsOfAnswers(ask, { questions: input.questions, answers });
      return { ...(await changesOfEdits({ ask, edits })), questions };
    }
    case "revert": {
      const reverting = await revert(store, input.number);
      if (reverting === null) throw new ReviewRefused("Reverting", [`there is no revision ${input.number}`]);
      return { ...reverting, silenced: 0, conflictsWith: {}, questions: [] };
    }
  }
}

/** Compares an input with the store as it is now. Errors: those of its road, and ReviewRefused. */
export async function workOut(options: WorkOptions): Promise<WorkedOut> {
  const { basedOn, changes, tallies, datasets = [], silenced, conflictsWith, questions } = await comparisonOf(options);
  const { input } = options;
  return {
    changeSet: { basedOn, changes, tallies },
    datasets,
    silenced,
    conflictsWith,
    identity: questions,
    remarks: input.origin === "document" ? input.remarks : [],
    ...(await surroundingsOf(askStore(options.store, options.signal), { changes, conflictsWith })),
  };
}
