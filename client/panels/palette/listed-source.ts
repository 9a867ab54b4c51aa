import { useQuery } from "@tanstack/react-query";
import type { PaletteEntry, PaletteSource } from "./entry.ts";

/** A group that a call lists: saved questions, saved views. What cannot be fetched is left out; the palette works without it. */
export const listedSource = (
  { id, title }: Pick<PaletteSource, "id" | "title">,
  list: (signal: AbortSignal) => Promise<readonly PaletteEntry[]>,
): PaletteSource => ({
  id,
  title,
  use: () => useQuery({ queryKey: ["palette", id], queryFn: ({ signal }) => list(signal), staleTime: 10_000 }).data ?? none,
});

const none: readonly PaletteEntry[] = [];
