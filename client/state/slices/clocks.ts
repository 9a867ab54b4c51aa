import type { z } from "zod";
import type { savedClocks } from "#graph/model/view.ts";

/** When statements hold, and until when documents said them; null: whenever, and all of them. */
export type Clocks = Readonly<z.infer<typeof savedClocks>>;

export const presentClocks: Clocks = { heldAt: null, saidBy: null };

/** The choice about statements without a date goes with the last clock that makes it matter. */
const settled = (clocks: Clocks): Clocks => (clocks.heldAt === null && clocks.saidBy === null ? presentClocks : clocks);

export const holdAt = (clocks: Clocks, heldAt: string | null): Clocks => settled({ ...clocks, heldAt });
export const hearUntil = (clocks: Clocks, saidBy: string | null): Clocks => settled({ ...clocks, saidBy });
export const hideUndated = (clocks: Clocks, undatedHidden: boolean): Clocks =>
  undatedHidden ? { ...clocks, undatedHidden } : { heldAt: clocks.heldAt, saidBy: clocks.saidBy };
