import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { calls } from "#client/api/calls.ts";
import { closeEdit } from "#client/state/hand-edits.ts";
import { go } from "#client/state/screen.ts";
import type { Edit } from "#graph/model/review.ts";

const longestTitle = 200;

/** Sends edits and goes to the change set that they make. */
export function usePropose() {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const propose = async (title: string, edits: readonly Edit[]): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      const set = await calls.edit({ edits, title: title.slice(0, longestTitle) });
      void queries.invalidateQueries({ queryKey: ["changes"] });
      closeEdit();
      go({ at: "changes", changeSet: set.id });
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  };
  return { propose, busy, error };
}
