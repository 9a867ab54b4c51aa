import type { Language } from "#client/rendering/interface.ts";
import type { Actions } from "#client/state/actions.ts";
import type { AtlasStore } from "#client/state/atlas.ts";
import type { IconName } from "#client/ui/icon.tsx";
import type { EntityKind } from "#graph/vocabulary/kinds.ts";

/** What an entry may act on. */
export interface PaletteContext {
  readonly store: AtlasStore;
  readonly actions: Actions;
}

/** One line of the palette. */
export interface PaletteEntry {
  /** Holds from one session to the next: what was chosen lately is remembered by it. */
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  /** Beside the title: what it is, or how much it holds. */
  readonly detail?: string | undefined;
  /** The keys that do the same. */
  readonly keys?: readonly string[] | undefined;
  readonly icon?: IconName | undefined;
  readonly kind?: EntityKind | undefined;
  run(context: PaletteContext): void;
}

/** A group of the palette: what it offers now. `use` is a hook. */
export interface PaletteSource {
  readonly id: string;
  readonly title: Readonly<Record<Language, string>>;
  use(): readonly PaletteEntry[];
}
