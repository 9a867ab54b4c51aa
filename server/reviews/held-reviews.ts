import { acceptOnly } from "#graph/changes/accept.ts";
import { apply } from "#graph/changes/apply.ts";
import { compare } from "#graph/changes/compare.ts";
import { revert } from "#graph/changes/revert.ts";
import { storeSummary } from "#graph/changes/revisions.ts";
import type { ChangeSet } from "#graph/model/change-set.ts";
import type { ReviewedChangeSet } from "#graph/model/review.ts";
import { NotInStore } from "#graph/queries/fault.ts";
import type { GraphStore } from "#graph/store/store.ts";
import { HttpFault } from "../http/fault.ts";
import type { ReviewInput, Reviews } from "./reviews.ts";

const notBuilt = async (): Promise<never> => {
  throw new HttpFault({
    status: 501,
    code: "not_built",
    message: "this is not built yet",
    remedy: "apply the change set as it is, or use npm run seed, which compares, asks and applies",
  });
};

async function changesOf(store: GraphStore, input: ReviewInput): Promise<ChangeSet> {
  if (input.origin === "dataset") return compare({ store, dataset: input.dataset, name: input.name });
  if (input.origin !== "revert") return notBuilt();
  const changes = await revert(store, input.number);
  if (changes === null) throw new NotInStore({ what: "revision", id: String(input.number), remedy: "see GET /revisions for the numbers" });
  return changes;
}

/** Change sets held in memory, without decisions. */
export function heldReviews(store: GraphStore): Reviews {
  const held = new Map<string, ReviewedChangeSet>();
  const fresh = async (it: ReviewedChangeSet): Promise<ReviewedChangeSet> => {
    const { revision } = await storeSummary(store);
    return { ...it, stale: it.state === "open" && it.basedOn !== (revision?.number ?? 0) };
  };
  return {
    async propose({ input, author, title, sources, now }) {
      const changes = await changesOf(store, input);
      const it: ReviewedChangeSet = {
        ...changes,
        state: "open",
        origin: input.origin,
        title,
        author,
        createdAt: now.toISOString(),
        sources,
        decided: { accepted: 0, rejected: 0, open: changes.changes.length },
        questions: 0,
        revision: null,
        stale: false,
        version: 0,
        decisions: {},
        identity: [],
        needs: {},
        refs: [],
        conflictsWith: {},
        rivals: {},
        documents: {},
        silenced: 0,
        remarks: [],
      };
      held.set(it.id, it);
      return it;
    },
    async read(id) {
      const found = held.get(id);
      return found === undefined ? null : fresh(found);
    },
    list: async ({ state }) => Promise.all([...held.values()].filter((it) => state === undefined || it.state === state).map(fresh)),
    decide: notBuilt,
    answer: notBuilt,
    rebase: notBuilt,
    async discard({ id }) {
      const found = held.get(id);
      if (found !== undefined) held.set(id, { ...found, state: "discarded" });
    },
    async apply({ id, accept, ...rest }) {
      const found = held.get(id);
      if (found === undefined) throw new NotInStore({ what: "change set", id, remedy: "see GET /changes" });
      const { id: _, basedOn, changes, tallies, datasets } = found;
      const whole = { id, basedOn, changes, tallies, ...(datasets === undefined ? {} : { datasets }) };
      const changeSet = accept === "all" || accept === "decided" ? whole : acceptOnly(whole, accept);
      const revision = await apply({ store, changeSet, sources: found.sources, ...rest });
      held.set(id, { ...found, state: "applied", revision: revision?.number ?? null });
      return { revision, left: [] };
    },
  };
}
