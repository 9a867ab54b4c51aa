import { useStore } from "zustand";
import { calls } from "#client/api/calls.ts";
import { createReviewing, type Reviewing } from "#client/state/reviewing.ts";

/** The review of this page: there is one at a time. */
export const reviewing = createReviewing({ calls, wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)) });

export const useReviewing = <T>(selector: (state: Reviewing) => T): T => useStore(reviewing.store, selector);
