import { useQuery } from "@tanstack/react-query";
import type { HeardQuery } from "#client/state/heard.ts";
import { calls } from "./calls.ts";

/** What can be chosen to style by, counted under these clocks and trust; asked when a menu opens. */
export const useStyleMeasures = (heard: HeardQuery | undefined) =>
  useQuery({ queryKey: ["style-measures", heard], queryFn: ({ signal }) => calls.styleMeasures(heard, { signal }) });
