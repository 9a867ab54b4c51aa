import { useQuery } from "@tanstack/react-query";
import { calls } from "./calls.ts";

/** What can be chosen to style by; asked when a menu opens. */
export const useStyleMeasures = () => useQuery({ queryKey: ["style-measures"], queryFn: ({ signal }) => calls.styleMeasures({ signal }) });
