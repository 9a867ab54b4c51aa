import type { z } from "zod";
import type { savedClocks } from "#graph/model/view.ts";

/** When statements hold, and until when documents said them; null: now, and all of them. */
export type Clocks = Readonly<z.infer<typeof savedClocks>>;

export const presentClocks: Clocks = { heldAt: null, saidBy: null };
