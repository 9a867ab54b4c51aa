import type { z } from "zod";
import type { savedGroup } from "#graph/model/view.ts";

/** Nodes that stand for one, as indexes into the loaded graph; an open group shows its members. */
export interface NodeGroup extends Readonly<Omit<z.infer<typeof savedGroup>, "members">> {
  readonly members: readonly number[];
}
